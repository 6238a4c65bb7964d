import { type Answer, type Problem, problem as refused } from "../answer.js";
import type { Fields, Part } from "../field-lists.js";
import { nameOf, type OtherNameOf, queryOf, queryProblem } from "../query.js";
import { refusal, type UnknownWord } from "../table/words.js";

type Required<F extends Fields> = Exclude<F["parts"][number], { readonly absent: string }>["name"];
type Optional<F extends Fields> =
  | Extract<F["parts"][number], Part & { readonly absent: string }>["name"]
  | F["parameters"][number]["name"];

/** `min-rating` may be written `minRating`, and `aligned` as `aligned-to` or `alignedTo`. */
type Spelled<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? Name | `${Head}${Capitalize<Tail>}`
  : Name;

/** What a kind of question takes, as a program writes it. Closed: a name that it does not take does not compile. */
export type QuestionOf<F extends Fields> = { readonly [Name in Required<F>]: string } & {
  readonly [Name in Spelled<Optional<F> | OtherNameOf<Optional<F>>>]?: string | undefined;
};

/** The same by the names of addresses, as views take it. */
type AskedOf<F extends Fields> = { readonly [Name in Required<F>]: string } & {
  readonly [Name in Optional<F>]?: string | undefined;
};

/**
 * Asks what a program asks as the API would be asked: a field that the kind of question does not take is a problem (TM4104) with
 * the nearest name, never an answer without it; an empty value asks nothing, and so does no question at all. Values are texts;
 * others are written as texts, a list with commas; an object has no text that names anything (TM4004). What `view` is given has
 * every required part, "" where the program names none.
 */
export function ask<F extends Fields, View>(
  fields: F,
  question: QuestionOf<F>,
  view: (asked: AskedOf<F>) => Answer<View>,
): Answer<View> {
  // A program may be JavaScript, and what it asks have come as JSON.
  const given: Readonly<Record<string, unknown>> = Object(question ?? {});
  if (isPlain(given, fields)) return view(given as unknown as AskedOf<F>);
  const { all, required } = fields;
  const pairs = pairsOf(given, fields);
  const problem = queryProblem(pairs, all, "This question takes no field") ?? objectProblem(given);
  if (problem !== null) return { ok: false, problem };
  const blank = Object.fromEntries(required.map((name) => [name, ""]));
  return view({ ...blank, ...queryOf(pairs, all) } as AskedOf<F>);
}

/** Whether a question gives a field more than blanks. */
export function gives<Name extends string>(question: { readonly [N in Name]?: unknown } | null, name: Name): boolean {
  return (textOf(question?.[name]) ?? "").trim() !== "";
}

/** Whether a question is in the words of addresses as it stands: most are, and nothing has to be made of them. Asked each time: quick. */
function isPlain(question: Readonly<Record<string, unknown>>, { names, required }: Fields): boolean {
  // A list would be asked by its own `sort`.
  if (Object.getPrototypeOf(question) !== Object.prototype) return false;
  for (const name of Object.keys(question)) {
    const value = question[name];
    if (typeof value !== "string" || !names.has(name) || !/^\w[^\ud800-\udfff]*$/.test(value)) return false;
  }
  for (const name of required) if (question[name] === undefined) return false;
  return true;
}

function pairsOf(question: object, { names }: Fields): readonly (readonly [string, string])[] {
  return Object.entries(question).flatMap(([given, value]: [string, unknown]) => {
    if (value === undefined || value === null) return [];
    const hyphened = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return [[names.has(nameOf(hyphened)) ? hyphened : given, textOf(value) ?? ""] as const];
  });
}

/** A value as a text of whole characters, as addresses are; null for what has none: an object, or a list with more than single values in it. */
function textOf(value: unknown): string | null {
  const texts = (Array.isArray(value) ? value : [value]).map(singleText);
  return texts.includes(null) ? null : texts.join(",");
}

function singleText(value: unknown): string | null {
  if (value === undefined || value === null) return "";
  if (typeof value === "object" || typeof value === "function" || typeof value === "symbol") return null;
  return String(value).replace(/\p{Surrogate}/gu, "\ufffd");
}

function objectProblem(question: object): Problem | null {
  const found = Object.entries(question).find(([, value]) => textOf(value) === null);
  if (found === undefined) return null;
  const [name] = found;
  const detail = `An object names no ${name}: a text does, or a list of texts.`;
  return refused(400, "TM4004", { title: `Unknown ${name}`, detail }).problem;
}

/** The answer, unless the API refuses it: its page alone is of use to a person, who sees what is amiss there. */
export function unless<View>(answered: Answer<View>, refuse: (view: View) => Problem | null): Answer<View> {
  const problem = answered.ok ? refuse(answered.view) : null;
  return problem === null ? answered : { ok: false, problem };
}

/** The answer of a table, unless a word that it was asked means nothing there (TM4004, TM4008). */
export function understood<View extends { readonly page: { readonly unknown: readonly UnknownWord[] } }>(
  answered: Answer<View>,
): Answer<View> {
  return unless(answered, ({ page }) => refusal(page.unknown));
}
