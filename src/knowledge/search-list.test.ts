import { brotliCompressSync } from "node:zlib";
import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../test/embedded.js";
import { searchEntries } from "./search-entries.js";
import { entriesOf, toSearchList } from "./search-list.js";

it("holds every entry, in at most 90 kB on the wire", () => {
  const entries = searchEntries(embeddedKnowledge());
  const text = JSON.stringify(toSearchList(entries));
  expect(entriesOf(JSON.parse(text) as ReturnType<typeof toSearchList>)).toEqual(entries);
  expect(brotliCompressSync(text).length).toBeLessThan(90_000);
});
