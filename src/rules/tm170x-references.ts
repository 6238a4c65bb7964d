import type { RuleContext } from "./context.js";
import { atRow, type Finding, type Rule, shown } from "./rule.js";

function* eachReference(
  { rows }: RuleContext,
  wrong: (reference: string) => boolean,
  says: (reference: string) => string,
): Generator<Finding> {
  for (const [index, { references }] of rows.entries()) {
    if (!references) continue;
    for (const [item, reference] of references.entries()) {
      if (wrong(reference)) yield atRow(index, `references/${item}`, { message: says(reference) });
    }
  }
}

function isAddress(reference: string): boolean {
  return /^https?:\/\//.test(reference.trim());
}

export const noAddress: Rule = {
  code: "TM1701",
  severity: "warning",
  title: "reference is not an http(s) address",
  explanation:
    "Often the tail of an address that was cut at a comma, or an address behind stray characters. Tidemap shows it as text and never as a link.",
  example: '"references": ["Ref: https://example.org/"]',
  fix: null,
  scope: "row",
  check: (context) =>
    eachReference(
      context,
      (reference) => !isAddress(reference),
      (reference) => `The reference ${shown(reference)} is no http(s) address.`,
    ),
};

export const severalAddresses: Rule = {
  code: "TM1702",
  severity: "warning",
  title: "several addresses or blanks inside one reference",
  explanation: "An address has no blanks: several were put into one item, or words behind an address.",
  example: '"references": ["https://example.org/a; https://example.org/b"]',
  fix: "makes an item of each, where all parts are addresses",
  scope: "row",
  check: (context) =>
    eachReference(
      context,
      (reference) => isAddress(reference) && /\s/.test(reference.trim()),
      (reference) => `The reference ${shown(reference)} has blanks inside.`,
    ),
};

export const blanksAroundReference: Rule = {
  code: "TM1703",
  severity: "note",
  title: "outer blanks in a reference",
  explanation: "Tidemap trims before it links.",
  example: '"references": [" https://example.org/"]',
  fix: "removes the blanks",
  scope: "row",
  check: (context) =>
    eachReference(
      context,
      (reference) => reference.trim() !== reference,
      (reference) => `The reference ${shown(reference)} has outer blanks.`,
    ),
};

export const repeatedReference: Rule = {
  code: "TM1704",
  severity: "note",
  title: "same reference twice in one row",
  explanation: "Compared trimmed; shown as written.",
  example: '"references": ["https://example.org/", "https://example.org/"]',
  fix: "removes the later one",
  scope: "row",
  *check({ rows }) {
    for (const [index, { references }] of rows.entries()) {
      if (!references || references.length < 2) continue;
      const trimmed = references.map((reference) => reference.trim());
      const repeat = trimmed.findIndex((reference, item) => trimmed.indexOf(reference) < item);
      if (repeat < 0) continue;
      yield atRow(index, `references/${repeat}`, { message: `The reference ${shown(trimmed[repeat])} stands twice.` });
    }
  },
};

export const plainHttp: Rule = {
  code: "TM1705",
  severity: "note",
  title: "reference over plain http",
  explanation: "The address may be changed on its way to the reader; most sites answer over https too.",
  example: '"references": ["http://example.org/"]',
  fix: null,
  scope: "row",
  check: (context) =>
    eachReference(
      context,
      (reference) => /^http:\/\//.test(reference.trim()),
      (reference) => `The reference ${shown(reference)} is not over https.`,
    ),
};

export const nullReferences: Rule = {
  code: "TM1706",
  severity: "note",
  title: "references null instead of an empty list",
  explanation: "Null, an empty list and an absent key mean the same: no references.",
  example: '"references": null',
  fix: "writes []",
  scope: "row",
  *check({ rows }) {
    for (const [index, { references }] of rows.entries()) {
      if (references === null) yield atRow(index, "references", { message: "references is null; [] is expected." });
    }
  },
};
