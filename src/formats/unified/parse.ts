import type { Source } from "../../base/source.js";
import type { Parsed } from "../../model/diagnostic.js";
import type { MappingFile, MappingRow, Serialisation } from "../../model/mapping-file.js";
import { readDocument } from "../document.js";
import { Findings } from "../findings.js";
import { type Bounds, checkSize, defaultBounds } from "../format.js";
import { withLines } from "../locate.js";
import { decodeMetadata } from "./metadata.js";
import { countMembers, type Fields, isFields, kindOf, RecordReader } from "./record.js";
import { decodeRow, type KeyOrders } from "./row.js";
import { serialisationOf } from "./serialisation.js";

const topKeys: ReadonlySet<string> = new Set(["metadata", "mapping_objects"]);

/**
 * A unified mapping file, JSON or YAML, in any of its serialisations; null with an error for anything else. Nothing that
 * is written gets lost: unknown keys are kept, of a repeated key the last. Rows that are no objects are told and left
 * out, which moves the numbers of those behind. Never throws on input.
 */
export function parseUnified(bytes: Uint8Array, file: string, bounds: Bounds = defaultBounds): Parsed<MappingFile> {
  const tooLarge = checkSize(file, bytes.length, bounds);
  if (tooLarge) return { value: null, diagnostics: [tooLarge] };
  const findings = new Findings(file);
  const source = { path: file, bytes };
  const value = parseSource(source, bounds, findings);
  // Reads the text once more, and only where there is something to say of a place in it.
  return { value, diagnostics: withLines(source, findings.all()) };
}

function parseSource(source: Source, bounds: Bounds, findings: Findings): MappingFile | null {
  const document = readDocument(source, bounds, findings);
  if (document === null) return null;
  const top = document.value;
  const shape = shapeOf(top);
  if (typeof shape === "string") {
    findings.add("TM1001", { message: shape, hint: "A mapping file is an object with metadata and mapping_objects." });
    return null;
  }
  const { metadata, objects } = shape;
  if (objects.length > bounds.rows) {
    const message = `The file has ${objects.length} rows; at most ${bounds.rows} are read.`;
    findings.add("TM0003", { pointer: "/mapping_objects", message });
    return null;
  }
  if ((top as Fields).mapping_objects === null) {
    findings.add("TM1001", { pointer: "/mapping_objects", message: "mapping_objects is null, not a list." });
  }
  const serialisation = serialisationOf(metadata, objects);
  const reader = new RecordReader(top as Fields, "", findings);
  const keys = reader.keys(topKeys);
  let members = keys.length + countMembers(metadata);
  const decoded = decodeRows(objects, serialisation, findings);
  members += decoded.members;
  for (const extra of reader.extra().values()) members += countMembers(extra);
  document.tellText(members);
  const old = serialisation === "J0" || serialisation === "J1";
  return {
    serialisation,
    metadata: decodeMetadata(metadata ?? {}, old, findings),
    rows: decoded.rows,
    extra: reader.extra(),
    keys,
    ...(document.layout === null ? {} : { layout: document.layout }),
  };
}

interface Shape {
  readonly metadata: Fields | null;
  readonly objects: readonly unknown[];
}

/** The two parts of a mapping file, or a sentence that says what is wrong. An editor's new file may have no rows yet. */
function shapeOf(top: unknown): Shape | string {
  if (!isFields(top)) return `The file holds ${kindOf(top)}, not an object.`;
  const metadata = Object.hasOwn(top, "metadata") ? top.metadata : undefined;
  const objects = Object.hasOwn(top, "mapping_objects") ? top.mapping_objects : undefined;
  if (metadata !== undefined && !isFields(metadata)) return `metadata is ${kindOf(metadata)}, not an object.`;
  if (objects === undefined || objects === null) {
    if (metadata && Object.hasOwn(metadata, "mapping_framework")) return { metadata, objects: [] };
    return "The file has no mapping_objects: it is no mapping file.";
  }
  if (!Array.isArray(objects)) return `mapping_objects is ${kindOf(objects)}, not a list.`;
  return { metadata: metadata ?? null, objects };
}

function decodeRows(
  objects: readonly unknown[],
  serialisation: Serialisation,
  findings: Findings,
): { readonly rows: readonly MappingRow[]; readonly members: number } {
  const rows: MappingRow[] = [];
  const orders: KeyOrders = { last: [], byText: new Map() };
  let members = 0;
  objects.forEach((fields, index) => {
    const pointer = `/mapping_objects/${index}`;
    if (!isFields(fields)) {
      findings.add("TM1001", { pointer, message: `A row is ${kindOf(fields)}, not an object; it is left out.` });
      members += countMembers(fields);
      return;
    }
    const row = decodeRow(fields, { pointer, serialisation, orders, findings });
    members += row.keys.length;
    if (row.extra.size > 0) for (const extra of row.extra.values()) members += countMembers(extra);
    rows.push(row);
  });
  return { rows, members };
}
