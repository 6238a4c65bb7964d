import { expect, it } from "vitest";
import { ruleInput } from "../../test/rule-files.js";
import type { Rule } from "./rule.js";
import { atMetadata } from "./rule.js";
import { runRules } from "./run.js";

const rule = (code: string, check: Rule["check"]): Rule => ({
  code,
  severity: "note",
  title: "own",
  explanation: "Own.",
  example: "own",
  fix: null,
  scope: "file",
  check,
});

it("adds the code, keeps the order of rules", () => {
  const rules = [
    rule("TM9002", () => [atMetadata("", "Second.")]),
    rule("TM9001", () => [atMetadata("author", "First.", { hint: "Do." })]),
  ];
  expect(runRules(ruleInput({}), rules)).toEqual([
    { code: "TM9002", pointer: "/metadata", row: null, message: "Second." },
    { code: "TM9001", pointer: "/metadata/author", row: null, message: "First.", hint: "Do." },
  ]);
});

it("says of an id with a control character that alone", () => {
  const row = { capabilityId: "AC-2\u0000", attackObjectId: "T1078\u001b", capabilityGroup: "AC" };
  const hits = runRules(
    ruleInput({ metadata: { mappingFramework: "nist_800_53", mappingFrameworkVersion: "rev5" }, rows: [row] }),
  ).filter(({ pointer }) => /_id$/.test(pointer));
  expect(hits.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    "TM1315 /mapping_objects/0/capability_id",
    "TM1315 /mapping_objects/0/attack_object_id",
  ]);
});

it("tells of a rule that breaks down, keeps what it found before, and goes on", () => {
  const broken = rule("TM9001", function* () {
    yield atMetadata("", "Before.");
    throw new Error("out of order");
  });
  const hits = runRules(ruleInput({}), [broken, rule("TM9002", () => [atMetadata("", "After.")])]);
  expect(hits.map(({ code }) => code)).toEqual(["TM9001", "TM0900", "TM9002"]);
  expect(hits[1]?.message).toBe("The rule TM9001 broke down: out of order");
});
