import { expect, it } from "vitest";
import { BoundedCache } from "./bounded-cache.js";

it("makes a value once and keeps at most so many, the longest unused going first", () => {
  const made: string[] = [];
  const cache = new BoundedCache<string>(2);
  const ask = (key: string) =>
    cache.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect([ask("a"), ask("b"), ask("a"), ask("c"), ask("a"), ask("b")]).toEqual(["A", "B", "A", "C", "A", "B"]);
  expect(made).toEqual(["a", "b", "c", "b"]);
  expect(cache.size).toBe(2);
});
