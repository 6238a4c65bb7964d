import type { TypedCell, TypedColumn, TypedTable } from "./typed-table.js";

type SchemaElement = ConstructorParameters<typeof import("hyparquet-writer").ParquetWriter>[0]["schema"][number];

/** Rows that are held as columns before they are written. */
const rowGroupSize = 50_000;

/**
 * A table as Apache Parquet (https://parquet.apache.org/docs/file-format/): Snappy, dictionaries, statistics; no clock inside. Of all
 * rows only one group at a time is held as values. The library is loaded when first asked for.
 */
export async function writeParquet({ columns, rows }: TypedTable): Promise<Uint8Array<ArrayBuffer>> {
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: "tidemap" });
  const write = async (group: readonly (readonly TypedCell[])[]) => {
    const columnData = columns.map(({ name }, index) => ({ name, data: group.map((row) => row[index] ?? null) }));
    await writer.write({ columnData, rowGroupSize });
  };
  let group: (readonly TypedCell[])[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < rowGroupSize) continue;
    await write(group);
    group = [];
  }
  if (group.length > 0) await write(group);
  writer.finish();
  return new Uint8Array(bytes.getBuffer());
}

function schemaOf(columns: readonly TypedColumn[]): SchemaElement[] {
  return [{ name: "tidemap", num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

const text = { type: "BYTE_ARRAY", converted_type: "UTF8" } as const;
const physical = { text, integer: { type: "INT32" }, flag: { type: "BOOLEAN" } } as const;

/** A list is three levels deep, as the format's text has it; it is empty where nothing is there, never null. */
function elementsOf({ name, type }: TypedColumn): SchemaElement[] {
  if (type !== "texts") return [{ name, repetition_type: "OPTIONAL", ...physical[type] }];
  return [
    { name, repetition_type: "REQUIRED", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "REQUIRED", ...text },
  ];
}
