/** A set written from the facts says what the publisher's file says, but for texts and what follows from ids. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mappingFileOf } from "../../src/knowledge/mapping-file-of.js";
import { frameworkOf } from "../../src/model/framework.js";
import { publishedSetIds, publishedSetPath } from "../../src/model/published-sets.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";

describeCorpus("sets written from the facts", (dir) => {
  it.each(publishedSetIds)("%s", (set) => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    const source = JSON.parse(readFileSync(path, "utf8")) as {
      readonly metadata: Readonly<Record<string, unknown>>;
      readonly mapping_objects: readonly Readonly<Record<string, unknown>>[];
    };
    const { metadata, rows } = mappingFileOf(embeddedKnowledge(), set);
    const nothing = (value: unknown) => (value === "" || value === undefined ? null : value);
    const named = !frameworkOf(set.split("/")[0] ?? "").namesAreSentences;
    expect(
      rows.map((row) => [
        row.capabilityId,
        named ? nothing(row.capabilityDescription) : null,
        row.capabilityGroup,
        nothing(row.mappingType),
        row.attackObjectId,
        row.attackObjectName,
        row.status,
        nothing(row.scoreCategory),
        nothing(row.scoreValue),
        row.references,
      ]),
    ).toEqual(
      source.mapping_objects.map((row) => [
        nothing(row.capability_id),
        named ? nothing(row.capability_description) : null,
        nothing(row.capability_group),
        nothing(row.mapping_type),
        nothing(row.attack_object_id),
        nothing(row.attack_object_name),
        row.status,
        nothing(row.score_category),
        nothing(row.score_value),
        row.references ?? [],
      ]),
    );
    expect(metadata.mappingFrameworkVersion).toBe(source.metadata.mapping_framework_version);
    expect([metadata.creationDate, metadata.lastUpdate]).toEqual([
      source.metadata.creation_date,
      source.metadata.last_update,
    ]);
    expect(Object.fromEntries(metadata.capabilityGroups)).toEqual(source.metadata.capability_groups);
  });
});
