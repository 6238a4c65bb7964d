import { type TableField, type TableLayout, tableFields } from "./layout.js";

/** What columns of a field are called elsewhere, beside its own name, the likelier first; case, blanks and signs are forgiven. */
const headsOf: Readonly<Partial<Record<TableField, readonly string[]>>> = {
  capability_id: ["control id", "requirement id", "safeguard id", "cve id", "control", "id"],
  capability_description: ["capability name", "control name", "control title", "title", "name"],
  capability_group: ["control family", "family", "group"],
  attack_object_id: ["technique id", "attack id", "att ck id", "attack technique id", "mitre technique", "technique"],
  attack_object_name: ["technique name", "attack technique name", "att ck name"],
  mapping_type: ["relationship", "type"],
  score_category: ["function"],
  score_value: ["score", "rating"],
  status: [],
  references: ["reference", "urls", "url"],
  comments: ["comment", "rationale", "notes", "justification"],
  mapping_framework: ["framework"],
  mapping_framework_version: ["framework version"],
  attack_version: ["att ck version"],
  technology_domain: ["domain"],
};

/** What the heads of a table seem to mean; each column and each field once. */
export function guessColumns(head: readonly string[]): ReadonlyMap<TableField, string> {
  const guessed = new Map<TableField, string>();
  const taken = new Set<string>();
  for (const [field, names] of Object.entries(headsOf) as [TableField, readonly string[]][]) {
    const found = [folded(field), ...names].flatMap(
      (name) => head.find((column) => folded(column) === name && !taken.has(column)) ?? [],
    )[0];
    if (found === undefined) continue;
    guessed.set(field, found);
    taken.add(found);
  }
  return guessed;
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** What is wrong with the words of a map. */
export interface MapFault {
  readonly fault: string;
}

/**
 * `capability_id="Control ID",attack_object_id=Technique,mapping_framework==own`: a column for a field, or after two signs
 * words that every row has.
 */
export function parseColumnMap(words: string): TableLayout | MapFault {
  const columns = new Map<TableField, string>();
  const constants = new Map<TableField, string>();
  for (const [, name = "", same, quoted, plain = ""] of words.matchAll(entry)) {
    const field = tableFields.find((known) => known === name.trim());
    if (field === undefined) return { fault: `${JSON.stringify(name.trim())} is no field` };
    (same === "==" ? constants : columns).set(
      field,
      quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'),
    );
  }
  if (words.replaceAll(entry, "").trim() !== "")
    return { fault: `${JSON.stringify(words)} is no list of field=column` };
  for (const field of ["capability_id", "attack_object_id"] as const)
    if (!columns.has(field)) return { fault: `no column is named for ${field}` };
  return { id: "map", columns, constants, references: "any" };
}

const entry = /\s*([a-z_ ]+?)\s*(==|=)\s*(?:"((?:[^"]|"")*)"|([^,"]*))\s*(?:,|$)/g;

/** A map as words that `parseColumnMap` reads. */
export function columnMapWords(columns: ReadonlyMap<TableField, string>): string {
  return [...columns]
    .map(([field, column]) => `${field}=${/[",\s]/.test(column) ? `"${column.replaceAll('"', '""')}"` : column}`)
    .join(",");
}
