import { shown } from "../base/shown.js";
import type { MappingRow } from "../model/mapping-file.js";
import { atRow, type Rule } from "./rule.js";

const ids = Object.entries({
  capability_id: "capabilityId",
  capability_group: "capabilityGroup",
  mapping_type: "mappingType",
  attack_object_id: "attackObjectId",
} as const satisfies Readonly<Record<string, keyof MappingRow>>);

/** Of an id without its outer blanks, line ends among them, which other rules speak of. */
const control = /\p{Cc}/u;

export const controlCharacter: Rule = {
  code: "TM1315",
  severity: "error",
  title: "control character in an id",
  explanation:
    "Nobody sees or types such a character, so that the row stands alone under an id that nothing else has. Of such an id no other rule speaks.",
  example: '"capability_id": "AC-2\\u0007"',
  fix: null,
  scope: "row",
  *check({ rows }) {
    for (const row of rows) {
      for (const [key, field] of ids) {
        const id = (row[field] ?? "").trim();
        const found = control.exec(id)?.[0];
        if (found === undefined) continue;
        const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
        yield atRow(row.index, key, { message: `${key} ${shown(id)} has the control character U+${code}.` });
      }
    }
  },
};
