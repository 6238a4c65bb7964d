import fc from "fast-check";
import { expect, it } from "vitest";
import type { AttackVersion } from "../../model/version.js";
import { fromDifferences, fromRuns, toDifferences, toRuns } from "./columns.js";
import { decodeSet } from "./set-decode.js";
import { encodeSet, stringsOf } from "./set-encode.js";
import type { SetFacts } from "./set-facts.js";
import { StringTable } from "./string-table.js";

const text = fc.string({ unit: "binary", maxLength: 6 });
const maybe = fc.option(text, { nil: null });

/** Any set at all: columns point anywhere inside their dictionaries. */
const anySet: fc.Arbitrary<SetFacts> = fc
  .record({
    capabilities: fc.array(fc.record({ id: maybe, name: maybe, group: maybe }), { minLength: 1, maxLength: 4 }),
    techniques: fc.array(fc.record({ id: maybe, name: maybe }), { minLength: 1, maxLength: 4 }),
    claims: fc.array(fc.record({ mappingType: maybe, status: text, scoreCategory: maybe, scoreValue: maybe }), {
      minLength: 1,
      maxLength: 3,
    }),
    referenceLists: fc.array(fc.array(text, { maxLength: 2 }), { minLength: 1, maxLength: 3 }),
    rows: fc.nat(20),
  })
  .chain((facts) => {
    const column = (most: number) => fc.array(fc.nat(most - 1), { minLength: facts.rows, maxLength: facts.rows });
    return fc
      .record({
        capability: column(facts.capabilities.length),
        technique: column(facts.techniques.length),
        claim: column(facts.claims.length),
        referenceList: column(facts.referenceLists.length),
        commented: column(2),
        findings: fc.array(fc.record({ code: text, hits: fc.nat(3), rows: column(9) }), { maxLength: 2 }),
      })
      .map(
        (columns): SetFacts => ({
          ...facts,
          id: "own/1/16.1/enterprise",
          key: {
            framework: "own",
            frameworkVersion: "1",
            attackVersion: "16.1" as AttackVersion,
            domain: "enterprise",
          },
          serialisation: "J3",
          metadata: {
            mappingVersion: null,
            author: null,
            contact: null,
            organization: null,
            created: null,
            updated: null,
          },
          types: new Map([["a", "A"]]),
          groups: new Map([["g", "G"]]),
          capability: Uint32Array.from(columns.capability),
          technique: Uint32Array.from(columns.technique),
          claim: Uint32Array.from(columns.claim),
          referenceList: Uint32Array.from(columns.referenceList),
          commented: Uint8Array.from(columns.commented),
          findings: columns.findings,
        }),
      );
  });

it("decode∘encode is the identity on sets", () => {
  fc.assert(
    fc.property(anySet, (set) => {
      const strings = new StringTable(stringsOf(set));
      const references = new StringTable(set.referenceLists.flat());
      expect(decodeSet(encodeSet(set, strings, references), strings.strings, references.strings)).toEqual(set);
    }),
  );
});

it("columns come back from runs and differences", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), (column) => {
      expect([...fromRuns(toRuns(column), new Uint32Array(column.length))]).toEqual(column);
      expect([...fromDifferences(toDifferences(column))]).toEqual(column);
    }),
  );
});
