import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth, wrap } from "./wrap.js";

describe("wrap", () => {
  it.each([
    ["one two three", 7, ["one two", "three"]],
    ["one\ntwo", 20, ["one", "two"]],
    ["", 5, [""]],
    ["azure_network_security_groups", 14, ["azure_network_", "security_", "groups"]],
    ["abcdefgh", 3, ["abc", "def", "gh"]],
    ["日本語", 4, ["日本", "語"]],
    ["clear\u001b[2Jscreen", 40, ["clear?[2Jscreen"]],
  ])("%j at %d", (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

  it("keeps every line within the width and every character but blanks", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme-ascii", maxLength: 200 }),
        fc.integer({ min: 2, max: 60 }),
        (text, width) => {
          const lines = wrap(text, width);
          expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
          expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        },
      ),
    );
  });
});
