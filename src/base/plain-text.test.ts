import { expect, it } from "vitest";
import { plainText, plainWords } from "./plain-text.js";

it.each([
  ["Café", "cafe"],
  ["‘Kimsuky’ “Velvet Chollima”", "'kimsuky' \"velvet chollima\""],
  ["AC–2, AC—2, AC‑2, AC−2", "ac-2, ac-2, ac-2, ac-2"],
])("%s is looked for as %s", (written, plain) => {
  expect(plainText(written)).toBe(plain);
  expect(plainText(plain)).toBe(plain);
});

it("quotes around words are not looked for", () => {
  expect(plainWords("“Cozy Bear” AC–2")).toEqual(["cozy", "bear", "ac-2"]);
  expect(plainWords(" ” ")).toEqual([]);
});
