import { shown } from "../base/shown.js";
import type { Repair } from "../model/repair.js";
import type { RuleContext } from "./context.js";
import { atRow, type Finding, type Rule, type Said, setField } from "./rule.js";

function* eachReference(
  { rows }: RuleContext,
  wrong: (reference: string) => boolean,
  says: (reference: string, place: { readonly row: number; readonly item: number }) => Said,
): Generator<Finding> {
  for (const { index, references } of rows) {
    if (!references) continue;
    for (const [item, reference] of references.entries()) {
      if (!wrong(reference)) continue;
      yield atRow(index, `references/${item}`, says(reference, { row: index, item }));
    }
  }
}

/** Several addresses in one item as an item each; nothing where a part of it is none. */
function splitRepair(pointer: string, reference: string): readonly Repair[] {
  const values = reference
    .trim()
    .split(/[\s;]+/)
    .filter(Boolean);
  return values.length > 1 && values.every(isAddress) ? [{ kind: "split", pointer, values }] : [];
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
      (reference) => ({ message: `The reference ${shown(reference)} is no http(s) address.` }),
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
      (reference, { row, item }) => ({
        message: `The reference ${shown(reference)} has blanks inside.`,
        repairs: splitRepair(`/mapping_objects/${row}/references/${item}`, reference),
      }),
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
      (reference, { row, item }) => ({
        message: `The reference ${shown(reference)} has outer blanks.`,
        ...setField(row, `references/${item}`, reference.trim()),
      }),
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
    for (const { index, references } of rows) {
      if (!references || references.length < 2) continue;
      const seen = new Set<string>();
      for (const [item, reference] of references.entries()) {
        const address = reference.trim();
        if (seen.has(address)) {
          const message = `The reference ${shown(address)} stands twice.`;
          const pointer = `/mapping_objects/${index}/references/${item}`;
          yield atRow(index, `references/${item}`, { message, repairs: [{ kind: "remove", pointer }] });
        }
        seen.add(address);
      }
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
      (reference) => ({ message: `The reference ${shown(reference)} is not over https.` }),
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
    for (const { index, references } of rows) {
      if (references !== null) continue;
      yield atRow(index, "references", {
        message: "references is null; [] is expected.",
        ...setField(index, "references", []),
      });
    }
  },
};
