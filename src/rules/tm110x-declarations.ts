import { escapePointer } from "../base/json-pointer.js";
import { shown } from "../base/shown.js";
import { isBlank, type RuleContext } from "./context.js";
import { atRow, type Finding, type Rule, type Said } from "./rule.js";

type Key = "mapping_types" | "capability_groups";

function atDeclaration(key: Key, id: string, said: string | Said): Finding {
  const pointer = `/metadata/${key}/${escapePointer(id)}`;
  return { pointer, row: null, ...(typeof said === "string" ? { message: said } : said) };
}

/** The name of a declaration with outer blanks, and the same without them. */
function blankName(key: Key, id: string, name: string): Finding {
  const pointer = `/metadata/${key}/${escapePointer(id)}${key === "mapping_types" ? "/name" : ""}`;
  const what = key === "mapping_types" ? "type" : "group";
  return atDeclaration(key, id, {
    message: `The name of a ${what} has outer blanks: ${shown(name)}.`,
    repairs: [{ kind: "set", pointer, value: name.trim() }],
  });
}

function usedGroups({ rows }: RuleContext): ReadonlySet<unknown> {
  return new Set(rows.map(({ capabilityGroup }) => capabilityGroup));
}

export const unusedGroup: Rule = {
  code: "TM1106",
  severity: "warning",
  title: "capability group declared but used by no row",
  explanation:
    "Often left over from an older version of the file. Tidemap does not list groups without rows as content. Not repaired, because a group without rows can mean: looked at, nothing found.",
  example: '"capability_groups": { "AC": "Access Control", "AU": "Audit" } and no row in AU',
  fix: null,
  scope: "declaration",
  *check(context) {
    const used = usedGroups(context);
    for (const id of context.metadata.capabilityGroups.keys()) {
      if (!used.has(id))
        yield atDeclaration("capability_groups", id, `The group ${shown(id)} is declared, but no row is in it.`);
    }
  },
};

export const undeclaredGroup: Rule = {
  code: "TM1107",
  severity: "error",
  title: "capability group used but not declared",
  explanation: "Nothing says what the group is called; Tidemap shows its id.",
  example: '"capability_group": "ZZ" and no ZZ in capability_groups',
  fix: null,
  scope: "row",
  *check({ file, metadata, rows }) {
    if (file.serialisation === "J5") return;
    for (const { index, capabilityGroup: group } of rows) {
      if (isBlank(group) || metadata.capabilityGroups.has(group ?? "")) continue;
      yield atRow(index, "capability_group", { message: `The group ${shown(group)} is not declared in the metadata.` });
    }
  },
};

export const unusedType: Rule = {
  code: "TM1108",
  severity: "note",
  title: "mapping type declared but used by no row",
  explanation: "Harmless: the declaration explains a type that does not occur.",
  example: '"mapping_types": { "uncategorized": … } and no row of that type',
  fix: null,
  scope: "declaration",
  *check({ metadata, rows }) {
    const used = new Set<unknown>(rows.map(({ mappingType }) => mappingType));
    for (const id of metadata.mappingTypes.keys()) {
      if (!used.has(id))
        yield atDeclaration("mapping_types", id, `The type ${shown(id)} is declared, but no row has it.`);
    }
  },
};

export const undeclaredType: Rule = {
  code: "TM1109",
  severity: "warning",
  title: "mapping type used, not declared",
  explanation:
    "The metadata do not say what the type means. Most often it is non_mappable, which the publisher's own tools write without declaring it.",
  example: '"mapping_type": "non_mappable" and no such entry in mapping_types',
  fix: "declares the type",
  scope: "row",
  *check({ file, metadata, rows }) {
    if (file.serialisation === "J5") return;
    for (const { index, mappingType } of rows) {
      if (isBlank(mappingType) || metadata.mappingTypes.has(mappingType ?? "")) continue;
      yield atRow(index, "mapping_type", {
        message: `The type ${shown(mappingType)} is not declared in the metadata.`,
        repairs: [
          {
            kind: "add",
            pointer: "/metadata/mapping_types",
            key: mappingType ?? "",
            value: { name: mappingType, description: "" },
          },
        ],
      });
    }
  },
};

export const blanksAroundDeclaredName: Rule = {
  code: "TM1110",
  severity: "note",
  title: "declared group or type name has outer blanks",
  explanation: "Tidemap trims names where it shows or compares them.",
  example: '"capability_groups": { "AC": "Access Control " }',
  fix: "removes the blanks",
  scope: "declaration",
  *check({ metadata }) {
    for (const [id, { name }] of metadata.mappingTypes) {
      if (name && name.trim() !== name) yield blankName("mapping_types", id, name);
    }
    for (const [id, name] of metadata.capabilityGroups) {
      if (name.trim() !== name) yield blankName("capability_groups", id, name);
    }
  },
};

export const undescribedType: Rule = {
  code: "TM1111",
  severity: "note",
  title: "mapping type declared without a description",
  explanation: "What the type claims is left to its name.",
  example: '"mapping_types": { "mitigates": { "name": "mitigates", "description": "" } }',
  fix: null,
  scope: "declaration",
  *check({ metadata }) {
    for (const [id, { description }] of metadata.mappingTypes) {
      if (isBlank(description)) yield atDeclaration("mapping_types", id, `The type ${shown(id)} has no description.`);
    }
  },
};
