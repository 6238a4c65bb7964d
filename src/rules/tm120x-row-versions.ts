import { shown } from "../base/shown.js";
import { dayOf } from "../model/day.js";
import { isBlank, type RuleContext } from "./context.js";
import { atRow, type Finding, type Rule } from "./rule.js";

export const otherAttackVersion: Rule = {
  code: "TM1208",
  severity: "warning",
  title: "row's ATT&CK version differs from the metadata",
  explanation:
    "The editor writes a version into a row when the technique is not in the release that the file names, most often [UNKNOWN_VERSION]. The release of the file counts; the row is worth a look.",
  example: '"attack_version": "[UNKNOWN_VERSION]"',
  fix: null,
  scope: "row",
  *check({ file, metadata, rows }) {
    // In the older shape every tenth row has such a mark; TM1005 explains the file.
    if (file.serialisation === "J1") return;
    const own = metadata.attackVersion;
    for (const { index, attackVersion } of rows) {
      if (isBlank(attackVersion) || attackVersion === own) continue;
      const message = `The row says ATT&CK ${shown(attackVersion)}, the file ${shown(own)}.`;
      yield atRow(index, "attack_version", { message });
    }
  },
};

export const otherSpelledVersion: Rule = {
  code: "TM1209",
  severity: "note",
  title: "row's framework version is the same day in another spelling",
  explanation: "Tidemap compares days, not letters.",
  example: '"mapping_framework_version": "7/28/2025" in a file of version "07/28/2025"',
  fix: "removes the field from the row",
  scope: "row",
  check: (context) => differing(context, true),
};

export const otherFrameworkVersion: Rule = {
  code: "TM1210",
  severity: "warning",
  title: "row's framework version differs from the metadata",
  explanation: "The row was probably copied from an older file. The version of the file counts.",
  example: '"mapping_framework_version": "2/13/2025" in a file of version "07/28/2025"',
  fix: null,
  scope: "row",
  check: (context) => differing(context, false),
};

function* differing({ file, metadata, rows }: RuleContext, sameDay: boolean): Generator<Finding> {
  if (file.serialisation === "J1") return;
  const own = metadata.mappingFrameworkVersion;
  const ownDay = dayOf(own);
  for (const { index, mappingFrameworkVersion: version } of rows) {
    if (isBlank(version) || version === own) continue;
    if ((ownDay !== null && dayOf(version) === ownDay) !== sameDay) continue;
    const message = `The row says version ${shown(version)}, the file ${shown(own)}.`;
    const pointer = `/mapping_objects/${index}/mapping_framework_version`;
    yield atRow(index, "mapping_framework_version", {
      message,
      ...(sameDay ? { repairs: [{ kind: "remove", pointer }] } : {}),
    });
  }
}
