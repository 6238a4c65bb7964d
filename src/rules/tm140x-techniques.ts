import { shown } from "../base/shown.js";
import { domains } from "../model/domain.js";
import type { KnownTechnique, NumberedRow, RuleContext } from "./context.js";
import { atMetadata, atRow, type Finding, type Rule, setField } from "./rule.js";

export const malformedTechnique: Rule = {
  code: "TM1301",
  severity: "error",
  title: "technique id malformed",
  explanation:
    "Technique ids are T and four digits, sub-techniques a dot and three more. Another text names no technique.",
  example: '"attack_object_id": "T1550.01"',
  fix: "writes the id where blanks, small letters or a slash are all that is wrong with it",
  scope: "row",
  *check({ rows, release }) {
    for (const { index, attackObjectId: id } of rows) {
      if (!id || id.trim() === "" || wellFormed.test(id)) continue;
      const meant = id.trim().toUpperCase().replace("/", ".");
      const padded = meant.replace(/\.(\d{1,2})$/, (_, digits: string) => `.${digits.padStart(3, "0")}`);
      const isOne = wellFormed.test(padded) && (release === null || release.technique(padded) !== null);
      yield atRow(index, "attack_object_id", {
        message: `${shown(id)} is no technique id.`,
        ...(isOne ? { hint: `Did you mean ${padded}?` } : {}),
        ...(isOne && padded === meant ? setField(index, "attack_object_id", meant) : {}),
      });
    }
  },
};

const wellFormed = /^(MOB-)?T\d{4}(\.\d{3})?$/;

export const unknownTechnique: Rule = {
  code: "TM1401",
  severity: "error",
  title: "technique not in the named release and domain",
  explanation:
    "The release that the file names does not hold this id in its domain: another release or domain was meant, or the id is mistyped. The row is shown under its capability, flagged, and stands in no matrix. Needs the release to be loaded.",
  example: "a mobile technique in an enterprise file",
  fix: null,
  scope: "row",
  *check(context) {
    const { release, version, domain } = context;
    if (release === null || version === null) return;
    for (const { index, attackObjectId } of context.rows) {
      const id = (attackObjectId ?? "").trim();
      if (id === "" || release.technique(id) !== null) continue;
      const others = domains.filter((other) => other !== domain && context.attack.at(other, version)?.technique(id));
      yield atRow(index, "attack_object_id", {
        message: `ATT&CK ${version} ${domain} has no technique ${shown(id)}.`,
        ...(others.length === 0 ? {} : { hint: `It is a technique of ${others.join(" and ")}.` }),
      });
    }
  },
};

export const revokedTechnique: Rule = {
  code: "TM1402",
  severity: "warning",
  title: "technique revoked in the named release",
  explanation:
    "The technique was replaced before the release that the file names. The row is shown with the technique that replaced it, and is carried along to it in the current view.",
  example: "T1053.001 in a file of ATT&CK 16.1, where T1053.002 has replaced it",
  fix: null,
  scope: "row",
  check: (context) =>
    eachTechnique(context, (row, { state, heir }) => {
      if (state !== "revoked") return null;
      const said = `ATT&CK ${context.version} has revoked ${row.attackObjectId}`;
      return atRow(row.index, "attack_object_id", {
        message: heir === null ? `${said}.` : `${said} in favour of ${heir}.`,
      });
    }),
};

export const deprecatedTechnique: Rule = {
  code: "TM1403",
  severity: "warning",
  title: "technique deprecated in the named release",
  explanation:
    "The publisher no longer keeps it and names no successor; a person has to decide what the row means now.",
  example: "a technique that its release marks as deprecated",
  fix: null,
  scope: "row",
  check: (context) =>
    eachTechnique(context, (row, { state }) =>
      state === "deprecated"
        ? atRow(row.index, "attack_object_id", {
            message: `ATT&CK ${context.version} has deprecated ${row.attackObjectId}.`,
          })
        : null,
    ),
};

export const otherName: Rule = {
  code: "TM1404",
  severity: "warning",
  title: "technique name is not the name in the named release",
  explanation:
    "Either the name is that of an older or newer release, or id and name do not belong together: then one of the two is a typing error. The id counts; the row shows both names. Names that differ in outer blanks only, and those of TM1405, are not counted.",
  example: '"attack_object_id": "T1566.002", "attack_object_name": "Password Filter DLL"',
  fix: "writes the release's name where the name given is that of the same id in another release",
  scope: "row",
  check: (context) =>
    eachTechnique(context, (row, { name }) => {
      const given = (row.attackObjectName ?? "").trim();
      if (given === "" || given === name.trim() || subName(given) === name.trim()) return null;
      const earlier = context.release?.otherNames((row.attackObjectId ?? "").trim()).includes(given) ?? false;
      return atRow(row.index, "attack_object_name", {
        message: `The row calls ${row.attackObjectId} ${shown(given)}; ATT&CK ${context.version} calls it ${shown(name)}.`,
        hint: earlier ? "It is the name of that id in another release." : "Check that id and name belong together.",
        ...(earlier ? setField(row.index, "attack_object_name", name.trim()) : {}),
      });
    }),
};

export const nameWithParent: Rule = {
  code: "TM1405",
  severity: "note",
  title: 'technique name written as "Parent: Sub"',
  explanation: "The release calls the sub-technique by its own name alone. Tidemap shows the release's name.",
  example: '"attack_object_name": "Scheduled Task/Job: Cron"',
  fix: "writes the release's name",
  scope: "row",
  check: (context) =>
    eachTechnique(context, (row, { name }) => {
      const given = (row.attackObjectName ?? "").trim();
      if (given === name.trim() || subName(given) !== name.trim()) return null;
      return atRow(row.index, "attack_object_name", {
        message: `The name ${shown(given)} repeats the parent's; it is ${shown(name)}.`,
        ...setField(row.index, "attack_object_name", name.trim()),
      });
    }),
};

export const releaseNotLoaded: Rule = {
  code: "TM1407",
  severity: "warning",
  title: "named ATT&CK release is not loaded",
  explanation:
    "The rules on techniques ask the release that the file names. One that is not loaded, or never was, answers nothing: no id and no name of the file was checked.",
  example: '"attack_version": "16.2"',
  fix: null,
  scope: "metadata",
  *check({ release, version, domain, metadata }) {
    if (release !== null || version === null || domain === null) return;
    yield atMetadata(
      "attack_version",
      `ATT&CK ${shown(metadata.attackVersion)} ${domain} is not loaded: techniques were not checked.`,
      { hint: "tidemap sources lists the releases; tidemap compile loads others." },
    );
  },
};

/** What stands behind the first colon and blank, trimmed: some files put two blanks there. */
function subName(name: string): string | null {
  const at = name.indexOf(": ");
  return at < 0 ? null : name.slice(at + 2).trim();
}

function* eachTechnique(
  { rows, release }: RuleContext,
  find: (row: NumberedRow, technique: KnownTechnique) => Finding | null,
): Generator<Finding> {
  if (release === null) return;
  for (const row of rows) {
    const technique = row.attackObjectId ? release.technique(row.attackObjectId.trim()) : null;
    const finding = technique && find(row, technique);
    if (finding) yield finding;
  }
}
