import { expect, it } from "vitest";
import { nearest, nearestNamed } from "./suggest.js";

it.each([
  ["T1550.01", ["T1550.001", "T1059.001", "T1548"], "T1550.001"],
  ["techniqe", ["technique", "tactic", "search"], "technique"],
  ["m356", ["m365", "aws", "gcp"], "m365"],
  ["protcet", ["protect", "detect", "respond"], "protect"],
])("%s → first of %j", (word, candidates, best) => expect(nearest(word, candidates)[0]).toBe(best));

it("suggests nothing for what is near to nothing", () => expect(nearest("zzzzzz", ["AC-02", "m365"])).toEqual([]));

const named = (...entries: readonly (readonly [text: string, meant: string])[]) =>
  entries.map(([text, meant]) => ({ text, meant }));

it("things of one name stand in the order given, each once", () => {
  const things = named(["Phishing", "T1566"], ["T1566", "T1566"], ["Phishing", "T1660"]);
  expect(nearestNamed("phishing", things)).toEqual(["T1566", "T1660"]);
});

it("whole words that begin a name lead to it, behind what is spelled nearly so", () => {
  const things = named(["Phishing for Information", "T1598"], ["Phishing", "T1566"], ["Valid Accounts", "T1078"]);
  expect(nearestNamed("phishing", things)).toEqual(["T1566", "T1598"]);
  expect(nearestNamed("valid acc", things)).toEqual(["T1078"]);
  expect(nearestNamed("  ", things)).toEqual([]);
});
