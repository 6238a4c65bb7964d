import fc from "fast-check";
import { parseCsv } from "hucre/csv";
import { expect, it } from "vitest";
import { csvCells } from "./csv-cells.js";

it("cells are those that the library reads, whatever stands in the text", () => {
  const texts = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", " "), maxLength: 20 });
  fc.assert(
    fc.property(texts, (text) => {
      const cells = [...csvCells(text, ",")];
      if (cells.some(({ closed }) => !closed)) return;
      const records: string[][] = [];
      for (const { start, end, record, column } of cells) {
        const written = text.slice(start, end);
        const quoted = /^"((?:[^"]|"")*)"(.*)$/s.exec(written);
        const said = quoted ? `${quoted[1]?.replaceAll('""', '"')}${quoted[2]}` : written;
        if (record > records.length) records.push([]);
        expect([record, column]).toEqual([records.length, records.at(-1)?.length]);
        records.at(-1)?.push(said);
      }
      expect(records).toEqual(parseCsv(text, { delimiter: "," }));
    }),
    { numRuns: 2_000 },
  );
});
