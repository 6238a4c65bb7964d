/** OSCAL: NIST's own profiles and catalogues as lists of controls, baselines and tiers over the published sets, sets as collections. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultBounds } from "../../src/formats/format.js";
import { parseControlList } from "../../src/formats/oscal/control-list.js";
import { oscal } from "../../src/formats/oscal/format.js";
import { conditionsOf, rowFilter } from "../../src/formats/row-filter.js";
import { parseUnified } from "../../src/formats/unified/parse.js";
import { foldCapabilityId } from "../../src/model/capability.js";
import { isMappable, type MappingRow } from "../../src/model/mapping-file.js";
import { nistBaseline, nistBaselines } from "../../src/model/nist-baselines.js";
import { publishedSetIds, publishedSetPath } from "../../src/model/published-sets.js";
import { type AttackVersion, parseAttackVersion } from "../../src/model/version.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

function readSet(dir: string, set: string) {
  const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
  const { value } = parseUnified(readFileSync(path), path);
  if (value === null) throw new Error(`${set} cannot be read`);
  return value;
}

describeCorpus("lists of controls", (dir) => {
  const samples = join(dir, "samples", "oscal");
  const listIn = (...path: readonly string[]) => {
    const name = path.at(-1) ?? "";
    return parseControlList({ path: name, bytes: readFileSync(join(samples, ...path)) }, defaultBounds);
  };
  const profile = (revision: string, name: string) =>
    listIn(revision, `NIST_SP-800-53_${revision}_${name}-baseline_profile.json`);

  it.each([
    ["rev4", "LOW", 124],
    ["rev4", "MODERATE", 261],
    ["rev4", "HIGH", 343],
    ["rev5", "LOW", 149],
    ["rev5", "MODERATE", 287],
    ["rev5", "HIGH", 370],
    ["rev5", "PRIVACY", 96],
  ] as const)("%s %s: the profile names %i controls, and its base controls are the baseline's", (revision, name, count) => {
    const { value, diagnostics } = profile(revision, name);
    expect([value?.kind, value?.controls.length]).toEqual(["profile", count]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const base = value?.controls.flatMap(({ id }) => (id.includes(".") ? [] : id)) ?? [];
    expect([...(nistBaseline(revision, name) ?? [])].sort()).toEqual([...base].sort());
  });

  it("a resolved profile is a catalogue of the same controls, and of those above a chosen enhancement", () => {
    for (const name of ["LOW", "MODERATE", "PRIVACY"]) {
      const resolved = listIn("rev5", `NIST_SP-800-53_rev5_${name}-baseline-resolved-profile_catalog-min.json`).value;
      expect(resolved?.kind).toBe("catalog");
      const chosen = profile("rev5", name).value?.controls.map(({ id }) => id) ?? [];
      const above = chosen.flatMap((id) => (id.includes(".") ? id.replace(/\..*/, "") : []));
      expect(resolved?.controls.map(({ id }) => id).sort()).toEqual([...new Set([...chosen, ...above])].sort());
    }
  });

  it("a catalogue's controls have titles and groups, in JSON as in YAML", () => {
    const json = listIn("examples", "catalog", "basic-catalog.json").value;
    expect(json?.controls[0]).toMatchObject({ id: "s1.1.1", group: "s1.1" });
    expect(json?.controls.every(({ title }) => title !== null)).toBe(true);
    expect(listIn("examples", "catalog", "basic-catalog.yaml").value).toEqual(json);
  });

  it("documents of other kinds are refused by name", () => {
    for (const kind of ["ssp", "ar", "poam", "component-definition"]) {
      for (const name of readdirSync(join(samples, "examples", kind))) {
        const { value, diagnostics } = listIn("examples", kind, name);
        expect([name, value, diagnostics.at(-1)?.code]).toEqual([name, null, "TM0011"]);
      }
    }
  });
});

describeCorpus("baselines and licence tiers", (dir) => {
  const expected = JSON.parse(expectation("tiers-baselines.json")) as Readonly<
    Record<string, { readonly capabilities?: readonly string[]; readonly techniques?: number }>
  >;
  const kb = embeddedKnowledge();
  const release = kb.timeline("enterprise").at(parseAttackVersion("16.1") as AttackVersion);
  const isActive = (id: MappingRow["attackObjectId"]) =>
    release.object("technique", (id ?? "").trim())?.state === "active";
  const reached = (set: string, words: string) => {
    const { rows } = rowFilter(conditionsOf(words))(readSet(dir, set));
    const mapped = rows.filter(isMappable);
    return {
      capabilities: new Set(mapped.map((row) => foldCapabilityId("nist_800_53", row.capabilityId ?? ""))),
      // One published row names a technique of another domain.
      techniques: new Set(mapped.flatMap((row) => (isActive(row.attackObjectId) ? row.attackObjectId?.trim() : []))),
    };
  };

  it.each(nistBaselines)("NIST %s on rev5 16.1", (name) => {
    const { capabilities, techniques } = reached("nist_800_53/rev5/16.1/enterprise", `baseline=${name}`);
    const owned = expected[name]?.capabilities?.map((id) => foldCapabilityId("nist_800_53", id)) ?? [];
    expect([...capabilities].sort()).toEqual([...owned].sort());
    expect(techniques.size).toBe(expected[name]?.techniques);
  });

  it.each([
    ["e3", 143],
    ["e5", 168],
  ] as const)("M365 %s reaches %i techniques", (tier, count) => {
    expect(reached("m365/07.18.2025/16.1/enterprise", `licence=${tier}`).techniques.size).toBe(count);
  });
});

describeCorpus("published sets as mapping collections", (dir) => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const token = /^[\p{L}_][\p{L}\p{N}.\-_]*$/u;

  describe.each(publishedSetIds)("%s", (set) => {
    it("has a map for each claim, in order, and each non-mappable in a gap summary", async () => {
      const file = readSet(dir, set);
      const written = await oscal.serialize?.(file, { name: "set" });
      const { "mapping-collection": collection } = JSON.parse(String(written?.files[0]?.body));
      const [mapping] = collection.mappings;
      const claims = file.rows.filter(
        (row) => isMappable(row) && row.capabilityId?.trim() && row.attackObjectId?.trim(),
      );
      const folded = (id: string) => (set.startsWith("nist") ? foldCapabilityId("nist_800_53", id) : id.trim());
      expect(
        mapping.maps.map(({ sources, targets }: Maps) => [sources[0]?.["id-ref"], targets[0]?.["id-ref"]]),
      ).toEqual(claims.map((row) => [folded(row.capabilityId ?? ""), row.attackObjectId?.trim()]));
      const gaps = ["source", "target"].flatMap((side) => mapping[`${side}-gap-summary`]?.["unmapped-controls"] ?? []);
      const said = new Set(gaps.flatMap((gap: { "with-ids": string[] }) => gap["with-ids"]));
      for (const row of file.rows.filter((one) => !isMappable(one))) {
        const id = row.capabilityId?.trim() ? folded(row.capabilityId) : (row.attackObjectId?.trim() ?? "");
        const mapped = claims.some((one) => folded(one.capabilityId ?? "") === id || one.attackObjectId?.trim() === id);
        expect([id, said.has(id)]).toEqual([id, !mapped]);
      }
      const ids = [collection, mapping, ...mapping.maps, ...collection["back-matter"].resources].map((one) => one.uuid);
      expect(ids.every((id) => uuid.test(id)) && new Set(ids).size === ids.length).toBe(true);
      expect(mapping.maps.every(({ relationship }: Maps) => token.test(relationship))).toBe(true);
      expect(collection.metadata["last-modified"]).toMatch(/^20\d\d-\d\d-\d\dT00:00:00Z$/);
    });
  });
});

interface Maps {
  readonly relationship: string;
  readonly sources: readonly { readonly "id-ref": string }[];
  readonly targets: readonly { readonly "id-ref": string }[];
}
