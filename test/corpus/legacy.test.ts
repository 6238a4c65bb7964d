/** What was published before the unified format, converted: the same rows as the publisher's own conversions. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Source } from "../../src/base/source.js";
import { defaultBounds } from "../../src/formats/format.js";
import type { Gathered } from "../../src/formats/legacy/gathering.js";
import { gatherFiles } from "../../src/formats/legacy/registry.js";
import { publishedSetPath } from "../../src/model/published-sets.js";
import { describeCorpus } from "./corpus.js";

interface PublishedFile {
  readonly metadata: Readonly<Record<string, unknown>> & {
    readonly capability_groups: Readonly<Record<string, string>>;
  };
  readonly mapping_objects: readonly Readonly<Record<string, unknown>>[];
}

describeCorpus("files from before the unified format", (dir) => {
  const raw = join(dir, "mappings/raw");
  const sources = (...folder: readonly string[]): readonly Source[] =>
    readdirSync(join(raw, ...folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({ path: path.slice(raw.length + 1), bytes: readFileSync(path) }));
  const published = (set: string) => {
    const path = publishedSetPath(set).replace(/^mappings/, "mappings/published");
    return JSON.parse(readFileSync(join(dir, path), "utf8")) as PublishedFile;
  };
  const read = (gathered: Gathered | undefined) => {
    if (!gathered?.parsed.value) throw new Error(`${gathered?.name} was not read`);
    return gathered.parsed.value;
  };
  /** A row by the keys of the published file, absent ones as null. */
  const keyed = (gathered: Gathered | undefined) =>
    read(gathered).rows.map((row) => ({
      capability_id: row.capabilityId,
      capability_description: row.capabilityDescription,
      capability_group: row.capabilityGroup,
      mapping_type: row.mappingType,
      attack_object_id: row.attackObjectId,
      attack_object_name: row.attackObjectName,
      status: row.status,
      score_category: row.scoreCategory ?? null,
      score_value: row.scoreValue ?? null,
      related_score: row.relatedScore ?? null,
      references: row.references ?? null,
      comments: row.comments,
    }));
  const rowsOf = (file: PublishedFile) =>
    file.mapping_objects.map((row) => ({
      capability_id: row.capability_id,
      capability_description: row.capability_description,
      capability_group: row.capability_group,
      mapping_type: row.mapping_type,
      attack_object_id: row.attack_object_id,
      attack_object_name: row.attack_object_name,
      status: row.status,
      score_category: row.score_category ?? null,
      score_value: row.score_value ?? null,
      related_score: row.related_score ?? null,
      references: row.references ?? null,
      comments: row.comments,
    }));

  it("NIST's eight workbooks: 36,257 rows equal but for the mapping type's name", async () => {
    const gathered = await gatherFiles(sources("NIST_800-53"), defaultBounds);
    expect(gathered).toHaveLength(8);
    let rows = 0;
    for (const one of gathered) {
      const { metadata } = read(one);
      const file = published(`nist_800_53/${metadata.mappingFrameworkVersion}/${metadata.attackVersion}/enterprise`);
      const own = keyed(one);
      rows += own.length;
      expect(own.map((row) => ({ ...row, mapping_type: "protects" }))).toEqual(rowsOf(file));
      expect(new Set(own.map((row) => row.mapping_type))).toEqual(new Set(["mitigates"]));
      expect(Object.fromEntries(metadata.capabilityGroups)).toEqual(file.metadata.capability_groups);
    }
    expect(rows).toBe(36_257);
  });

  it.each([
    ["AWS", "aws/09.21.2021/9.0/enterprise", 129],
    ["Azure", "azure/06.29.2021/8.2/enterprise", 136],
    ["GCP", "gcp/06.28.2022/10.0/enterprise", 49],
  ])("%s: every field but blanks inside comments", async (folder, set, spaced) => {
    const [one] = await gatherFiles(sources("SecurityStack", folder), defaultBounds);
    const file = published(set);
    // Capabilities stand in the order of a folder of that day; within one the order is that of the document.
    const byCapability = <Row extends { readonly capability_id?: unknown }>(rows: readonly Row[]) =>
      [...rows].sort((a, b) =>
        String(a.capability_id) < String(b.capability_id) ? -1 : a.capability_id === b.capability_id ? 0 : 1,
      );
    const own = byCapability(keyed(one));
    const theirs = byCapability(rowsOf(file));
    const plain = (text: unknown) =>
      String(text ?? "")
        .replace(/\s+/g, " ")
        .trim();
    const without = (rows: typeof own | typeof theirs) =>
      rows.map((row) => ({ ...row, comments: plain(row.comments) }));
    expect(without(own)).toEqual(without(theirs));
    expect(own.filter((row, index) => row.comments !== theirs[index]?.comments).length).toBe(spaced);
    const { metadata, extra } = read(one);
    expect([metadata.mappingFrameworkVersion, metadata.attackVersion, metadata.contact]).toEqual([
      file.metadata.mapping_framework_version,
      file.metadata.attack_version,
      file.metadata.contact,
    ]);
    expect(new Map([...metadata.capabilityGroups].sort())).toEqual(
      new Map(Object.entries(file.metadata.capability_groups).sort()),
    );
    const controls = extra.get("controls") as readonly Readonly<Record<string, unknown>>[];
    expect(controls).toHaveLength(new Set(own.map((row) => row.capability_id)).size);
  });

  it("keeps what the publisher's converter drops: tags, control comments, dates", async () => {
    const about = async (folder: string) => {
      const [one] = await gatherFiles(sources("SecurityStack", folder), defaultBounds);
      return read(one).extra.get("controls") as readonly Readonly<Record<string, unknown>>[];
    };
    const tags = async (folder: string) =>
      (await about(folder)).reduce((sum, { tags: own }) => sum + (Array.isArray(own) ? own.length : 0), 0);
    expect(await Promise.all(["AWS", "Azure", "GCP"].map(tags))).toEqual([32, 128, 111]);
    expect((await about("GCP")).filter((control) => control["last update"] !== undefined)).toHaveLength(19);
  });

  it.each([
    ["veris/1.3.5/9.0/enterprise"],
    ["veris/1.3.7/12.1/enterprise"],
    ["veris/1.3.7/12.1/mobile"],
    ["veris/1.3.7/12.1/ics"],
  ])("%s: every field, in order", async (set) => {
    const gathered = await gatherFiles(sources("Veris"), defaultBounds);
    expect(gathered).toHaveLength(4);
    const [, version = "", attack = "", domain = ""] = set.split("/");
    const one = gathered.find(({ name }) => name === `veris-${version}_attack-${attack}-${domain}`);
    const file = published(set);
    expect(keyed(one)).toEqual(rowsOf(file));
    const { metadata } = read(one);
    expect(Object.fromEntries(metadata.capabilityGroups)).toEqual(file.metadata.capability_groups);
    expect(metadata.mappingVersion).toBe(file.metadata.mapping_version);
    expect(one?.parsed.diagnostics).toEqual([]);
  });

  describe("the CVE table of 2021", () => {
    const table = () =>
      gatherFiles(
        [{ path: "Att&ckToCveMappings.csv", bytes: readFileSync(join(raw, "Att&ckToCveMappings.csv")) }],
        defaultBounds,
      );

    it("becomes the 1,706 rows of the file that was made of it, in order", async () => {
      const [one] = await table();
      const old = JSON.parse(readFileSync(join(dir, "mappings/older/j0-cve-21.10.21_attack-9.0.json"), "utf8")) as {
        readonly metadata: { readonly mapping_types: readonly { readonly id: string; readonly name: string }[] };
        readonly mapping_objects: readonly Readonly<Record<string, string>>[];
      };
      const types = new Map(old.metadata.mapping_types.map(({ id, name }) => [id, name]));
      const own = read(one).rows.map((row) => [
        row.capabilityId,
        row.mappingType,
        row.attackObjectId,
        row.capabilityGroup,
      ]);
      expect(own).toHaveLength(1706);
      expect(own).toEqual(
        old.mapping_objects.map((row) => [
          row.capability_id,
          types.get(row.mapping_type ?? ""),
          row.attack_object_id?.trim(),
          row.group,
        ]),
      );
    });

    it("keeps each line's phase, and names the nine without a technique", async () => {
      const [one] = await table();
      const cves = read(one).extra.get("cves") as readonly { readonly phase: string }[];
      expect(cves).toHaveLength(839);
      expect(cves.every(({ phase }) => phase !== "")).toBe(true);
      expect(one?.parsed.diagnostics.map(({ code }) => code)).toEqual(new Array(9).fill("TM0010"));
    });
  });
});
