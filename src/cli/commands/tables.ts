import { existsSync } from "node:fs";
import { join } from "node:path";
import { number } from "../../base/counted.js";
import { type TypedTable, toLines } from "../../formats/parquet/typed-table.js";
import { nearest } from "../../knowledge/suggest.js";
import type { DataTable } from "../../knowledge/tables/data-table.js";
import { dataTables } from "../../knowledge/tables/registry.js";
import { TidemapError } from "../../model/diagnostic.js";
import { makeFolder } from "../../sources/make-folder.js";
import { writeWhole } from "../../sources/write-whole.js";
import { openKnowledge } from "../open.js";
import { textOf } from "../options.js";
import type { Call } from "../program.js";

/** `tidemap tables`: all that is loaded for an engine; a file a table. What would be replaced is known before the first is written. */
export async function tables({ context, args, options }: Call): Promise<number> {
  const { host } = context;
  const wanted = args.length === 0 ? dataTables : dataTables.filter(({ name }) => args.map(known).includes(name));
  const write = writerNamed(textOf(options.to) ?? "parquet");
  const out = textOf(options.out);
  if (out === undefined) {
    throw new TidemapError("TM5070", "There is no folder to write to.", { hint: "Name one with --out.", exitCode: 2 });
  }
  const planned = wanted.map((table) => ({ table, path: join(out, `${table.name}.${write.ending}`) }));
  const there = planned.find(({ path }) => existsSync(path));
  if (there !== undefined && options.force !== true) {
    throw new TidemapError("TM5044", `${there.path} is there already; nothing was written.`, {
      hint: "--force replaces files.",
    });
  }
  const kb = openKnowledge(context);
  makeFolder(out);
  for (const { table, path } of planned) {
    const body = await write.body(table.of(kb));
    writeWhole(path, body);
    if (!context.options.quiet) host.err(`${path}: ${number(body.length)} bytes.\n`);
  }
  return 0;
}

/** The name of a table; throws a TidemapError (exit 2) for a word that is none. */
function known(word: string): DataTable["name"] {
  const names = dataTables.map(({ name }) => name);
  if (names.includes(word)) return word;
  const [near] = nearest(word, names);
  throw new TidemapError("TM5071", `There is no table ${JSON.stringify(word)}.`, {
    hint: near === undefined ? `Tables are ${names.join(", ")}.` : `Did you mean ${near}?`,
    exitCode: 2,
  });
}

interface Writer {
  readonly ending: string;
  readonly body: (table: TypedTable) => Promise<Buffer>;
}

function writerNamed(word: string): Writer {
  if (word === "jsonl") return { ending: word, body: async (table) => linesOf(table) };
  if (word === "parquet") {
    return {
      ending: word,
      body: async (table) => {
        const { writeParquet } = await import("../../formats/parquet/write-parquet.js");
        return Buffer.from(await writeParquet(table));
      },
    };
  }
  throw new TidemapError("TM5041", `There is no format ${JSON.stringify(word)} for tables.`, {
    hint: "--to takes parquet and jsonl.",
    exitCode: 2,
  });
}

/** In pieces: one string of all lines would take twice the memory of its bytes. */
function linesOf(table: TypedTable): Buffer {
  const pieces: Buffer[] = [];
  let lines: string[] = [];
  for (const line of toLines(table)) {
    lines.push(line);
    if (lines.length < 10_000) continue;
    pieces.push(Buffer.from(lines.join("")));
    lines = [];
  }
  return Buffer.concat([...pieces, Buffer.from(lines.join(""))]);
}
