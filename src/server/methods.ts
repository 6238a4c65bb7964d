import { ownOrigin, preflight } from "./headers.js";
import { requestProblem } from "./question.js";
import type { Site } from "./site.js";

const allowed = "GET, HEAD, OPTIONS";

/** OPTIONS: below `/api/` a CORS preflight, which any origin may make; elsewhere just what is allowed. */
export function preflightAnswer(path: string): Response {
  const headers = path.startsWith("/api/") ? preflight : ownOrigin;
  return new Response(null, { status: 204, headers: { ...headers, allow: allowed } });
}

/** 405 for every other method: there is nothing here to change. */
export function methodNotAllowed(site: Site, request: Request): Response | Promise<Response> {
  const problem = requestProblem("TM4101", {
    title: "Method not allowed",
    detail: `${request.method} does nothing here: everything is read with GET.`,
  });
  return site.problem(request, problem, { allow: allowed });
}
