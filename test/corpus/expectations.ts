import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectationsDir } from "./corpus.js";

/** The text of an expectation file: figures measured by programs that share no code with ours. Throws where there is none. */
export function expectation(name: string): string {
  const dir = expectationsDir();
  if (dir === null) throw new Error("no expectations: set TIDEMAP_EXPECTATIONS");
  return readFileSync(join(dir, name), "utf8");
}

/** A tab-separated expectation: a record per line, fields quoted as in CSV (one holds a line break). */
export function expectedRows(name: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = cells(expectation(name));
  return rows.map((row) => Object.fromEntries(head.map((field, index) => [field, row[index] ?? ""])));
}

function cells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows.filter((row) => row.length > 1 || row[0] !== "");
}
