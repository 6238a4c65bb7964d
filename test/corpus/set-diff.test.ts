import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishedSetPath } from "../../src/model/published-sets.js";
import { diffSets, type SetDiff } from "../../src/versions/set-diff.js";
import { stepsOf } from "../../src/versions/set-steps.js";
import { tallyOf } from "../../src/versions/set-tally.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface Replay {
  readonly old: string;
  readonly new: string;
  readonly common: number;
  readonly onlyOld: number;
  readonly onlyNew: number;
  readonly rewrittenPresentInNew: number;
  readonly addedCauses: Readonly<Record<string, number>>;
  readonly removedCauses: Readonly<Record<string, number>>;
  readonly valueChangedKeys: number;
  readonly groupChangedKeys: number;
  readonly nonMappable: { readonly old: number; readonly new: number; readonly common: number };
}

/** Our causes under the names of the independent program. */
const causeNames: Readonly<Record<string, string>> = {
  "technique-not-active": "target-not-active-in-release",
  "capability-new": "new-capability",
  "capability-first-mapped": "capability-first-mapped",
  "technique-new": "new-technique-in-release",
  recategorised: "re-categorised",
  "technique-first-mapped": "analyst:technique-first-mapped",
  "pair-new": "analyst:pair-added",
  "no-heir": "technique-without-successor",
  "capability-dropped": "dropped-capability",
  "technique-unmapped": "analyst:technique-unmapped",
  "pair-dropped": "analyst:pair-removed",
};

function causesOf({ changes }: SetDiff, fate: "added" | "removed"): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const change of changes) {
    if (change.fate !== fate || !change.mappable) continue;
    const name = causeNames[change.cause ?? ""] ?? `unknown ${change.cause}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describeCorpus("sets compared", (dir) => {
  const kb = embeddedKnowledge();
  const replays = JSON.parse(expectation("replay.json")) as readonly Replay[];

  it.each(
    replays.map((replay) => [replay.old, replay.new, replay] as const),
  )("%s to %s, as replayed", (_a, _b, replay) => {
    const diff = diffSets(kb, replay.old, replay.new);
    const { mapped, nonMappable } = tallyOf(diff);
    expect({
      common: mapped.kept.claims + mapped.rescored.claims,
      onlyOld: mapped.removed.claims,
      onlyNew: mapped.added.claims,
      rescored: mapped.rescored.claims,
      addedCauses: causesOf(diff, "added"),
      removedCauses: causesOf(diff, "removed"),
      nonMappable: {
        old: nonMappable.kept.olderRows + nonMappable.removed.olderRows,
        new: nonMappable.kept.newerRows + nonMappable.added.newerRows,
        common: nonMappable.kept.claims,
      },
      regrouped: diff.changes.filter(({ mappable, marks }) => mappable && marks.includes("regrouped")).length,
    }).toEqual({
      common: replay.common,
      onlyOld: replay.onlyOld,
      onlyNew: replay.onlyNew,
      rescored: replay.valueChangedKeys,
      addedCauses: replay.addedCauses,
      removedCauses: replay.removedCauses,
      nonMappable: replay.nonMappable,
      regrouped: replay.groupChangedKeys,
    });
  });

  // data-attack facts, section 3.3: steps that the replay file leaves out. Common, only older, only newer.
  it.each([
    ["kev/02.13.2025/15.1/enterprise", "kev/07.28.2025/16.1/enterprise", [805, 1, 378]],
    ["kev/02.13.2025/15.1/mobile", "kev/07.28.2025/16.1/mobile", [8, 0, 37]],
    ["aws/09.21.2021/9.0/enterprise", "aws/12.12.2024/16.1/enterprise", [455, 0, 32]],
    ["gcp/06.28.2022/10.0/enterprise", "gcp/03.06.2025/16.1/enterprise", [402, 30, 114]],
    ["veris/1.3.5/9.0/enterprise", "veris/1.3.7/12.1/enterprise", [707, 205, 385]],
    ["veris/1.3.7/12.1/enterprise", "veris/1.4.0/16.1/enterprise", [879, 213, 282]],
    ["veris/1.3.7/12.1/mobile", "veris/1.4.0/16.1/mobile", [243, 0, 31]],
    ["veris/1.3.7/12.1/ics", "veris/1.4.0/16.1/ics", [188, 1, 21]],
  ])("%s to %s, as counted", (older, newer, expected) => {
    const { mapped } = tallyOf(diffSets(kb, older, newer));
    expect([mapped.kept.claims + mapped.rescored.claims, mapped.removed.claims, mapped.added.claims]).toEqual(expected);
  });

  const steps = kb.frameworkIds.flatMap((framework) => stepsOf(kb, framework));
  it.each(steps.map(({ older, newer }) => [older.id, newer.id]))("%s to %s, from the source files", (older, newer) => {
    const release = diffSets(kb, older, newer).release;
    const [a, b] = [older, newer].map((set) => sourceClaims(dir, set, release));
    const { mapped, nonMappable } = tallyOf(diffSets(kb, older, newer));
    for (const [sort, tally] of [
      ["mapped", mapped],
      ["without", nonMappable],
    ] as const) {
      const [was, is] = [a?.[sort] ?? new Map<string, Set<string>>(), b?.[sort] ?? new Map<string, Set<string>>()];
      const common = [...is].filter(([key]) => was.has(key));
      const scores = (values: ReadonlySet<string> | undefined) => [...(values ?? [])].sort().join();
      const rescored = common.filter(([key, values]) => scores(values) !== scores(was.get(key)));
      const counts: Readonly<Record<string, { readonly claims: number }>> = tally;
      expect([sort, counts.added?.claims, counts.removed?.claims, counts.kept?.claims]).toEqual([
        sort,
        is.size - common.length,
        was.size - common.length,
        common.length - (sort === "mapped" ? rescored.length : 0),
      ]);
    }
  });
});

interface SourceRow {
  readonly capability_id: string | null;
  readonly attack_object_id: string | null;
  readonly mapping_type: string | null;
  readonly score_category?: string | null;
  readonly score_value?: string | null;
  readonly status: string;
}

interface Aliases {
  readonly capabilityAliases: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface LineageOfDomain {
  readonly releases: readonly string[];
  readonly successors: Readonly<Record<string, readonly { readonly since: string; readonly to: string }[]>>;
  readonly states: Readonly<Record<string, readonly (readonly [since: string, state: string | null])[]>>;
}

/** A set's claims read from its source file with measured aliases and lineage: nothing of ours is used. */
function sourceClaims(dir: string, set: string, release: string) {
  const [framework = "", , , domain = ""] = set.split("/");
  const file = JSON.parse(
    readFileSync(join(dir, publishedSetPath(set).replace("mappings/", "mappings/published/")), "utf8"),
  ) as { readonly mapping_objects: readonly SourceRow[] };
  const aliases = (JSON.parse(expectation("aliases.json")) as Aliases).capabilityAliases[framework] ?? {};
  const lower = Object.fromEntries(Object.entries(aliases).map(([from, to]) => [from.toLowerCase(), to.toLowerCase()]));
  const lineage = (JSON.parse(expectation("lineage.json")) as Record<string, LineageOfDomain>)[domain];
  if (lineage === undefined) throw new Error(`no lineage of ${domain}`);
  const mapped = new Map<string, Set<string>>();
  const without = new Map<string, Set<string>>();
  for (const row of file.mapping_objects) {
    const folded = (row.capability_id ?? "").trim().toLowerCase();
    const plain = framework === "nist_800_53" ? folded.replace(/^([a-z]{2})-0*(\d+)/, "$1-$2") : folded;
    const technique = row.attack_object_id === null ? "" : walk(lineage, row.attack_object_id.trim(), release);
    const type = (row.mapping_type ?? "").replace("-", "_").replace(/^protects$/, "mitigates");
    const nothing = row.status === "non_mappable";
    const said = nothing ? [] : [type.replace(/^technique_score$/, "technique_scores"), row.score_category ?? ""];
    const key = [lower[plain] ?? plain, technique, ...said].join("|");
    const claims = nothing ? without : mapped;
    const values = claims.get(key) ?? new Set<string>();
    claims.set(key, values.add(nothing ? "" : (row.score_value ?? "").trim().toLowerCase()));
  }
  return { mapped, without };
}

/** Heir by heir to a technique alive in `release`; the id itself where there is none. */
function walk(lineage: LineageOfDomain, id: string, release: string): string {
  const at = (version: string) => lineage.releases.indexOf(version);
  const stateOf = (known: string) =>
    (lineage.states[known] ?? []).filter(([since]) => at(since) <= at(release)).at(-1)?.[1] ?? null;
  for (let here = id, steps = 0; steps < 9; steps++) {
    const state = stateOf(here);
    if (state === "active") return here;
    if (state === "deprecated") return id;
    const heirs = lineage.successors[here] ?? [];
    const heir = heirs.filter(({ since }) => at(since) <= at(release)).at(-1) ?? heirs[0];
    if (heir === undefined) return id;
    here = heir.to;
  }
  return id;
}
