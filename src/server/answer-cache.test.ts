import fc from "fast-check";
import { expect, it } from "vitest";
import { AnswerCache } from "./answer-cache.js";
import { Representation } from "./representation.js";

const answerOf = (length: number) =>
  new Representation({ body: "x".repeat(length), type: "text/plain; charset=utf-8", headers: {} });

it("keeps what was used last, within its room", () => {
  const cache = new AnswerCache(10 * answerOf(1000).sizeBytes);
  for (let at = 0; at < 10; at++) cache.set(`/${at}`, answerOf(1000));
  expect(cache.get("/0")).toBeDefined();
  cache.set("/10", answerOf(1000));
  expect(cache.get("/0")).toBeDefined();
  expect(cache.get("/1")).toBeUndefined();
});

it("does not give all its room to one answer", () => {
  const cache = new AnswerCache(20_000);
  cache.set("/small", answerOf(100));
  cache.set("/huge", answerOf(10_000));
  expect(cache.get("/huge")).toBeUndefined();
  expect(cache.get("/small")).toBeDefined();
});

it("never holds more than its room, and counts what it holds", () => {
  const step = fc.record({ target: fc.integer({ min: 0, max: 20 }), length: fc.integer({ min: 0, max: 3000 }) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const cache = new AnswerCache(50_000);
      for (const { target, length } of steps) {
        cache.set(String(target), answerOf(length));
        expect(cache.sizeBytes).toBeLessThanOrEqual(50_000);
      }
      const held = Array.from({ length: 21 }, (_, target) => cache.get(String(target))?.sizeBytes ?? 0);
      expect(cache.sizeBytes).toBe(held.reduce((total, size) => total + size, 0));
      cache.clear();
      expect(cache.sizeBytes).toBe(0);
    }),
  );
});
