import { expect, it } from "vitest";
import { compareIds } from "./capability-index.js";

it("ids stand by number and by letter, whatever their case", () => {
  const ids = [
    "Action.Hacking.Variety.CSRF",
    "AC-10",
    "action.hacking.variety.DoS",
    "AC-2",
    "action.hacking.variety.AiTM",
  ];
  expect(ids.toSorted(compareIds)).toEqual([
    ...["AC-2", "AC-10", "action.hacking.variety.AiTM"],
    ...["Action.Hacking.Variety.CSRF", "action.hacking.variety.DoS"],
  ]);
});
