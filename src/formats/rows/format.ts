/** Rows as tables, for spreadsheets and programs: written, and not read back. docs/formats/rows.md */
import type { MappingFile } from "../../model/mapping-file.js";
import type { MappingFormat, WriteOptions } from "../mapping-format.js";
import { toRecords } from "../table/table.js";
import { lostInRows, rowsTable } from "./rows-table.js";

type Body = (file: MappingFile, options: WriteOptions) => Promise<string | Uint8Array<ArrayBuffer>>;

function rowsFormat(about: Pick<MappingFormat, "id" | "title" | "media">, body: Body): MappingFormat {
  const ending = `.${about.id}`;
  return {
    ...about,
    extensions: [ending],
    lossless: false,
    detect: () => 0,
    async serialize(file, options) {
      return { files: [{ name: options.name + ending, body: await body(file, options) }], lost: lostInRows(file) };
    },
  };
}

export const rowsCsv = rowsFormat({ id: "csv", title: "rows as CSV", media: "text/csv" }, async (file) => {
  const { writeCsv } = await import("../table/csv.js");
  return writeCsv(rowsTable(file));
});

export const rowsXlsx = rowsFormat(
  {
    id: "xlsx",
    title: "rows as an Excel workbook",
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  async (file, { name }) => {
    const { writeXlsx } = await import("../table/xlsx.js");
    const { author, organization, creationDate, lastUpdate } = file.metadata;
    const said = { Author: author, Organization: organization, Created: creationDate, "Last update": lastUpdate };
    return writeXlsx({
      title: name,
      tables: [rowsTable(file)],
      notes: [
        ["Rows", String(file.rows.length)],
        ...Object.entries(said).flatMap(([word, value]) => (value ? [[word, value] as const] : [])),
        "One line is one mapping as the file writes it. A row whose status is non_mappable says that nothing can be mapped.",
        "References are addresses, kept apart by a bar between blanks.",
      ],
    });
  },
);

export const rowsJsonl = rowsFormat(
  { id: "jsonl", title: "rows as JSON Lines", media: "application/x-ndjson" },
  async (file) =>
    toRecords(rowsTable(file))
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(""),
);
