import { expect, it } from "vitest";
import { momentOf } from "./terms.js";

it.each([
  ["7/28/2025", "2025-07-28T00:00:00.000Z"],
  ["02/30/2025", "1970-01-01T00:00:00.000Z"],
  [null, "1970-01-01T00:00:00.000Z"],
])("the moment of %j is %s", (day, moment) => expect(momentOf(day)).toBe(moment));
