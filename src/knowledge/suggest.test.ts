import { expect, it } from "vitest";
import { nearest } from "./suggest.js";

it.each([
  ["T1550.01", ["T1550.001", "T1059.001", "T1548"], "T1550.001"],
  ["techniqe", ["technique", "tactic", "search"], "technique"],
  ["m356", ["m365", "aws", "gcp"], "m365"],
  ["protcet", ["protect", "detect", "respond"], "protect"],
])("%s → first of %j", (word, candidates, best) => expect(nearest(word, candidates)[0]).toBe(best));

it("suggests nothing for what is near to nothing", () => expect(nearest("zzzzzz", ["AC-02", "m365"])).toEqual([]));
