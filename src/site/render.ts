import { pageShell, type Shell } from "./components/page-shell.js";
import { problemType } from "./openapi-problems.js";
import { type ProblemReport, problemPage } from "./pages/problem.js";
import { placeLinks } from "./place-links.js";
import type { Reply } from "./route.js";

/** What a page's frame needs of the place it is shown at: the same for all pages of one moment. */
export interface Surroundings extends Omit<Shell, "canonical" | "parameters"> {
  /** Where a path of ours leads where that is not the path itself; null for nowhere: the link becomes plain text. */
  readonly leads?: (path: string) => string | null;
}

/** The whole HTML document of an answer. */
export function renderReply(reply: Reply, surroundings: Surroundings): string {
  return placed(
    String(pageShell(reply.page(), { ...surroundings, canonical: reply.canonical, parameters: reply.parameters })),
    surroundings,
  );
}

/** The whole HTML document of a problem. It has no lasting address. */
export function renderProblem(problem: ProblemReport, surroundings: Surroundings): string {
  return placed(
    String(pageShell(problemPage(problem), { ...surroundings, canonical: null, parameters: [] })),
    surroundings,
  );
}

/** A finished page at the place it stands: below a base path, and without links to pages that are not there. */
function placed(page: string, { staticBase = "", leads }: Surroundings): string {
  return staticBase === "" && leads === undefined ? page : placeLinks(page, { base: staticBase, leads });
}

/**
 * A problem as RFC 9457 has it, `code` and `suggestions` being ours. `type` leads to the code's entry in the API's
 * description; `instance` is the address that was asked.
 */
export function problemJson(problem: ProblemReport, instance: string) {
  const { status, code, title, detail, suggestions } = problem;
  return { type: problemType(code), title, status, detail, instance, code, suggestions };
}
