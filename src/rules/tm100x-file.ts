import { escapePointer } from "../base/json-pointer.js";
import { unifiedRowKeys } from "../formats/unified/row.js";
import type { Repair } from "../model/repair.js";
import type { RuleContext } from "./context.js";
import { atMetadata, atRow, type Finding, type Rule } from "./rule.js";

/** What the parser told under a code: these rules look at the text of a file, which nobody has after parsing. */
function foundBy(code: string, { found }: RuleContext, repair?: (pointer: string) => Repair): readonly Finding[] {
  return found
    .filter((diagnostic) => diagnostic.code === code)
    .map(({ place, message, hint }) => {
      const row = /^\/mapping_objects\/(\d+)/.exec(place.pointer)?.[1];
      const mend = repair ? { repairs: [repair(place.pointer)] } : {};
      const rest = { ...(hint === undefined ? {} : { hint }), ...mend };
      return { pointer: place.pointer, row: row === undefined ? null : Number(row), message, ...rest };
    });
}

export const unreadable: Rule = {
  code: "TM1001",
  severity: "error",
  title: "not UTF-8 JSON or YAML of the unified shape",
  explanation:
    "A mapping file is UTF-8 text, JSON or YAML, with an object of metadata and a list of rows; every field of a row is a text, null or absent, and references are a list of texts. A file that cannot be read at all is left out; a single field of another kind is left out of its row, and numbers are read as their text.",
  example: '{ "mapping_objects": [{ "capability_id": 5 }',
  fix: null,
  scope: "file",
  check: (context) => foundBy("TM1001", context),
};

export const repeatedKey: Rule = {
  code: "TM1002",
  severity: "warning",
  title: "same key twice in one object",
  explanation:
    "JSON readers keep one of the two values in silence, and not all keep the same. Tidemap keeps the last. Seen in the text of the file, with both lines; after parsing nothing of it is left.",
  example: '{ "status": "complete", "status": "non_mappable" }',
  fix: "removes the first where both values are equal",
  scope: "row",
  check: (context) => foundBy("TM1002", context, (pointer) => ({ kind: "keep-last", pointer })),
};

export const olderSerialisation: Rule = {
  code: "TM1005",
  severity: "note",
  title: "older serialisation",
  explanation:
    "Until 2024 the publisher wrote groups and mapping types in other shapes (docs/formats/unified.md, J0 and J1). Such files are read like all others, under the names of today; what only comes of their age is said by this one finding instead of once a row.",
  example: '"metadata": { "groups": { "AC": "Access Control" } }',
  fix: "writes the file in the shape of today: `tidemap convert FILE --to json --style editor`",
  scope: "file",
  *check({ file }) {
    const written = { J0: "lists of types and groups", J1: "groups under their older name" } as const;
    if (file.serialisation !== "J0" && file.serialisation !== "J1") return;
    yield atMetadata(
      "",
      `The file is written in an older way (${file.serialisation}): ${written[file.serialisation]}.`,
    );
  },
};

/** Keys that the schema allows without the model needing them, and `contact`, which the editor writes against it. */
const allowedInRows: ReadonlySet<string> = new Set([
  ...unifiedRowKeys,
  "author",
  "author_contact",
  "author_organization",
  "contact",
  "__proto__",
]);

const allowedInMetadata: ReadonlySet<string> = new Set([
  "mapping_framework_version_schema",
  "mapping_types",
  "capability_groups",
  "__proto__",
]);

export const unknownField: Rule = {
  code: "TM1006",
  severity: "warning",
  title: "field outside the schema",
  explanation:
    "The schema of unified mapping files does not know this key; it is often a typing error of one that it knows. Tidemap keeps the value and does nothing with it.",
  example: '{ "capability_id": "AC-2", "capabilty_group": "AC" }',
  fix: null,
  scope: "row",
  *check({ file, metadata, rows }) {
    for (const key of file.extra.keys()) {
      yield { pointer: `/${escapePointer(key)}`, row: null, message: `The file has an unknown part ${key}.` };
    }
    for (const key of metadata.extra.keys()) {
      if (!allowedInMetadata.has(key))
        yield atMetadata(escapePointer(key), `The metadata have an unknown field ${key}.`);
    }
    for (const { index, extra } of rows) {
      if (extra.size === 0) continue;
      for (const key of extra.keys()) {
        if (!allowedInRows.has(key))
          yield atRow(index, escapePointer(key), { message: `The row has an unknown field ${key}.` });
      }
    }
  },
};

export const noLastLineBreak: Rule = {
  code: "TM1007",
  severity: "note",
  title: "no line break at the end of the file",
  explanation:
    "Text tools expect a line break after the last line; without it, appending and comparing show a change where none is.",
  example: '… "status": "complete" } ] }',
  fix: "adds the line break",
  scope: "file",
  check: (context) => foundBy("TM1007", context, () => ({ kind: "end" })),
};

export const crashed: Rule = {
  code: "TM0900",
  severity: "error",
  title: "a rule broke down",
  explanation:
    "A check of Tidemap failed on this file. All other checks ran. It is a fault of ours: please report it with the file, or with the message if the file must stay private.",
  example: "(any file)",
  fix: null,
  scope: "file",
  // The runner tells of it by itself; this value is there for title and page.
  check: () => [],
};
