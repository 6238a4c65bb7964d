import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultBounds } from "../format.js";
import { markedTechniques, parseLayers } from "./read-layer.js";

const read = (value: unknown) =>
  parseLayers({ path: "a.json", bytes: new TextEncoder().encode(JSON.stringify(value)) }, defaultBounds);

it.each([
  [{ version: "2.2", domain: "mitre-mobile" }, "2.2", "mobile", null],
  [{ version: "3.0", domain: "mitre-enterprise" }, "3.0", "enterprise", null],
  [
    { versions: { layer: "4.5", attack: "16", navigator: "5.1.0" }, domain: "enterprise-attack" },
    "4.5",
    "enterprise",
    "16",
  ],
  [{ versions: { layer: "4.3" }, domain: "ics-attack" }, "4.3", "ics", null],
])("reads %j", (head, ...[layerVersion, domain, attackVersion]) => {
  const { value } = read({ ...head, name: "x", techniques: [{ techniqueID: "t1059.001", score: 0 }] });
  expect(value).toMatchObject([{ name: "x", layerVersion, domain, attackVersion }]);
  expect(value?.[0]?.entries).toEqual([
    { techniqueId: "T1059.001", tactic: null, score: 0, color: null, comment: null, enabled: true },
  ]);
});

it("takes several layers, marks what an author marked, and tells entries without an id", () => {
  const layer = (techniques: readonly object[]) => ({
    versions: { layer: "4.4" },
    domain: "enterprise-attack",
    techniques,
  });
  const { value, diagnostics } = read([
    layer([
      { techniqueID: "T1001", color: "" },
      { techniqueID: "T1002", score: 3 },
      { techniqueID: null, score: 156 },
    ]),
    layer([
      { techniqueID: "T1003", score: 1, enabled: false },
      { techniqueID: "T1004", comment: "seen" },
    ]),
  ]);
  expect([...markedTechniques(value ?? [])]).toEqual(["T1002", "T1004"]);
  expect(diagnostics.map(({ code, place }) => [code, place.pointer])).toEqual([["TM0010", "/0/techniques/2"]]);
});

const runs = Number(process.env.TIDEMAP_FUZZ_RUNS ?? 200);

it("reads anything without throwing", () => {
  const fields = fc.constantFrom(
    "versions",
    "version",
    "layer",
    "attack",
    "techniques",
    "techniqueID",
    "score",
    "domain",
    "4.5",
    "T1059",
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fields,
      fc.integer(),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fields, tie("value"), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(value, (layer) => {
      const { value: layers, diagnostics } = read(layer);
      expect(layers !== null || diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    }),
    { numRuns: runs },
  );
  expect(read(JSON.parse("[".repeat(2_000) + "]".repeat(2_000))).value).toBe(null);
});
