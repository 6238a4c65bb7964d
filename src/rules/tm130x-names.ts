import { shown } from "../base/shown.js";
import { isBlank, type NumberedRow } from "./context.js";
import { atRow, type Finding, type Rule, setField } from "./rule.js";

const nameFields = [
  ["capability_description", "capabilityDescription"],
  ["attack_object_name", "attackObjectName"],
] as const;

function* eachName(
  rows: readonly NumberedRow[],
  mended: (name: string) => string,
  says: (name: string) => string,
): Generator<Finding> {
  for (const row of rows) {
    for (const [key, field] of nameFields) {
      const name = row[field];
      if (!name) continue;
      const better = mended(name);
      if (better !== name) yield atRow(row.index, key, { message: says(name), ...setField(row.index, key, better) });
    }
  }
}

export const namelessCapability: Rule = {
  code: "TM1211",
  severity: "note",
  title: "capability id without a name",
  explanation:
    "capability_description holds the name of a capability. Where it is empty, Tidemap takes the name from the id or shows the id.",
  example: '"capability_id": "AC-2", "capability_description": ""',
  fix: null,
  scope: "row",
  *check({ file, rows }) {
    // The list style often has no names at all; TM1005 explains the file.
    if (file.serialisation === "J0") return;
    for (const { index, capabilityId, capabilityDescription } of rows) {
      if (isBlank(capabilityId) || !isBlank(capabilityDescription)) continue;
      yield atRow(index, "capability_description", { message: `The capability ${shown(capabilityId)} has no name.` });
    }
  },
};

export const blanksAroundName: Rule = {
  code: "TM1309",
  severity: "note",
  title: "outer blanks in a capability or technique name",
  explanation: "Tidemap trims names where it shows or compares them.",
  example: '"capability_description": "Account Management "',
  fix: "removes the blanks",
  scope: "row",
  check: ({ rows }) =>
    eachName(
      rows,
      (name) => name.trim(),
      (name) => `The name ${shown(name)} has outer blanks.`,
    ),
};

export const doubleBlankInName: Rule = {
  code: "TM1310",
  severity: "note",
  title: "double blank or tab inside a name",
  explanation: "Pages show one blank; searching and comparing see two.",
  example: '"capability_description": "Account  Management"',
  fix: "writes one blank",
  scope: "row",
  check: ({ rows }) =>
    eachName(
      rows,
      // Outer blanks are another rule's; they stay as they are.
      (name) => (/ {2}|\t/.test(name) ? name.replace(/(?<=\S)(?:[ \t]{2,}|\t)(?=\S)/g, " ") : name),
      () => "A name has a double blank or a tab inside.",
    ),
};
