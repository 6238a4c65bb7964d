/** Rows as tables, for spreadsheets and programs; read back as far as a table goes. docs/formats/rows.md */
import { decodeLossy, isZip } from "../../base/source.js";
import type { MappingFile } from "../../model/mapping-file.js";
import type { Compat, MappingFormat, WriteOptions } from "../mapping-format.js";
import { isJsonLines } from "../table/json-lines.js";
import { type Table, toRecords } from "../table/table.js";
import { layoutOf } from "./layout.js";
import { notesOf } from "./noted-fields.js";
import { lostInRows, lostMakers, rowsTable } from "./rows-table.js";

type Reading = Pick<MappingFormat, "detect"> & Required<Pick<MappingFormat, "parse">>;
type Body = (file: MappingFile, options: WriteOptions) => Promise<string | Uint8Array<ArrayBuffer>>;

function rowsFormat(about: Pick<MappingFormat, "id" | "title" | "media"> & Reading, body: Body): MappingFormat {
  const ending = `.${about.id}`;
  return {
    ...about,
    extensions: [ending],
    lossless: false,
    async serialize(file, options) {
      const { compat } = options;
      // A workbook of ours has a sheet for it.
      const made = about.id === "xlsx" && compat === undefined ? [] : lostMakers(file);
      const lost = [...(compat === undefined ? [] : lostInForeign[compat]), ...made, ...lostInRows(file)];
      return { files: [{ name: options.name + ending, body: await body(file, options) }], lost };
    },
  };
}

/** Beside what our own tables lose. */
const lostInForeign = {
  mapex: ["statuses, and ids of groups and types, whose names stand there"],
  editor: ["statuses, ids of groups and types, and where one reference of several ends"],
} as const satisfies Record<Compat, readonly string[]>;

function withIndex({ columns, rows, ...table }: Table): Table {
  return { ...table, columns: [{ name: "" }, ...columns], rows: rows.map((row, index) => [index, ...row]) };
}

const parse: Reading["parse"] = async (source, bounds) => (await import("./parse.js")).parseTable(source, bounds);

/** A CSV of a layout that its first line tells. */
function isKnownCsv(head: Uint8Array, path: string): boolean {
  if (!/\.[ct]sv$/i.test(path)) return false;
  const [line = ""] = decodeLossy(head).split(/\r\n|\r|\n/, 1);
  return layoutOf(line.split(/[,;\t]/).map((name) => name.replace(/^"|"$/g, ""))) !== null;
}

export const rowsCsv = rowsFormat(
  {
    id: "csv",
    title: "rows as CSV",
    media: "text/csv",
    detect: (head, path) => (isKnownCsv(head, path) ? 1 : 0),
    parse,
  },
  async (file, { compat }) => {
    const { writeCsv } = await import("../table/csv.js");
    if (compat === undefined) return writeCsv(rowsTable(file));
    const { foreignTable } = await import("./foreign-table.js");
    const table = foreignTable(file, compat);
    // The publisher's downloads count their rows in a column without a name, and end lines as Python does.
    return compat === "mapex" ? writeCsv(withIndex(table), "\n") : writeCsv(table);
  },
);

export const rowsXlsx = rowsFormat(
  {
    id: "xlsx",
    title: "rows as an Excel workbook",
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    // What its sheet holds is known after inflating it.
    detect: (head, path) => (/\.xlsx$/i.test(path) && isZip(head) ? 0.9 : 0),
    parse,
  },
  async (file, { name, compat, about = [] }) => {
    const { writeXlsx } = await import("../table/xlsx.js");
    if (compat !== undefined) {
      const { foreignTable } = await import("./foreign-table.js");
      return writeXlsx({ title: name, tables: [foreignTable(file, compat)], notes: [] });
    }
    return writeXlsx({
      title: name,
      tables: [rowsTable(file)],
      notes: [
        ["Rows", String(file.rows.length)],
        ...notesOf(file.metadata),
        ...about,
        "One line is one mapping as the file writes it. A row whose status is non_mappable says that nothing can be mapped.",
        "References are addresses, kept apart by a bar between blanks.",
      ],
    });
  },
);

export const rowsJsonl = rowsFormat(
  {
    id: "jsonl",
    title: "rows as JSON Lines",
    media: "application/x-ndjson",
    detect: (head, path) => (isJsonLines({ path, bytes: head }) ? 1 : 0),
    parse,
  },
  async (file) =>
    toRecords(rowsTable(file))
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(""),
);
