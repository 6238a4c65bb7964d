import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishedSetPath } from "../../src/model/published-sets.js";
import { capabilityGroupView } from "../../src/site/views/capability-group.js";
import { setView } from "../../src/site/views/set.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectedRows } from "./expectations.js";

interface SourceRow {
  readonly capability_id: string | null;
  readonly attack_object_id: string | null;
  readonly attack_object_name: string | null;
  readonly status: string;
  readonly mapping_type: string | null;
  readonly comments?: string;
  readonly references: readonly string[] | null;
}

function written(rows: readonly SourceRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.capability_id ?? []));
}

/** Ids that differ by more than outer blanks, case and, in NIST's controls, a leading zero. */
function spelled(set: string, rows: readonly SourceRow[]): number {
  const short = (id: string) => (set.startsWith("nist") ? id.replace(/-0/, "-") : id);
  return new Set([...written(rows)].map((id) => short(id.trim().toLowerCase()))).size;
}

describeCorpus("mapping sets, recounted from the publisher's files", (dir) => {
  const kb = embeddedKnowledge();
  const expected = expectedRows("sets.tsv");
  const source = (set: string) =>
    readFileSync(join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published")));

  it("are 33 of 10 frameworks with 67,363 rows", () => {
    expect(kb.sets.length).toBe(33);
    expect(kb.frameworkIds.length).toBe(10);
    const sum = (count: (set: (typeof kb.sets)[number]) => number) => kb.sets.reduce((all, set) => all + count(set), 0);
    expect([sum((set) => set.rows), sum((set) => set.mappable), sum((set) => set.nonMappable)]).toEqual([
      67_363, 66_095, 1_268,
    ]);
  });

  it.each(expected.map((row) => [row.set ?? "", row] as const))("%s", (set, row) => {
    const file = source(set);
    const rows = (JSON.parse(file.toString("utf8")) as { mapping_objects: readonly SourceRow[] }).mapping_objects;
    const found = setView(kb, { set });
    if (!found.ok) throw new Error(found.problem.detail);
    const { view } = found;
    expect(view.origin.sha256).toBe(createHash("sha256").update(file).digest("hex"));
    expect(view.origin.sha256).toBe(row.sha256);
    expect(view.serialisation).toBe({ converter: "J2", editor: "J3" }[row.serialisation ?? ""]);
    const mapped = rows.filter((own) => own.status !== "non_mappable");
    const ids = new Set(mapped.flatMap((own) => own.attack_object_id ?? []));
    expect(view.counts).toMatchObject({
      rows: rows.length,
      mappable: mapped.length,
      nonMappable: rows.length - mapped.length,
      techniques: ids.size,
      parents: [...ids].filter((id) => !id.includes(".")).length,
      groups: new Set(
        rows.flatMap((own) => (own as unknown as { capability_group: string | null }).capability_group ?? []),
      ).size,
    });
    expect([view.counts.rows, view.counts.techniques, view.counts.groups].map(String)).toEqual([
      row.rows,
      row.techniques,
      row.groups_used,
    ]);
  });

  /** Sets that spell a capability in two ways (`SC-8` and `SC-08`, another case): capabilities, and those mapped. */
  const spelledTwice: Readonly<Record<string, readonly [all: number, mapped: number]>> = {
    "nist_800_53/rev4/14.1/enterprise": [107, 107],
    "veris/1.3.7/12.1/enterprise": [188, 138],
    "veris/1.4.0/16.1/enterprise": [188, 140],
    "veris/1.4.0/16.1/ics": [220, 83],
    "veris/1.4.0/16.1/mobile": [190, 73],
  };

  it.each(expected)("$set: as many capabilities as the file has, mapped or not", (row) => {
    const { set = "", capabilities_all: all, capabilities_mapped: mapped } = row;
    const found = setView(kb, { set });
    if (!found.ok) throw new Error(found.problem.detail);
    const { capabilities, capabilitiesMapped } = found.view.counts;
    expect([capabilities, capabilitiesMapped]).toEqual(spelledTwice[set] ?? [Number(all), Number(mapped)]);
    const { mapping_objects: rows } = JSON.parse(source(set).toString("utf8")) as { mapping_objects: SourceRow[] };
    const isMapped = ({ status }: SourceRow) => status !== "non_mappable";
    expect([rows, rows.filter(isMapped)].map((own) => written(own).size)).toEqual([Number(all), Number(mapped)]);
    expect([spelled(set, rows), spelled(set, rows.filter(isMapped))]).toEqual([capabilities, capabilitiesMapped]);
    for (const { id, capabilities: own } of found.view.groups) {
      const group = capabilityGroupView(kb, { framework: found.view.set.framework, group: id, set });
      expect([id, group.ok && group.view.capabilities.length]).toEqual([id, own]);
    }
  });

  it.each(expected.map((row) => row.set ?? ""))("%s: every row as written", (set) => {
    const rows = (JSON.parse(source(set).toString("utf8")) as { mapping_objects: readonly SourceRow[] })
      .mapping_objects;
    const facts = kb.facts(set);
    for (const [index, row] of rows.entries()) {
      const mapping = kb.mapping(facts, index, null);
      const written = [row.capability_id, row.attack_object_id, row.attack_object_name, row.status, row.mapping_type];
      const ours = [
        mapping.capabilityId,
        mapping.techniqueId,
        mapping.techniqueName,
        mapping.status,
        mapping.mappingType,
      ];
      if (JSON.stringify(written.map((text) => text || null)) !== JSON.stringify(ours))
        expect([index, ...ours]).toEqual([index, ...written]);
      if (mapping.references.join("\n") !== (row.references ?? []).join("\n"))
        expect(mapping.references).toEqual(row.references);
      if (mapping.hasComment !== ((row.comments ?? "").trim() !== ""))
        expect([index, mapping.hasComment]).toEqual([index, row.comments]);
    }
    expect(facts.rows).toBe(rows.length);
  });
});
