/**
 * Pages counted once more from the publishers' own files: what every set page's facets say of scores, tactics and platforms, and
 * the rows of 50 techniques of every release, drawn with a fixed seed. Shares no code with what it counts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishedSetPath } from "../../src/model/published-sets.js";
import { setView } from "../../src/site/views/set.js";
import { techniqueView } from "../../src/site/views/technique.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";

interface SourceRow {
  readonly capability_id: string | null;
  readonly attack_object_id: string | null;
  readonly status: string;
  readonly mapping_type: string | null;
  readonly score_category?: string | null;
  readonly score_value?: string | null;
}

interface StixObject {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly revoked?: boolean;
  readonly x_mitre_deprecated?: boolean;
  readonly x_mitre_shortname?: string;
  readonly x_mitre_platforms?: readonly string[];
  readonly kill_chain_phases?: readonly { readonly phase_name: string }[];
  readonly external_references?: readonly { readonly source_name: string; readonly external_id?: string }[];
}

const threat = /^(veris|kev)\//;

/** Techniques of a bundle by id, living ones before dead ones of the same id; tactics' names by their short names. */
function bundleOf(dir: string, domain: string, release: string) {
  const folder = release === "19.0" ? "attack-derived" : "attack";
  const text = readFileSync(join(dir, folder, `${domain}-attack-${release}.json`), "utf8");
  const { objects } = JSON.parse(text) as { readonly objects: readonly StixObject[] };
  const isDead = (object: StixObject) => object.revoked === true || object.x_mitre_deprecated === true;
  const techniques = new Map<string, StixObject>();
  for (const object of objects.filter(({ type }) => type === "attack-pattern")) {
    const id = object.external_references?.find(({ source_name: name }) =>
      /^mitre-(mobile-|ics-)?attack$/.test(name),
    )?.external_id;
    if (id === undefined) continue;
    const known = techniques.get(id);
    if (known === undefined || (isDead(known) && !isDead(object))) techniques.set(id, object);
  }
  const tactics = new Map(
    objects.flatMap(({ type, x_mitre_shortname: short, external_references: names }) =>
      type === "x-mitre-tactic" && short !== undefined ? [[short, names?.[0]?.external_id ?? ""] as const] : [],
    ),
  );
  return { techniques, tactics, isDead };
}

function tally(values: readonly (readonly string[])[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const own of values)
    for (const value of own.length === 0 ? ["none"] : own) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}

describeCorpus("set pages, recounted", (dir) => {
  const kb = embeddedKnowledge();
  const rowsOf = (set: string) => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    return (JSON.parse(readFileSync(path, "utf8")) as { mapping_objects: readonly SourceRow[] }).mapping_objects;
  };

  it.each(kb.sets.map(({ id }) => id))("%s: function, rating, tactic, platform", (set) => {
    const [, , release = "", domain = ""] = set.split("/");
    const { techniques, tactics } = bundleOf(dir, domain, release);
    const rows = rowsOf(set);
    const answered = setView(kb, { set });
    if (!answered.ok) throw new Error(`${set} is loaded`);
    const ours = (facet: string) => {
      const values = answered.view.page.facets.find((group) => group.facet === facet)?.values;
      return values === undefined ? null : Object.fromEntries(values.map(({ value, rows: count }) => [value, count]));
    };
    const mapped = (row: SourceRow) => row.status !== "non_mappable";
    const functionOf = (row: SourceRow): readonly string[] => {
      if (threat.test(set) || !mapped(row)) return [];
      const category = (row.score_category ?? "").trim().toLowerCase();
      if (["protect", "detect", "respond"].includes(category)) return [category];
      return category === "" && /^(mitigates|protects)$/i.test((row.mapping_type ?? "").trim()) ? ["protect"] : [];
    };
    const ratingOf = (row: SourceRow): readonly string[] => {
      const value = (row.score_value ?? "").trim().toLowerCase();
      if (!threat.test(set) && mapped(row) && ["minimal", "partial", "significant"].includes(value)) return [value];
      return functionOf(row).length > 0 ? ["not-scored"] : [];
    };
    const technique = (row: SourceRow) => techniques.get((row.attack_object_id ?? "").trim());
    const tacticsOf = (row: SourceRow) =>
      (technique(row)?.kill_chain_phases ?? []).flatMap(({ phase_name: name }) => tactics.get(name) ?? []);
    // ICS techniques without a platform say "None", which is none.
    const platformsOf = (row: SourceRow) => (technique(row)?.x_mitre_platforms ?? []).filter((name) => name !== "None");
    for (const [facet, of] of Object.entries({
      function: functionOf,
      rating: ratingOf,
      tactic: tacticsOf,
      platform: platformsOf,
    })) {
      const expected = tally(rows.map((row) => [...new Set(of(row))]));
      // A facet with one value says nothing and is not offered.
      expect([facet, ours(facet)]).toEqual([facet, Object.keys(expected).length > 1 ? expected : null]);
    }
  });
});

/** Numbers of a fixed sequence (mulberry32), so that a failure comes back. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describeCorpus("technique pages, recounted", (dir) => {
  const kb = embeddedKnowledge();
  const releases = kb.domains.flatMap((domain) =>
    kb.timeline(domain).releases.map((release) => [domain, release] as const),
  );

  describe.each(releases)("%s %s", (domain, release) => {
    it("50 techniques as authored: the rows of every set written for that release, in file order", () => {
      const { techniques } = bundleOf(dir, domain, release);
      const ids = [...techniques.keys()].sort();
      const random = seeded(ids.length * 1_000 + Number(release.replace(".", "")));
      const drawn = new Set<string>();
      while (drawn.size < Math.min(50, ids.length)) drawn.add(ids[Math.floor(random() * ids.length)] ?? "");
      const sets = kb.sets.filter((set) => set.domain === domain && set.attackVersion === release);
      const sources = sets.map(({ id }) => {
        const path = join(dir, publishedSetPath(id).replace(/^mappings/, "mappings/published"));
        return [
          id,
          (JSON.parse(readFileSync(path, "utf8")) as { mapping_objects: readonly SourceRow[] }).mapping_objects,
        ] as const;
      });
      for (const id of drawn) {
        const answered = techniqueView(kb, { id, attack: release });
        if (!answered.ok) throw new Error(`${id} stands in ${release}`);
        const expected = sources.flatMap(([set, rows]) =>
          rows.flatMap((row, index) => ((row.attack_object_id ?? "").trim() === id ? [{ set, index, ...row }] : [])),
        );
        const isNone = ({ status }: SourceRow) => status === "non_mappable";
        const told = (rows: typeof answered.view.mappings) =>
          rows.map(({ set, row, capabilityId, status, scoreValue }) => [
            set,
            row,
            capabilityId,
            status,
            scoreValue || null,
          ]);
        const wanted = (rows: typeof expected) =>
          rows.map((row) => [row.set, row.index, row.capability_id || null, row.status, row.score_value || null]);
        expect([id, told(answered.view.mappings)]).toEqual([id, wanted(expected.filter((row) => !isNone(row)))]);
        expect([id, told(answered.view.nonMappable)]).toEqual([id, wanted(expected.filter(isNone))]);
      }
    });
  });
});
