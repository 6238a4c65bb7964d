import { pageShell, type Shell } from "./components/page-shell.js";
import { problemType } from "./openapi-problems.js";
import { type ProblemReport, problemPage } from "./pages/problem.js";
import type { Reply } from "./route.js";

/** What a page's frame needs of the place it is shown at: the same for all pages of one moment. */
export type Surroundings = Omit<Shell, "canonical">;

/** The whole HTML document of an answer. */
export function renderReply(reply: Reply, surroundings: Surroundings): string {
  return String(pageShell(reply.page(), { ...surroundings, canonical: reply.canonical }));
}

/** The whole HTML document of a problem. It has no lasting address. */
export function renderProblem(problem: ProblemReport, surroundings: Surroundings): string {
  return String(pageShell(problemPage(problem), { ...surroundings, canonical: null }));
}

/**
 * A problem as RFC 9457 has it, `code` and `suggestions` being ours. `type` leads to the code's entry in the API's
 * description; `instance` is the address that was asked.
 */
export function problemJson(problem: ProblemReport, instance: string) {
  const { status, code, title, detail, suggestions } = problem;
  return { type: problemType(code), title, status, detail, instance, code, suggestions };
}
