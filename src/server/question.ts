import { type ProblemCode, problemCodes } from "../site/openapi-problems.js";
import type { ProblemReport } from "../site/pages/problem.js";
import type { Query } from "../site/route.js";

/** Bounds on what a request may say; every real address is far below them. */
export const limits = { targetLength: 2048, parameters: 32, bodyBytes: 0 } as const;

const apiRoot = "/api/v1";

/** Where a request leads: a page, or the JSON twin of a page. */
export interface Place {
  readonly api: boolean;
  /** The page's path, percent-encoded as asked, with or without a final slash. */
  readonly path: string;
}

/** The place of a path; null below `/api` where no version of the API is. */
export function placeOf(path: string): Place | null {
  if (path !== "/api" && !path.startsWith("/api/")) return { api: false, path };
  if (path !== apiRoot && !path.startsWith(`${apiRoot}/`)) return null;
  return { api: true, path: path.slice(apiRoot.length) || "/" };
}

/** What is wrong with a target before any route is asked; null where nothing is. */
export function targetProblem(url: URL): ProblemReport | null {
  if (url.pathname.length + url.search.length > limits.targetLength) {
    return requestProblem("TM4102", {
      title: "Address too long",
      detail: `An address has at most ${limits.targetLength} characters here; this one has ${url.pathname.length + url.search.length}.`,
    });
  }
  if (/%(?![0-9a-f]{2})/i.test(url.pathname) || !isDecodable(url.pathname)) {
    return requestProblem("TM4103", {
      title: "Malformed address",
      detail: "The address holds a percent sign that encodes no UTF-8 text; a plain percent sign is written %25.",
    });
  }
  if (url.searchParams.size > limits.parameters) {
    return requestProblem("TM4106", {
      title: "Too many parameters",
      detail: `An address has at most ${limits.parameters} parameters here; this one has ${url.searchParams.size}.`,
    });
  }
  return null;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false; // bytes that are no UTF-8
  }
}

/** A problem that the server itself finds in a request. */
export function requestProblem(
  code: ProblemCode,
  text: { readonly title: string; readonly detail: string },
): ProblemReport {
  return { code, status: problemCodes[code].status, ...text, suggestions: [] };
}

/** One spelling of every question that has the same answer: known parameters only, in one order. */
export function questionKey(path: string, query: Query): string {
  const names = Object.keys(query).sort();
  if (names.length === 0) return path;
  return `${path}?${names.map((name) => `${name}=${encodeURIComponent(query[name] ?? "")}`).join("&")}`;
}
