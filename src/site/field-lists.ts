import type { QueryParameter } from "./route.js";

/** What a question is of. */
export interface Part extends QueryParameter {
  /** A sentence: what the question is of without it. Absent where it must be given. */
  readonly absent?: string;
}

/** What a kind of question takes. */
export interface Fields<Of extends Part = Part, Beside extends QueryParameter = QueryParameter> {
  readonly parts: readonly Of[];
  readonly parameters: readonly Beside[];
  /** Both, in this order, and their names. */
  readonly all: readonly QueryParameter[];
  readonly names: ReadonlySet<string>;
  /** Names of the parts that must be given. */
  readonly required: readonly string[];
}

/** Marked, so that a bundler leaves out fields that nothing asks for. */
/* @__NO_SIDE_EFFECTS__ */
export function fieldsOf<const Of extends Part, const Beside extends QueryParameter>(
  parts: readonly Of[],
  parameters: readonly Beside[],
): Fields<Of, Beside> {
  const all = [...parts, ...parameters];
  const required = parts.flatMap(({ name, absent }) => (absent === undefined ? name : []));
  return { parts, parameters, all, names: new Set(all.map(({ name }) => name)), required };
}

/** Of a page that there is one of. */
export const noFields = fieldsOf([], []);
