import { shownList } from "../../base/shown.js";
import type { Source } from "../../base/source.js";
import type { Parsed } from "../../model/diagnostic.js";
import { isMappable, type MappingFile, type MappingMetadata, type MappingRow } from "../../model/mapping-file.js";
import { Findings } from "../findings.js";
import type { Bounds } from "../format.js";
import { type ReadTable, readTable } from "../table/read-table.js";
import { listSeparator } from "../table/table.js";
import { layoutOf, type TableField, type TableLayout } from "./layout.js";
import { notedIn } from "./noted-fields.js";
import { authoredColumn } from "./rows-table.js";

/**
 * A mapping file from a table of rows, CSV, XLSX or JSON Lines: of a layout that is known by its head, or of the columns that `asked` names.
 * What every row says alike is the file's, and what the notes of a workbook of ours say; an id that is not there is null, other fields are "". Never throws on input.
 */
export async function parseTable(source: Source, bounds: Bounds, asked?: TableLayout): Promise<Parsed<MappingFile>> {
  const { value: table, diagnostics } = await readTable(source, bounds);
  if (table === null) return { value: null, diagnostics };
  const findings = new Findings(source.path);
  const value = fileOf(table, asked ?? layoutOf(table.head), findings);
  return { value, diagnostics: [...diagnostics, ...findings.all()] };
}

/** The same of a table that was read already. */
export function fileOf(table: ReadTable, layout: TableLayout | null, findings: Findings): MappingFile | null {
  if (layout === null) {
    findings.add("TM0008", {
      line: 1,
      column: 1,
      message: "The columns are of no layout that is known.",
      hint: "tidemap convert FILE --map capability_id=…,attack_object_id=… says what they mean.",
    });
    return null;
  }
  const missing = [...layout.columns.values()].filter((name) => !table.head.includes(name));
  if (layout.id === "map" && missing.length > 0) {
    findings.add("TM0008", {
      line: 1,
      column: 1,
      message: `The table has no column ${shownList(missing)}.`,
      hint: `It has ${shownList(table.head)}.`,
    });
    return null;
  }
  tellUnread(table, layout, findings);
  const isDefused = table.kind === "csv" && layout.id === "rows";
  const text = isDefused ? undefused : (cell: string) => cell;
  const cells = table.rows.map(({ cells: line }) => cellsOf(table.head, line.map(text), layout));
  const metadata = { ...metadataOf(cells, layout), ...(layout.id === "rows" ? notedIn(table.notes) : {}) };
  return {
    serialisation: "J2",
    metadata,
    rows: cells.map((fields) => rowOf(fields, layout, metadata)),
    extra: new Map(),
  };
}

/** A map says on purpose what is read; elsewhere a column that is nobody's may be a field under another name. */
function tellUnread({ head }: ReadTable, { id, columns }: TableLayout, findings: Findings): void {
  const known = new Set([...columns.values(), authoredColumn]);
  const unread = head.filter((name) => name !== "" && !known.has(name));
  if (id === "map" || unread.length === 0) return;
  findings.add("TM0010", {
    line: 1,
    column: 1,
    message: `No field is called ${shownList(unread)}; what stands there is left out.`,
    hint: "--map says what columns mean, under whatever name.",
  });
}

type Cells = Readonly<Partial<Record<TableField, string>>>;

function cellsOf(head: readonly string[], line: readonly string[], { columns, constants }: TableLayout): Cells {
  const cells: Partial<Record<TableField, string>> = Object.fromEntries(constants);
  for (const [field, column] of columns) {
    const at = head.indexOf(column);
    if (at >= 0) cells[field] = line[at] ?? "";
  }
  return cells;
}

/** Takes off the sign that keeps a spreadsheet from running a text (formats/table/csv.ts puts it on). */
function undefused(text: string): string {
  return text.replace(/^'(?='*[=+\-@\t\r\n\0|])/, "");
}

function rowOf(cells: Cells, layout: TableLayout, file: MappingMetadata): MappingRow {
  const text = (field: TableField) => cells[field] ?? "";
  const id = (field: TableField) => (text(field).trim() === "" ? null : text(field));
  const [capabilityId, attackObjectId] = [id("capability_id"), id("attack_object_id")];
  const mappingType = text("mapping_type");
  const mappable = isMappable({ status: null, mappingType, capabilityId, attackObjectId });
  return {
    capabilityId,
    capabilityDescription: text("capability_description"),
    capabilityGroup: text("capability_group"),
    mappingType,
    attackObjectId,
    attackObjectName: text("attack_object_name"),
    status: text("status") || (mappable ? "complete" : "non_mappable"),
    scoreCategory: text("score_category"),
    scoreValue: text("score_value"),
    relatedScore: text("related_score"),
    references: referencesIn(text("references"), layout.references),
    comments: text("comments"),
    attackVersion: own(text("attack_version"), file.attackVersion),
    technologyDomain: own(text("technology_domain"), file.technologyDomain),
    mappingFramework: own(text("mapping_framework"), file.mappingFramework),
    mappingFrameworkVersion: own(text("mapping_framework_version"), file.mappingFrameworkVersion),
    extra: new Map(),
  };
}

/** What a row states for itself, where it is not what the file says. */
function own(text: string, ofFile: string | null | undefined): string | undefined {
  return text === "" || text === ofFile ? undefined : text;
}

const splitters = {
  bars: (text: string) => text.split(listSeparator),
  python: (text: string) => (text.trim().startsWith("[") ? pythonTexts(text) : addresses(text)),
  any: addresses,
} as const satisfies Record<TableLayout["references"], (text: string) => readonly string[]>;

/** Of a list as Python writes it: 'https://…', "https://…'…". */
function pythonTexts(text: string): readonly string[] {
  return [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(([, a, b]) => unescaped(a ?? b ?? ""));
}

function addresses(text: string): readonly string[] {
  return text.split(/[\s;|]+|,(?=\s*https?:)/);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, sign: string) => ({ n: "\n", t: "\t", r: "\r" })[sign] ?? sign);
}

function referencesIn(text: string, kind: TableLayout["references"]): readonly string[] {
  return text.trim() === "" ? [] : splitters[kind](text).filter((part) => part !== "");
}

function metadataOf(rows: readonly Cells[], { columns }: TableLayout): MappingMetadata {
  const usual = (field: TableField) => commonest(rows.flatMap((cells) => cells[field] || []));
  const names = (id: TableField, name: TableField) => {
    // Where the table has names, one without a name was not declared.
    const nameOf = (cells: Cells) => cells[name] ?? cells[id] ?? "";
    const pairs = rows.flatMap((cells) => (cells[id] && nameOf(cells) ? [[cells[id], nameOf(cells)] as const] : []));
    return new Map(pairs);
  };
  const types = [...names("mapping_type", "mapping_type_name")].filter(
    ([id]) => id !== "non_mappable" || columns.has("mapping_type_name"),
  );
  return {
    mappingVersion: "",
    technologyDomain: usual("technology_domain"),
    attackVersion: usual("attack_version"),
    mappingFramework: usual("mapping_framework"),
    mappingFrameworkVersion: usual("mapping_framework_version"),
    author: usual("author"),
    contact: usual("contact"),
    organization: usual("organization"),
    creationDate: usual("creation_date"),
    lastUpdate: usual("last_update"),
    mappingTypes: new Map(types.map(([id, name]) => [id, { name, description: "" }])),
    capabilityGroups: names("capability_group", "capability_group_name"),
    extra: new Map(),
  };
}

/** Of equals the first; "" of none. */
function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = "";
  for (const [text, count] of counts) if (count > (counts.get(best) ?? 0)) best = text;
  return best;
}
