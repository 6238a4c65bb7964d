import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import { unifiedSchema } from "../../src/formats/unified/schema.js";
import { publishedSetIds, publishedSetPath } from "../../src/model/published-sets.js";
import { ownSet } from "../cli/own-set.js";
import { describeCorpus } from "../corpus/corpus.js";

const written = readFileSync(join(CHECKOUT, "schema/mapping-file.schema.json"), "utf8");
const isMappingFile = new Ajv2020({ strictTypes: false }).compile(JSON.parse(written) as object);

it("the schema of the package is the code's (node scripts/schema.mjs writes it)", () => {
  expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(unifiedSchema()));
});

describe("the schema", () => {
  const refused: readonly (readonly [string, (set: OwnSet) => void])[] = [
    ["a status outside the eight", ({ row }) => Object.assign(row, { status: "done" })],
    ["a technique id that is none", ({ row }) => Object.assign(row, { attack_object_id: "1550/1" })],
    ["a rating that is none", ({ row }) => Object.assign(row, { score_value: "high" })],
    ["a reference that is no text", ({ row }) => Object.assign(row, { references: [1] })],
    ["a row without a type", ({ row }) => Object.assign(row, { mapping_type: undefined })],
    ["a month 13", ({ metadata }) => Object.assign(metadata, { creation_date: "13/01/2026" })],
    ["a release without a dot", ({ metadata }) => Object.assign(metadata, { attack_version: "16" })],
    ["types as a list", ({ metadata }) => Object.assign(metadata, { mapping_types: [] })],
  ];
  it.each(refused)("refuses %s", (_, change) => {
    const set = JSON.parse(JSON.stringify(ownSet(1))) as Record<"metadata" | "mapping_objects", never>;
    expect([isMappingFile(set), isMappingFile.errors]).toEqual([true, null]);
    const [row] = set.mapping_objects as readonly Record<string, unknown>[];
    change({ metadata: set.metadata, row: row ?? {} });
    expect(isMappingFile(JSON.parse(JSON.stringify(set)))).toBe(false);
  });
});

describeCorpus("every published file", (dir) => {
  it.each(publishedSetIds)("%s fits the schema", (set) => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    const fits = isMappingFile(JSON.parse(readFileSync(path, "utf8")));
    expect([fits, isMappingFile.errors]).toEqual([true, null]);
  });
});

interface OwnSet {
  readonly metadata: Record<string, unknown>;
  readonly row: Record<string, unknown>;
}
