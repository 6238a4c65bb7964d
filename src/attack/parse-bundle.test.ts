import { describe, expect, it } from "vitest";
import { nestingBound, parseBundle } from "./parse-bundle.js";

const chain = { type: "attack-pattern", id: "attack-pattern--1", name: "A" };
const text = (...objects: readonly object[]) => JSON.stringify({ type: "bundle", objects });
const found = (source: string, file = "ics-attack-16.1.json") =>
  parseBundle(source, { file }).diagnostics.map(({ code, place }) => [code, place.line, place.column]);

describe("parseBundle", () => {
  it("names line and column of the first fault", () => {
    expect(found('{\n  "type": "bundle",\n  oops')).toEqual([["TM2001", 3, 3]]);
    expect(found('{\n  "type": "bundle",\r\n  "objects": [')).toEqual([["TM2001", 3, 15]]);
    expect(found("")).toEqual([["TM2001", 1, 1]]);
    expect(found('{"type": "bundle", "objects": [],}')[0]?.[0]).toBe("TM2001");
  });

  it("bounds nesting before it parses, brackets in texts apart", () => {
    expect(found("[".repeat(100_000))).toEqual([["TM2002", 1, nestingBound + 1]]);
    const brackets = text({ ...chain, name: `" ${"[{".repeat(1000)} \\` });
    expect(parseBundle(brackets, { file: "ics-attack-16.1.json" }).value?.objects).toHaveLength(1);
  });

  it("reads past a byte order mark, with a note", () => {
    const { value, diagnostics } = parseBundle(`\ufeff${text()}`, { file: "mobile-attack-9.0.json" });
    expect([value?.domain, value?.version]).toEqual(["mobile", "9.0"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["TM2012"]);
  });

  it("takes the release from the collection, the file name, the kill chain", () => {
    const collection = { type: "x-mitre-collection", name: "ICS ATT&CK", x_mitre_version: "18.1" };
    const of = (source: string, file: string) => {
      const { value, diagnostics } = parseBundle(source, { file });
      return [value?.domain, value?.version, ...diagnostics.map(({ code }) => code)];
    };
    expect(of(text(collection), "x.json")).toEqual(["ics", "18.1"]);
    expect(of(text(collection), "ics-attack-17.0.json")).toEqual(["ics", "18.1", "TM2013"]);
    expect(of(text(), "dir/Enterprise-Attack-v16.json")).toEqual(["enterprise", "16.0"]);
    const phases = [{ kill_chain_name: "mitre-mobile-attack", phase_name: "impact" }];
    expect(of(text({ ...chain, kill_chain_phases: phases }), "bundle.json")).toEqual([undefined, undefined, "TM2004"]);
    expect(of(text(), "bundle.json")).toEqual([undefined, undefined, "TM2004"]);
  });
});
