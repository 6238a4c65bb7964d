import { shown } from "../base/shown.js";
import { isBlank } from "./context.js";
import { atRow, atRows, type Rule } from "./rule.js";
import { rowsByCapability } from "./tm130x-capability-ids.js";

/** The group that an id says by itself, and how a group is written to compare with it. */
const groupSaid: Readonly<Record<string, (id: string) => string>> = {
  nist_800_53: beforeHyphen,
  csa_ccm: beforeHyphen,
  cri_profile: beforeHyphen,
  veris: (id) => id.split(".").slice(0, 2).join(".").toLowerCase().replaceAll(" ", "_"),
};

function beforeHyphen(id: string): string {
  const at = id.indexOf("-");
  return (at < 0 ? id : id.slice(0, at)).toLowerCase();
}

export const strangerInGroup: Rule = {
  code: "TM1306",
  severity: "warning",
  title: "capability group does not fit the id",
  explanation:
    "The ids of this framework carry their group, and the row says another. Tidemap shows the group as authored.",
  example: '"capability_id": "DSP-04", "capability_group": "DCS"',
  fix: null,
  scope: "row",
  *check({ rows, framework }) {
    const said = Object.hasOwn(groupSaid, framework) ? groupSaid[framework] : undefined;
    if (said === undefined) return;
    for (const { index, capabilityId, capabilityGroup: group } of rows) {
      if (isBlank(capabilityId) || isBlank(group)) continue;
      const id = (capabilityId ?? "").trim();
      if (said(id) === (group ?? "").trim().toLowerCase()) continue;
      yield atRow(index, "capability_group", {
        message: `The capability ${shown(id)} is in the group ${shown(group)}.`,
      });
    }
  },
};

export const severalGroups: Rule = {
  code: "TM1307",
  severity: "warning",
  title: "one capability in several groups",
  explanation: "Allowed, and shown under each; most often one of the rows has a typing error.",
  example: '"intel-ptt" in "trusted_computing" and in "virtualization"',
  fix: null,
  scope: "id",
  *check(context) {
    for (const [id, rows] of rowsByCapability(context)) {
      const groups = new Set<string>();
      for (const row of rows) {
        const group = (context.rows[row]?.capabilityGroup ?? "").trim();
        if (group !== "") groups.add(group);
      }
      if (groups.size < 2) continue;
      const message = `The capability ${shown(id)} is in the groups ${[...groups].sort().map(shown).join(", ")}.`;
      yield atRows(rows, "capability_group", { message });
    }
  },
};

export const severalNames: Rule = {
  code: "TM1308",
  severity: "warning",
  title: "one capability with several names",
  explanation:
    "The name of a capability is the most frequent one, the first where two are equally frequent; a row shows its own.",
  example: '"AU-5" as "Response to Audit Failures" and as "Audit Review"',
  fix: null,
  scope: "id",
  *check(context) {
    for (const [id, rows] of rowsByCapability(context)) {
      const names = new Set<string>();
      for (const row of rows) {
        const name = (context.rows[row]?.capabilityDescription ?? "").trim();
        if (name !== "") names.add(name);
      }
      if (names.size < 2) continue;
      const message = `The capability ${shown(id)} has the names ${[...names].sort().map(shown).join(", ")}.`;
      yield atRows(rows, "capability_description", { message });
    }
  },
};
