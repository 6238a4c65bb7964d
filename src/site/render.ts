import { pageShell, type Shell } from "./components/page-shell.js";
import { searchForm } from "./components/search-form.js";
import { section } from "./components/section.js";
import { hrefs } from "./hrefs.js";
import { html } from "./html.js";
import { problemType } from "./openapi-problems.js";
import type { Page, Reply } from "./route.js";

/** What a page's frame needs of the place it is shown at: the same for all pages of one moment. */
export type Surroundings = Omit<Shell, "canonical">;

/** A problem of any HTTP status: those that views find and those that a server finds in the request itself. */
export interface ProblemReport {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly suggestions: readonly { readonly label: string; readonly href: string }[];
}

/** The whole HTML document of an answer. */
export function renderReply(reply: Reply, surroundings: Surroundings): string {
  return String(pageShell(reply.page(), { ...surroundings, canonical: reply.canonical }));
}

/** The whole HTML document of a problem: what happened, what may have been meant, and a search. `asked` = the path. */
export function renderProblem(problem: ProblemReport, asked: string, surroundings: Surroundings): string {
  return String(pageShell(problemPage(problem, asked), { ...surroundings, canonical: null }));
}

function problemPage(problem: ProblemReport, asked: string): Page {
  const suggestions = problem.suggestions.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`);
  const meant =
    suggestions.length === 0 ? null : section({ title: "Did you mean", body: html`<ul>${suggestions}</ul>` });
  return {
    title: problem.title,
    description: problem.detail,
    section: null,
    breadcrumbs: [
      { label: "Home", href: hrefs.home() },
      { label: String(problem.status), href: null },
    ],
    body: html`<header class="object-head"><p class="kind">${problem.status} · ${problem.code}</p><div class="title"><h1>${problem.title}</h1></div></header><p>${problem.detail}</p>${meant}${section({ title: "Search", body: searchForm({ id: "search-problem", large: true, value: wordsOf(asked) }) })}`,
  };
}

/** What to search for instead: the last part of the path that says something. */
function wordsOf(path: string): string {
  const last = path.split("/").findLast((part) => part !== "") ?? "";
  try {
    return decodeURIComponent(last).replaceAll("_", " ").slice(0, 100);
  } catch {
    return ""; // a stray % is the very problem; there are no words to offer
  }
}

/**
 * A problem as RFC 9457 has it, `code` and `suggestions` being ours. `type` leads to the code's entry in the API's
 * description; `instance` is the address that was asked.
 */
export function problemJson(problem: ProblemReport, instance: string) {
  const { status, code, title, detail, suggestions } = problem;
  return { type: problemType(code), title, status, detail, instance, code, suggestions };
}
