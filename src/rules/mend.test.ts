import { expect, it } from "vitest";
import { ownSet } from "../../test/cli/own-set.js";
import { type MendQuestion, mend, repairedCodes } from "./mend.js";

const question: MendQuestion = { attack: { at: () => null }, siblings: [], codes: repairedCodes() };

function mended(text: string) {
  return mend({ path: "own.json", bytes: new TextEncoder().encode(text) }, question);
}

it.each([
  ["once each", ["a", "b"], ["a", "b"]],
  ["one address 22 times", Array.from({ length: 22 }, () => "a"), ["a"]],
  ["two by turns, with outer blanks", ["a", "b", " a", "b ", "a", "b"], ["a", "b"]],
  ["neighbours at the end, and one behind them", ["a", "a", "b", "b", "b", "c"], ["a", "b", "c"]],
])("repeated references are gone at once: %s", (_, written, kept) => {
  const address = (text: string) => text.replace(/\w/, (letter) => `https://example.org/${letter}`);
  const own = ownSet(1) as { mapping_objects: object[] };
  Object.assign(own.mapping_objects[0] ?? {}, { references: written.map(address) });
  const once = mended(`${JSON.stringify(own, null, 2)}\n`);
  expect(JSON.parse(once?.text ?? "").mapping_objects[0].references).toEqual(kept.map(address));
  expect(once?.repaired.get("TM1704") ?? 0).toBe(written.length - kept.length);
  expect(mended(once?.text ?? "")?.text).toBe(once?.text);
});
