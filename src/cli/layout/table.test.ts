import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Screen } from "./screen.js";
import { type Column, table } from "./table.js";
import { textWidth } from "./wrap.js";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

const columns: readonly Column<Row>[] = [
  { title: "Id", kind: "id", cell: ({ id }) => id },
  { title: "Name", kind: "text", cell: ({ name }) => name },
  { title: "Rows", kind: "number", cell: ({ count }) => String(count) },
];

const screen = (width: number): Screen => ({ width, paint: (_, text) => text });

describe("table", () => {
  it("lines columns up, numbers on the right, texts wrapped", () => {
    const rows = [
      { id: "T1059", name: "Command and Scripting Interpreter of any kind", count: 7 },
      { id: "T1550.001", name: "Token", count: 1200 },
    ];
    expect(table({ screen: screen(44), columns, rows })).toEqual([
      "  Id         Name                       Rows",
      "  T1059      Command and Scripting         7",
      "             Interpreter of any kind",
      "  T1550.001  Token                      1200",
    ]);
  });

  it("becomes entries where not even the ids fit side by side", () => {
    const rows = [{ id: "azure_network_watcher", name: "Network watcher", count: 3 }];
    expect(table({ screen: screen(40), columns, rows })).toEqual([
      "  azure_network_watcher",
      "    Name: Network watcher",
      "    Rows: 3",
    ]);
  });

  it("leaves out columns without content", () => {
    expect(table({ screen: screen(60), columns, rows: [{ id: "a", name: "", count: 1 }] })).toEqual([
      "  Id  Rows",
      "  a      1",
    ]);
  });

  it("never exceeds the screen, and never cuts an id that fits", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9._-]{1,30}$/);
    const row = fc.record({
      id: word,
      name: fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
      count: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), fc.integer({ min: 40, max: 160 }), (rows, width) => {
        const lines = table({ screen: screen(width), columns, rows, notes: ({ name }) => [name] });
        expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
        const words = new Set(lines.flatMap((line) => line.split(/\s+/)));
        expect(rows.filter(({ id }) => !words.has(id))).toEqual([]);
      }),
    );
  });
});
