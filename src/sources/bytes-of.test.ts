import fc from "fast-check";
import { expect, it } from "vitest";
import { bytesOf } from "./bytes-of.js";

it("any text has the bytes that UTF-8 gives it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
      expect(bytesOf(text)).toEqual(Buffer.from(text));
    }),
  );
});

it.each([
  "",
  "a",
  "\u0000\u007f",
  "\u0080",
  "\u00ff",
  "\u0141",
  "→",
  "\ud83d\ude00",
  "\ud800",
  `${"a".repeat(9000)}é`,
])("of %j too", (text) => {
  expect(bytesOf(text)).toEqual(Buffer.from(text));
});
