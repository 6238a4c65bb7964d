/** What columns of a table mean: layouts that are known by their heads, and maps that a person gives. */
import type { Compat } from "../mapping-format.js";

/** Fields that a table may hold, by their names in unified files; two of ours are names of groups and types. */
export const tableFields = [
  "mapping_framework",
  "mapping_framework_version",
  "attack_version",
  "technology_domain",
  "capability_id",
  "capability_description",
  "capability_group",
  "capability_group_name",
  "mapping_type",
  "mapping_type_name",
  "attack_object_id",
  "attack_object_name",
  "status",
  "score_category",
  "score_value",
  "related_score",
  "references",
  "comments",
  "author",
  "contact",
  "organization",
  "creation_date",
  "last_update",
] as const;
export type TableField = (typeof tableFields)[number];

/** Where each field stands: in a column by its head, or as the same words in every row. */
export interface TableLayout {
  readonly id: string;
  readonly columns: ReadonlyMap<TableField, string>;
  readonly constants: ReadonlyMap<TableField, string>;
  /** How several references stand in one cell. */
  readonly references: "bars" | "python" | "any";
}

/** Our own rows (docs/formats/rows.md): ids and names apart, references between bars. */
const ours: TableLayout = {
  id: "rows",
  columns: new Map<TableField, string>([
    ["mapping_framework", "framework"],
    ["mapping_framework_version", "framework_version"],
    ["attack_version", "attack_version"],
    ["technology_domain", "domain"],
    ["capability_id", "capability_id"],
    ["capability_description", "capability_name"],
    ["capability_group", "capability_group"],
    ["capability_group_name", "capability_group_name"],
    ["mapping_type", "mapping_type"],
    ["mapping_type_name", "mapping_type_name"],
    ["attack_object_id", "technique_id"],
    ["attack_object_name", "technique_name"],
    ["status", "status"],
    ["score_category", "score_category"],
    ["score_value", "score_value"],
    ["related_score", "related_score"],
    ["references", "references"],
    ["comments", "comments"],
  ]),
  constants: new Map(),
  references: "bars",
};

/** Columns called as in unified files. The publisher's downloads are: names for ids of groups and types, references as Python lists. */
const published: TableLayout = {
  id: "published",
  columns: new Map<TableField, string>(
    tableFields
      .filter((field) => !["capability_group_name", "mapping_type_name"].includes(field))
      .map((field) => [field, field]),
  ),
  constants: new Map(),
  references: "python",
};

/** The Mappings Editor's text exports: heads in words, names for ids, references between commas. */
const editor: TableLayout = {
  id: "editor",
  columns: new Map<TableField, string>(
    [...published.columns.keys()].map((field) => [
      field,
      field.replace(/(^|_)([a-z])/g, (_, gap: string, letter: string) => `${gap && " "}${letter.toUpperCase()}`),
    ]),
  ),
  constants: new Map(),
  references: "any",
};

/** What other programs write above their columns. */
export const tableHeads: Readonly<Record<Compat, ReadonlyMap<TableField, string>>> = {
  mapex: published.columns,
  editor: editor.columns,
};

/** The layout that a table's head is of: both ids stand in it; null for any other table. */
export function layoutOf(head: readonly string[]): TableLayout | null {
  const known = new Set(head.map((name) => name.trim()));
  const needed = ["capability_id", "attack_object_id"] as const;
  return (
    [ours, published, editor].find(({ columns }) => needed.every((field) => known.has(columns.get(field) ?? ""))) ??
    null
  );
}
