import { nearest } from "../knowledge/suggest.js";
import { type Problem, problem } from "./answer.js";
import type { Query, QueryParameter } from "./route.js";

/** What is asked, name by name: a query's pairs, or the fields of an object. */
export type Pairs = Iterable<readonly [name: string, value: string]>;

/** Other names of parameters, as the command line calls them. */
const otherNames = { "aligned-to": "aligned" } as const;

/** The other name that parameters of these names have. */
export type OtherNameOf<Name extends string> = {
  [Other in keyof typeof otherNames]: (typeof otherNames)[Other] extends Name ? Other : never;
}[keyof typeof otherNames];

/** The parameter's name, whichever of its names is given. */
export function nameOf(given: string): string {
  return Object.hasOwn(otherNames, given) ? otherNames[given as keyof typeof otherNames] : given;
}

/**
 * The values that `parameters` take. Of one given twice the first counts, unless it takes several: those are joined by commas.
 * Empty ones are absent, unknown ones are left out.
 */
export function queryOf(pairs: Pairs, parameters: readonly QueryParameter[]): Query {
  const query: Record<string, string> = {};
  for (const [given, value] of pairs) {
    const name = nameOf(given);
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

/**
 * What is refused in a question, so that a misspelt filter never looks like a whole answer; null where all is well. `untaken`: how
 * the sentence about an unknown name begins.
 */
export function queryProblem(
  pairs: Pairs,
  parameters: readonly QueryParameter[],
  untaken = "This address takes no parameter",
): Problem | null {
  const seen: string[] = [];
  for (const [given, value] of pairs) {
    const name = nameOf(given);
    const parameter = parameters.find((known) => known.name === name);
    if (parameter === undefined) return unknownName(given, parameters, untaken);
    if (seen.includes(name) && !parameter.many) {
      const detail = `${JSON.stringify(given)} is given more than once; one value answers one question.`;
      return problem(400, "TM4105", { title: "Parameter given twice", detail }).problem;
    }
    seen.push(name);
    if (parameter.many && isEmpty(value, parameter) && value.trim() !== "") {
      const detail = `${JSON.stringify(value)} names no ${name}.`;
      return problem(400, "TM4004", { title: `Unknown ${name}`, detail }).problem;
    }
  }
  return null;
}

function unknownName(given: string, parameters: readonly QueryParameter[], untaken: string): Problem {
  const known = parameters.map(({ name }) => name);
  const near = nearest(given, known);
  const others = known.length === 0 ? "It takes none." : `It takes ${known.join(", ")}.`;
  const hint = near.length > 0 ? `Did you mean ${near.join(", ")}?` : others;
  return problem(400, "TM4104", {
    title: "Unknown parameter",
    detail: `${untaken} ${JSON.stringify(given.slice(0, 80))}. ${hint}`,
  }).problem;
}
