import { expect, it } from "vitest";
import { ruleInput } from "../../test/rule-files.js";
import { isElsewhere } from "./mapping-file.js";

it.each([
  ["16", "16", false],
  ["v16.1", "16.1", false],
  ["16.1", "16", true],
  ["16.1", "", false],
  ["16.1", "[UNKNOWN_VERSION]", false],
  ["", "16.1", true],
])("in a file on %j a row on %j stands elsewhere: %j", (attackVersion, own, elsewhere) => {
  const { file } = ruleInput({ metadata: { attackVersion }, rows: [{ attackVersion: own }] });
  expect(file.rows.map((row) => isElsewhere(row, file))).toEqual([elsewhere]);
});
