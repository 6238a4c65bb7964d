import { describe, expect, it } from "vitest";
import { ruleCases } from "../../test/rule-cases.js";
import { type Changes, ruleInput, unmapped } from "../../test/rule-files.js";
import { allRules, ruleByCode } from "./registry.js";
import { runRules } from "./run.js";

describe.each(allRules.filter(({ code }) => code !== "TM0900"))("$code $title", ({ code }) => {
  const { bad, at, good } = ruleCases[code] ?? { bad: {}, at: ["no case"], good: {} };
  const pointers = (changes: Changes) =>
    runRules(ruleInput(changes))
      .filter((hit) => hit.code === code)
      .map((hit) => [hit.pointer.replace("/mapping_objects", ""), ...(hit.rows ?? []).map(String)].join(" "));

  it("finds it", () => expect(pointers(bad)).toEqual(at));
  it("leaves the other alone", () => expect(pointers(good)).toEqual([]));

  it("proposes a repair exactly where its page speaks of one", () => {
    const hits = runRules(ruleInput(bad)).filter((hit) => hit.code === code);
    // Files in the older shapes are written anew as a whole, not in places.
    const promised = ruleByCode(code)?.fix !== null && code !== "TM1005";
    expect(hits.some(({ repairs = [] }) => repairs.length > 0)).toBe(promised);
  });
});

it("nothing is found in a good file", () => {
  expect(runRules(ruleInput({}))).toEqual([]);
  expect(runRules(ruleInput({ rows: [{}, { ...unmapped, mappingType: "counters" }] }))).toEqual([]);
});

it("codes are in order and unique; every text is there", () => {
  const codes = allRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(Object.keys(ruleCases).filter((code) => !codes.includes(code))).toEqual([]);
  for (const rule of allRules) {
    expect(rule.code).toMatch(/^TM\d{4}$/);
    expect(rule.title).toMatch(/^[^A-Z\s][^.]*[^.\s]$|^row's ATT&CK/);
    expect(rule.explanation).toMatch(/\.$/);
    expect(rule.example).not.toBe("");
  }
  expect(ruleByCode("TM1302")?.title).toBe("capability id with outer blanks");
  expect(ruleByCode("TM9999")).toBeNull();
});

it("a technique id is mended where only its writing is wrong, and asked about where its digits are", () => {
  const said = (attackObjectId: string) => {
    const hit = runRules(ruleInput({ rows: [{ attackObjectId }] })).find(({ code }) => code === "TM1301");
    return [hit?.hint, hit?.repairs?.map((repair) => ("value" in repair ? repair.value : null))];
  };
  expect(said(" t1001/001 ")).toEqual(["Did you mean T1001.001?", ["T1001.001"]]);
  expect(said("T1001.1")).toEqual(["Did you mean T1001.001?", undefined]);
  expect(said("T4242.1")).toEqual([undefined, undefined]);
});

it("rules on techniques are silent where the release is not loaded", () => {
  const rows = [{ attackObjectId: "T4242", attackObjectName: "Other" }];
  const hits = runRules(ruleInput({ rows, metadata: { attackVersion: "15.1" } }));
  expect(hits.flatMap(({ code }) => (code.startsWith("TM14") ? code : []))).toEqual(["TM1407"]);
});

it("the older shapes are explained by one finding", () => {
  const rows = Array.from({ length: 50 }, () => ({
    relatedScore: "T1001",
    attackVersion: "[UNKNOWN_VERSION:1]",
    mappingFrameworkVersion: "[UNKNOWN_FRAMEWORK:1]",
    capabilityDescription: "",
  }));
  const codes = (serialisation: "J0" | "J1") =>
    runRules(
      ruleInput({
        serialisation,
        rows: rows.map((own) => (serialisation === "J1" ? own : { capabilityDescription: "" })),
      }),
    )
      .map(({ code }) => code)
      .filter((code) => code !== "TM1601" && code !== "TM1211");
  expect(codes("J1")).toEqual(["TM1005"]);
  expect(codes("J0")).toEqual(["TM1005"]);
});
