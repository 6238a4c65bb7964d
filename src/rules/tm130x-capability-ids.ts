import { shown } from "../base/shown.js";
import type { RuleContext } from "./context.js";
import { atRow, atRows, type Rule, setField } from "./rule.js";

/** Trimmed capability ids in the order of their first row, each with its rows. */
export function rowsByCapability({ rows }: RuleContext): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { index, capabilityId } of rows) {
    const id = (capabilityId ?? "").trim();
    if (id === "") continue;
    const at = found.get(id);
    if (at) at.push(index);
    else found.set(id, [index]);
  }
  return found;
}

export const blanksAroundId: Rule = {
  code: "TM1302",
  severity: "warning",
  title: "capability id with outer blanks",
  explanation:
    'Tools that compare letters see a capability of its own ("AC-4 " beside "AC-4"). Tidemap trims before it compares and counts.',
  example: '"capability_id": "AC-4 "',
  fix: "removes the blanks",
  scope: "row",
  *check({ rows }) {
    for (const { index, capabilityId } of rows) {
      const trimmed = (capabilityId ?? "").trim();
      if (trimmed === "" || capabilityId === trimmed) continue;
      yield atRow(index, "capability_id", {
        message: `The capability id ${shown(capabilityId)} has outer blanks.`,
        ...setField(index, "capability_id", trimmed),
      });
    }
  },
};

export const idsInOtherCase: Rule = {
  code: "TM1303",
  severity: "warning",
  title: "capability ids that differ only in case",
  explanation: "They mean one capability; Tidemap compares ids without case and shows each row's own spelling.",
  example: '"vector.remote injection" and "vector.Remote injection"',
  fix: null,
  scope: "id",
  *check(context) {
    const folded = new Map<string, string[]>();
    const byId = rowsByCapability(context);
    for (const id of byId.keys()) {
      const key = id.toLowerCase();
      folded.set(key, [...(folded.get(key) ?? []), id]);
    }
    for (const ids of folded.values()) {
      if (ids.length < 2) continue;
      const rows = ids.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a - b);
      const message = `One capability is spelled ${[...ids].sort().map(shown).join(" and ")}.`;
      yield atRows(rows, "capability_id", { message });
    }
  },
};

export const mixedPadding: Rule = {
  code: "TM1304",
  severity: "warning",
  title: "zero-padded id among unpadded ones, or the reverse",
  explanation:
    "AC-2 and AC-02 are one control; Tidemap looks ids up without padding. Within a file one way should hold.",
  example: '"SC-08" in a file that writes "SC-7" and "SI-4"',
  fix: null,
  scope: "id",
  *check(context) {
    const padded: [string, readonly number[]][] = [];
    const bare: [string, readonly number[]][] = [];
    for (const entry of rowsByCapability(context)) {
      const zero = /^[A-Z&]{2,3}-(0?)[1-9]$/.exec(entry[0])?.[1];
      if (zero !== undefined) (zero === "" ? bare : padded).push(entry);
    }
    if (padded.length === 0 || bare.length === 0) return;
    const [odd, way] = padded.length <= bare.length ? [padded, "without zeros"] : [bare, "with zeros"];
    for (const [id, rows] of odd) {
      yield atRows(rows, "capability_id", { message: `The id ${shown(id)} stands among ids written ${way}.` });
    }
  },
};

/** How each framework writes its ids; VERIS has no fixed form. To add one: a line here. */
const forms: Readonly<Record<string, RegExp>> = {
  nist_800_53: /^[A-Z]{2}-\d{1,2}$/,
  csa_ccm: /^[A-Z&]{3}-\d{2}$/,
  cri_profile: /^[A-Z]{2}\.[A-Z]{2}-\d{2}\.\d{2}$/,
  kev: /^CVE-\d{4}-\d{4,}$/,
  m365: /^[A-Z]{3}-[A-Z]{2,4}-E[35]$/,
  aws: /^[a-z0-9_-]+$/,
  azure: /^[a-z0-9_-]+$/,
  gcp: /^[a-z0-9_-]+$/,
  "intel-vpro": /^[a-z]+(-[a-z]+)+$/,
};

export const idOutsideForm: Rule = {
  code: "TM1305",
  severity: "warning",
  title: "capability id outside the form of its framework",
  explanation:
    "Every published framework writes its ids in one form; another form is a typing error, or needs escaping in addresses. Frameworks without a known form are not checked.",
  example: '"cloud_module_(hsm)" in a file of gcp',
  fix: null,
  scope: "row",
  *check({ file, rows, framework }) {
    // The list style has names for ids; TM1005 explains the file.
    if (file.serialisation === "J0") return;
    const form = Object.hasOwn(forms, framework) ? forms[framework] : undefined;
    if (form === undefined) return;
    for (const { index, capabilityId } of rows) {
      const id = (capabilityId ?? "").trim();
      if (id === "" || form.test(id)) continue;
      yield atRow(index, "capability_id", { message: `The id ${shown(id)} is not of the form ${form.source}.` });
    }
  },
};
