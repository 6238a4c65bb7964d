import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { v } from "../../test/attack-release.js";
import { decodeBundle } from "./bundle.js";
import { decodeBundleTexts } from "./bundle-texts.js";
import { bundleCodes } from "./codes.js";

const source = { file: "own.json", domain: "enterprise", version: v("1.0") } as const;

const bundle = (...objects: readonly unknown[]) => ({ type: "bundle", objects });
const decode = (...objects: readonly unknown[]) => decodeBundle(bundle(...objects), source);
const codes = (...objects: readonly unknown[]) => decode(...objects).diagnostics.map(({ code }) => code);

const technique = (key: string, fields: object = {}) => ({
  type: "attack-pattern",
  id: `attack-pattern--${key}`,
  name: `Technique ${key}`,
  external_references: [{ source_name: "mitre-attack", external_id: key }],
  ...fields,
});
/** `"T1001 uses T1002"` */
const relation = (text: string, fields: object = {}) => {
  const [source_ref, relationship_type, target_ref] = text.split(" ");
  return {
    type: "relationship",
    relationship_type,
    source_ref: `attack-pattern--${source_ref}`,
    target_ref: `attack-pattern--${target_ref}`,
    ...fields,
  };
};

describe("decodeBundle", () => {
  it("never throws and finds a code of the table, whatever it is given", () => {
    const loose = fc.anything({
      key: fc.constantFrom("type", "id", "objects", "name", "external_references", "__proto__"),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          loose,
          fc.array(loose).map((objects) => bundle(...objects)),
        ),
        (value) => {
          const { diagnostics } = decodeBundle(value, source);
          for (const { code, severity } of diagnostics) expect(bundleCodes[code as "TM2003"].severity).toBe(severity);
          decodeBundleTexts(value);
        },
      ),
    );
  });

  it("says what is no bundle", () => {
    for (const value of [null, [], "x", {}, { type: "bundle" }, { type: "bundle", objects: {} }, { type: "report" }]) {
      const { value: facts, diagnostics } = decodeBundle(value, source);
      expect([facts, diagnostics.map(({ code }) => code)]).toEqual([null, ["TM2003"]]);
    }
  });

  it("leaves out what has no type, id or name, each with its place", () => {
    const { value, diagnostics } = decode(
      7,
      { id: "x" },
      { type: "attack-pattern", name: "A" },
      technique("T1001", { name: "" }),
    );
    expect(value?.objects).toEqual([]);
    expect(diagnostics.map(({ code, place }) => [code, place.pointer])).toEqual([
      ["TM2005", "/objects/0"],
      ["TM2005", "/objects/1"],
      ["TM2005", "/objects/2"],
      ["TM2005", "/objects/3"],
    ]);
  });

  it("reads ids by their source, platforms trimmed without None, phases of its own kill chain", () => {
    const facts = decode(
      technique("T1001", {
        external_references: [
          { source_name: "capec", external_id: "CAPEC-1" },
          { source_name: "mitre-ics-attack", external_id: "T0800" },
        ],
        x_mitre_platforms: [" macOS", "None", "Linux", "Linux"],
        kill_chain_phases: [
          { kill_chain_name: "mitre-mobile-attack", phase_name: "impact" },
          { kill_chain_name: "mitre-attack", phase_name: "stealth" },
        ],
        revoked: true,
        x_mitre_deprecated: true,
      }),
    ).value;
    expect(facts?.objects[0]).toMatchObject({
      id: "T0800",
      platforms: ["Linux", "macOS"],
      phases: ["stealth"],
      state: "revoked",
    });
  });

  it("keeps live relations, each once; revoked-by from the dead too", () => {
    const { value, diagnostics } = decode(
      technique("T1001"),
      technique("T1002"),
      technique("T1003", { revoked: true }),
      relation("T1001 uses T1002"),
      relation("T1001 uses T1002"),
      relation("T1002 uses T1001", { x_mitre_deprecated: true }),
      relation("T1003 uses T1001"),
      relation("T1003 revoked-by T1001"),
      relation("T1001 uses T1009"),
      relation("T1001 likes T1002"),
    );
    expect(value?.relations.map(({ type, source: from }) => `${type} ${from.slice(16)}`)).toEqual([
      "uses T1001",
      "revoked-by T1003",
    ]);
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(["TM2008", "TM2009", "TM2010", "TM2014"]);
  });

  it("reads references inside objects as relations", () => {
    const stix = (type: string, fields: object = {}) => ({ type, id: `${type}--1`, name: type, ...fields });
    const facts = decode(
      stix("x-mitre-detection-strategy", { x_mitre_analytic_refs: ["x-mitre-analytic--1"] }),
      stix("x-mitre-analytic", {
        x_mitre_log_source_references: [
          { x_mitre_data_component_ref: "x-mitre-data-component--1" },
          { x_mitre_data_component_ref: "x-mitre-data-component--1" },
        ],
      }),
      stix("x-mitre-data-component", { x_mitre_data_source_ref: "x-mitre-data-source--1" }),
      stix("x-mitre-data-source"),
    ).value;
    expect(facts?.relations.map(({ type }) => type).sort()).toEqual([
      "component-of",
      "has-analytic",
      "reads-component",
    ]);
  });

  it("takes the only tactic in no matrix for the one a matrix names in vain; else leaves the name out", () => {
    const tactic = (key: string) => ({
      type: "x-mitre-tactic",
      id: `x-mitre-tactic--${key}`,
      name: key,
      x_mitre_shortname: key,
    });
    const matrix = {
      type: "x-mitre-matrix",
      id: "x-mitre-matrix--1",
      name: "M",
      tactic_refs: ["x-mitre-tactic--gone", "x-mitre-tactic--b"],
    };
    const tacticsOf = (...objects: readonly unknown[]) =>
      decode(matrix, ...objects).value?.objects.find(({ kind }) => kind === "matrix")?.tactics;
    expect(tacticsOf(tactic("a"), tactic("b"))).toEqual(["x-mitre-tactic--a", "x-mitre-tactic--b"]);
    expect(tacticsOf(tactic("a"), tactic("b"), tactic("c"))).toEqual(["x-mitre-tactic--b"]);
    expect(codes(matrix, tactic("a"), tactic("b"))).toContain("TM2011");
  });

  it("of two objects with one id keeps the one modified last, and takes no copies from another release", () => {
    const { value } = decode(
      technique("T1001", { name: "New", modified: "2025-01-01" }),
      technique("T1001", { name: "Old", modified: "2024-01-01" }),
      technique("T1002", { x_tidemap_carried_from: "18.1", x_tidemap_minted_id: true }),
      { type: "malware", id: "malware--1", name: "Worm", x_tidemap_carried_from: "18.1" },
      relation("T1001 uses T1002", { x_tidemap_carried_from: "18.1" }),
    );
    expect(value?.objects.map(({ name, minted }) => [name, minted])).toEqual([
      ["New", false],
      ["Technique T1002", true],
    ]);
    expect(value?.relations).toEqual([]);
  });

  it("leaves out living objects of other domains that nothing needs", () => {
    const foreign = { x_mitre_domains: ["mobile-attack"] };
    const { value, diagnostics } = decode(
      technique("T1001"),
      technique("T1002", foreign),
      technique("T1003", foreign),
      relation("T1001 uses T1002"),
    );
    expect(value?.objects.map(({ id }) => id)).toEqual(["T1001", "T1002"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["TM2021"]);
  });

  it("tells a repeated trouble fifty times, then how many more", () => {
    const found = decode(...new Array(120).fill(0)).diagnostics;
    expect(found).toHaveLength(51);
    expect(found.at(-1)?.message).toContain("70 more");
  });

  it("a __proto__ key is a key like any other", () => {
    const text = `{"type":"bundle","objects":[{"type":"attack-pattern","id":"attack-pattern--1","name":"A","__proto__":{"revoked":true,"x_mitre_version":"9"}}]}`;
    const facts = decodeBundle(JSON.parse(text), source).value;
    expect(facts?.objects[0]).toMatchObject({ state: "active", objectVersion: null });
    expect(({} as Record<string, unknown>).revoked).toBeUndefined();
  });
});

describe("decodeBundleTexts", () => {
  it("keeps descriptions raw, with the references they may cite", () => {
    const { value } = decodeBundleTexts(
      bundle(
        technique("T1001", {
          description: "Words.(Citation: Someone 2020)",
          external_references: [
            { source_name: "mitre-attack", external_id: "T1001" },
            { source_name: "Someone 2020", description: "Someone. Title.", url: "https://example.org" },
          ],
        }),
        technique("T1002"),
      ),
    );
    expect(value).toEqual([
      {
        kind: "technique",
        id: "T1001",
        description: "Words.(Citation: Someone 2020)",
        citations: [{ name: "Someone 2020", description: "Someone. Title.", url: "https://example.org" }],
      },
    ]);
  });
});
