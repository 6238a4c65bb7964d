/** Published sets as STIX 2.1: every object fits the public JSON Schemas, links are ATT&CK's own ids, rows read back. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultBounds } from "../../src/formats/format.js";
import { stix } from "../../src/formats/stix/format.js";
import { parseUnified } from "../../src/formats/unified/parse.js";
import { techniqueStixIds } from "../../src/knowledge/technique-stix-ids.js";
import { isMappable, type MappingFile } from "../../src/model/mapping-file.js";
import { publishedSetIds, publishedSetPath } from "../../src/model/published-sets.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";

interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly source_ref?: string;
  readonly target_ref?: string;
  readonly object_refs?: readonly string[];
}

describeCorpus("published sets as STIX", (dir) => {
  const schemas = new Map<string, ValidateFunction>();
  const attack = techniqueStixIds(embeddedKnowledge());

  beforeAll(() => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false });
    ajvFormats.default(ajv);
    ajv.addFormat("idn-hostname", true);
    const root = join(dir, "samples/stix-schemas/schemas");
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const read = files.map(
      (entry) => JSON.parse(readFileSync(join(entry.parentPath, entry.name), "utf8")) as object & { $id: string },
    );
    for (const schema of read) ajv.addSchema(schema);
    for (const { $id } of read) {
      const compiled = ajv.getSchema($id);
      const name = $id.slice($id.lastIndexOf("/") + 1).replace(".json", "");
      if (compiled !== undefined) schemas.set(name, compiled);
    }
  });

  const fileOf = (set: string): MappingFile => {
    const path = publishedSetPath(set).replace(/^mappings/, "mappings/published");
    const { value } = parseUnified(readFileSync(join(dir, path)), path);
    if (value === null) throw new Error(`${set} cannot be read`);
    return value;
  };
  const bundleOf = async (file: MappingFile) => {
    const written = await stix.serialize?.(file, { name: "set", attack });
    return String(written?.files[0]?.body);
  };
  /** What a row says: absent, null and "" are one. */
  const said = ({ rows, metadata }: MappingFile) => ({
    rows: rows.map((row) => [
      row.capabilityId || null,
      row.capabilityDescription || "",
      row.capabilityGroup || "",
      row.mappingType || "",
      row.attackObjectId || null,
      row.attackObjectName || "",
      row.status || "",
      row.scoreCategory || "",
      row.scoreValue || "",
      row.relatedScore || "",
      row.references ?? [],
      row.comments || "",
    ]),
    groups: [...metadata.capabilityGroups],
    types: [...metadata.mappingTypes].map(([id, type]) => [id, type.name || "", type.description || ""]),
    dates: [metadata.creationDate, metadata.lastUpdate],
  });

  describe.each(publishedSetIds)("%s", (set) => {
    it("fits the public schemas, and reads back row by row", async () => {
      const file = fileOf(set);
      const text = await bundleOf(file);
      const { objects, ...bundle } = JSON.parse(text) as { readonly objects: readonly StixObject[] };
      expect(Object.keys(bundle)).toEqual(["type", "id"]);
      for (const object of objects) {
        const schema = schemas.get(object.type);
        if (schema === undefined) throw new Error(`no schema of ${object.type}`);
        if (!schema(object)) expect([object, schema.errors]).toEqual([object, null]);
      }
      expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
      const back = await stix.parse?.({ path: "set.stix.json", bytes: new TextEncoder().encode(text) }, defaultBounds);
      expect(back?.diagnostics).toEqual([]);
      expect(said(back?.value as MappingFile)).toEqual(said(file));
    });

    it("claims no more than the file: a relationship a mapping, each to a technique of the release", async () => {
      const file = fileOf(set);
      const { objects } = JSON.parse(await bundleOf(file)) as { readonly objects: readonly StixObject[] };
      const relations = objects.filter(({ type }) => type === "relationship");
      const notes = objects.filter(({ type }) => type === "note");
      const mappable = file.rows.filter(isMappable).length;
      // One row names a technique of another domain (data-mappings.md 8); it is a note.
      expect(mappable - relations.length).toBeLessThanOrEqual(1);
      expect(relations.length + notes.length).toBe(file.rows.length);
      const ids = new Set(objects.map(({ id }) => id));
      for (const { source_ref: from = "", target_ref: to = "" } of relations) {
        expect(ids.has(from)).toBe(true);
        expect(to).toMatch(/^attack-pattern--/);
      }
    });
  });

  it("gives the same bytes twice, and no clock", async () => {
    const [set = ""] = publishedSetIds;
    const [once, twice] = [await bundleOf(fileOf(set)), await bundleOf(fileOf(set))];
    expect(once).toBe(twice);
    expect(once).not.toContain(new Date().toISOString().slice(0, 10));
  });

  it("links to the ids of the publisher's own bundle", async () => {
    const file = fileOf("veris/1.4.0/16.1/ics");
    const bundle = JSON.parse(readFileSync(join(dir, "stix21/ics-attack-16.1.json"), "utf8")) as {
      readonly objects: readonly {
        readonly id: string;
        readonly type: string;
        readonly external_references?: readonly { readonly external_id?: string }[];
      }[];
    };
    const published = new Map(
      bundle.objects
        .filter(({ type }) => type === "attack-pattern")
        .map((object) => [object.external_references?.[0]?.external_id, object.id]),
    );
    for (const { attackObjectId } of file.rows.filter(isMappable))
      expect(attack("ics", "16.1", attackObjectId ?? "")).toBe(published.get(attackObjectId ?? ""));
  });
});
