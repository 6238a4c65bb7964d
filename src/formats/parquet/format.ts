import type { MappingFormat } from "../mapping-format.js";
import type { TableCell } from "../table/table.js";
import { isList } from "../table/table.js";

/** Rows for engines: the columns of docs/formats/rows.md, references as a list. Written only. */
export const parquet: MappingFormat = {
  id: "parquet",
  title: "rows as Parquet",
  extensions: [".parquet"],
  media: "application/vnd.apache.parquet",
  lossless: false,
  detect: () => 0,
  async serialize(file, { name }) {
    const [{ rowsTable, lostInRows, lostMakers }, { writeParquet }] = await Promise.all([
      import("../rows/rows-table.js"),
      import("./write-parquet.js"),
    ]);
    const { columns, rows } = rowsTable(file);
    const typed = columns.map((column) => {
      return { name: column.name, type: column.name === "references" ? ("texts" as const) : ("text" as const) };
    });
    const cells = rows.map((row) => row.map(plain));
    return {
      files: [{ name: `${name}.parquet`, body: await writeParquet({ columns: typed, rows: cells }) }],
      lost: [...lostMakers(file), ...lostInRows(file)],
    };
  },
};

function plain(cell: TableCell): string | readonly string[] | null {
  return cell === null || isList(cell) ? cell : String(cell);
}
