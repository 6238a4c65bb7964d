import { expect, it } from "vitest";
import { ruleInput, unmapped } from "../../test/rule-files.js";
import { isMappable } from "../model/mapping-file.js";
import { setKeyOf } from "../model/set-id.js";
import { toSetFacts } from "./set.js";

it("a row is non-mappable in the facts where it is in the file, whatever blanks stand around its status", () => {
  const rows = [{}, unmapped, { status: " non_mappable " }, { status: "complete\t" }, { status: " " }];
  const { file } = ruleInput({ rows });
  const key = setKeyOf(file);
  if (key === null) throw new Error("the file says which set it is");
  const facts = toSetFacts(file, key, []);
  const statuses = [...facts.claim].map((claim) => facts.claims[claim]?.status);
  expect(statuses).toEqual(["complete", "non_mappable", "non_mappable", "complete", "complete"]);
  expect(statuses.map((status) => status !== "non_mappable")).toEqual(file.rows.map(isMappable));
});
