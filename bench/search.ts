/** Budgets: the list that browsers search in, at most 90 kB on the wire; an answer at most 50 ms after a key. */
import { brotliCompressSync } from "node:zlib";
import { KnowledgeBase } from "../src/knowledge/knowledge-base.js";
import { SearchIndex } from "../src/knowledge/search.js";
import { searchEntries } from "../src/knowledge/search-entries.js";
import { entriesOf, toSearchList } from "../src/knowledge/search-list.js";
import { searchAnswer } from "../src/site/views/search.js";
import type { Bench } from "./budget.js";
import { factText } from "./library.js";
import { median } from "./measure.js";

/** Typed key by key: what people look for. */
const queries = ["T1550.001", "access token", "acces tokn", "AC-2", "cosy bear", "CVE-2023-34362", "multi-factor"];

const bench: Bench = async () => {
  const text = JSON.stringify(toSearchList(searchEntries(new KnowledgeBase([{ text: factText }]))));
  const listBytes = brotliCompressSync(text).length;
  const started = performance.now();
  const index = new SearchIndex(entriesOf(JSON.parse(text) as ReturnType<typeof toSearchList>));
  const indexMs = performance.now() - started;
  const keys = queries.flatMap((query) => Array.from({ length: query.length }, (_, end) => query.slice(0, end + 1)));
  const times = keys.map((typed) => {
    const before = performance.now();
    searchAnswer(index, { q: typed });
    return performance.now() - before;
  });
  const slowestMs = Math.max(...times);
  return [
    {
      id: "search-list",
      what: "the list that browsers search in, brotli, kB",
      value: listBytes / 1000,
      budget: { max: 90 },
      from: { listBytes, rawBytes: text.length, entries: index.entries.length },
    },
    {
      id: "search-key",
      what: "the slowest answer to a key, ms",
      value: slowestMs,
      budget: { max: 50 },
      from: { slowestMs, medianMs: median(times), indexMs, keys: keys.length },
    },
  ];
};

export default bench;
