import { nearest } from "../knowledge/suggest.js";
import { type ProblemCode, problemCodes } from "../site/openapi-problems.js";
import type { ProblemReport } from "../site/pages/problem.js";
import type { Query, QueryParameter } from "../site/route.js";

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

/** Other names of parameters, as the command line calls them. */
const parameterNames: Readonly<Record<string, string>> = { "aligned-to": "aligned" };

/**
 * The values a route takes. Of one given twice the first counts, unless it takes several: those are joined by commas. Empty
 * ones are absent, unknown ones are left out.
 */
export function queryOf(search: URLSearchParams, parameters: readonly QueryParameter[]): Query {
  const query: Record<string, string> = {};
  for (const [given, value] of search) {
    const name = parameterNames[given] ?? given;
    const parameter = parameters.find((known) => known.name === name);
    if (parameter === undefined || isEmpty(value, parameter)) continue;
    const before = query[name];
    if (before === undefined) query[name] = value;
    else if (parameter.many) query[name] = `${before},${value}`;
  }
  return query;
}

/** Nothing but blanks; of several values nothing but commas between. */
function isEmpty(value: string, { many }: Pick<QueryParameter, "many">): boolean {
  return !(many ? /[^\s,]/ : /\S/).test(value);
}

/** What the API refuses in a query, so that a misspelt filter never looks like a whole answer; null where all is well. */
export function queryProblem(search: URLSearchParams, parameters: readonly QueryParameter[]): ProblemReport | null {
  const known = parameters.map(({ name }) => name);
  const many = new Set(parameters.flatMap((parameter) => (parameter.many ? parameter.name : [])));
  const seen = new Set<string>();
  for (const [given, value] of search) {
    const name = parameterNames[given] ?? given;
    if (!known.includes(name)) return unknownParameter(given, known);
    if (seen.has(name) && !many.has(name)) {
      const detail = `${JSON.stringify(given)} is given more than once; one value answers one question.`;
      return requestProblem("TM4105", { title: "Parameter given twice", detail });
    }
    seen.add(name);
    if (many.has(name) && value.trim() !== "" && isEmpty(value, { many: true })) {
      const detail = `${JSON.stringify(value)} names no ${name}.`;
      return requestProblem("TM4004", { title: `Unknown ${name}`, detail });
    }
  }
  return null;
}

function unknownParameter(given: string, known: readonly string[]): ProblemReport {
  const near = nearest(given, known);
  const others = known.length === 0 ? "It takes none." : `It takes ${known.join(", ")}.`;
  const hint = near.length > 0 ? `Did you mean ${near.join(", ")}?` : others;
  return requestProblem("TM4104", {
    title: "Unknown parameter",
    detail: `This address takes no parameter ${JSON.stringify(given.slice(0, 80))}. ${hint}`,
  });
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
