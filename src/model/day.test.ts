import { expect, it } from "vitest";
import { dayOf, shownDay } from "./day.js";

it.each([
  ["07/28/2025", "2025-07-28"],
  ["7/28/2025", "2025-07-28"],
  ["07.28.2025", "2025-07-28"],
  [" 2/29/2024 ", "2024-02-29"],
  ["02/29/2100", null],
  ["02/29/2000", "2000-02-29"],
  ["04/31/2025", null],
  ["13/01/2025", null],
  ["2025-07-28", null],
  ["rev5", null],
  [null, null],
])("dayOf(%j) is %j", (text, day) => expect(dayOf(text)).toBe(day));

it("shows a date alike for every reader, and what is none as it was written", () => {
  expect(["03/06/2025", "spring 2025", null].map(shownDay)).toEqual(["2025-03-06", "spring 2025", null]);
});
