import { expect, it } from "vitest";
import { parentIdOf, parseTechniqueId } from "./technique-id.js";

it.each([
  ["T1550.001", "T1550.001"],
  ["t1550/001", "T1550.001"],
  [" T1550_1 ", "T1550.001"],
  ["T1550-001", "T1550.001"],
  ["t 1059", "T1059"],
  ["mob-t1001", "MOB-T1001"],
  ["TA0005", null],
  ["T155", null],
  ["__proto__", null],
])("parseTechniqueId of %s is %s", (text, id) => expect(parseTechniqueId(text)).toBe(id));

it("knows a parent by the dot", () => {
  expect(parentIdOf("T1550.001")).toBe("T1550");
  expect(parentIdOf("T1550")).toBeNull();
});
