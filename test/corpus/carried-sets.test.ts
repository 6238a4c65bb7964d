import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseUnified } from "../../src/formats/unified/parse.js";
import type { CarriedClass } from "../../src/model/attack.js";
import { standsOn } from "../../src/model/mapping.js";
import { publishedSetPath } from "../../src/model/published-sets.js";
import { parseAttackVersion } from "../../src/model/version.js";
import { matrixPage } from "../../src/site/pages/matrix.js";
import type { Query } from "../../src/site/route.js";
import { matrixView } from "../../src/site/views/matrix.js";
import { reachOf } from "../../src/site/views/reach.js";
import { setView } from "../../src/site/views/set.js";
import { techniqueView } from "../../src/site/views/technique.js";
import { doubtWords } from "../../src/site/words/doubt.js";
import { carryFile } from "../../src/versions/carry-file.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface ExpectedCarry {
  readonly rows: number;
  readonly unchanged: number;
  readonly renamed: number;
  readonly rewritten: number;
  readonly mergedOfRewritten: number;
  readonly meaning: number;
  readonly needsDecision: number;
  readonly noTechnique: number;
  readonly rowDetail: readonly {
    readonly row: number;
    readonly from: string;
    readonly to?: string;
    readonly cls: string;
    readonly path?: readonly string[];
    readonly merged?: boolean;
  }[];
}

const classes = {
  meaning: "meaning",
  rewritten: "rewritten",
  "needs-decision": "decision",
  decision: "decision",
} as const;

describeCorpus("sets carried", () => {
  const kb = embeddedKnowledge();
  const expected = JSON.parse(expectation("carry-18.1.json")) as Readonly<Record<string, ExpectedCarry>>;
  const to = parseAttackVersion("18.1");
  if (to === null) throw new Error("18.1 is a version");

  it("what counts by rows in doubt only is named, by page and terminal alike", () => {
    const asked = matrixView(kb, { domain: "enterprise", attack: "18.1" });
    if (!asked.ok) throw new Error(asked.problem.detail);
    const { view } = asked;
    for (const { id: framework, set, side } of view.frameworks) {
      const { rowDetail = [] } = expected[set] ?? {};
      const doubtful = new Set(rowDetail.flatMap(({ cls, to: id = "" }) => (cls === "meaning" ? [id] : [])));
      const beside = new Set(rowDetail.flatMap(({ cls, to: id = "" }) => (cls === "rewritten" ? [id] : [])));
      const only = side === "defense" ? [...doubtful].filter((id) => !beside.has(id)).sort() : [];
      const named = view.doubtful.filter(({ frameworks }) => frameworks.includes(framework)).map(({ id }) => id);
      expect([set, named]).toEqual([set, only]);
      const reach = reachOf(kb, view.view, [...doubtful, "T1550.001"]).find((entry) => entry.set === set);
      if (side === "defense") expect([set, [...(reach?.doubtful ?? [])].sort()]).toEqual([set, only]);
    }
    expect(doubtWords(view.doubtful)).toBe(
      "In doubt, and counted: T1176 for CRI Profile and NIST 800-53 and T1574.001 for Azure. All rows there were written before the technique’s meaning may have changed.",
    );
    expect(String(matrixPage(view).body)).toContain("<b>In doubt</b>, and counted: ");
  });

  it.each(["protect", "detect"])("of the rows that a matrix counts: %s", (wanted) => {
    const asked = matrixView(kb, { domain: "enterprise", attack: "18.1", function: wanted });
    if (!asked.ok) throw new Error(asked.problem.detail);
    const recounted = ["T1176", "T1574.001"].flatMap((id) => {
      const technique = techniqueView(kb, { id, aligned: "18.1", function: wanted });
      if (!technique.ok) throw new Error(technique.problem.detail);
      const { mappings, frameworks } = technique.view;
      const inDoubt = frameworks.filter(({ set, side }) => {
        const rows = mappings.filter((row) => row.set === set);
        return side === "defense" && rows.length > 0 && rows.every(({ carried }) => carried?.class === "meaning");
      });
      return inDoubt.length === 0 ? [] : [{ id, frameworks: inDoubt.map(({ framework }) => framework) }];
    });
    expect(asked.view.doubtful).toEqual(recounted);
  });

  it.each(Object.entries(expected))("%s to 18.1", (set, counts) => {
    const aligned = kb.aligned(set, to);
    const labels = Array.from({ length: aligned.facts.rows }, (_, row) => aligned.labelOf(row));
    const of = (name: string) => labels.filter((label) => label.class === name).length;
    expect({
      rows: labels.length,
      unchanged: of("unchanged"),
      renamed: of("renamed"),
      rewritten: of("rewritten"),
      mergedOfRewritten: labels.filter((label) => label.merged).length,
      meaning: of("meaning"),
      needsDecision: of("decision"),
      noTechnique: of("no-technique"),
    }).toEqual({
      rows: counts.rows,
      unchanged: counts.unchanged,
      renamed: counts.renamed,
      rewritten: counts.rewritten,
      mergedOfRewritten: counts.mergedOfRewritten,
      meaning: counts.meaning,
      needsDecision: counts.needsDecision,
      noTechnique: counts.noTechnique,
    });
    for (const detail of counts.rowDetail) {
      const label = labels[detail.row];
      const known = Object.entries(classes).find(([name]) => name === detail.cls)?.[1];
      if (known !== undefined) expect([detail.row, label?.class]).toEqual([detail.row, known]);
      if (detail.path !== undefined && known === "rewritten")
        expect([detail.row, label?.path]).toEqual([detail.row, detail.path]);
      if (detail.merged !== undefined) expect([detail.row, label?.merged]).toEqual([detail.row, detail.merged]);
    }
  });

  it.each(Object.entries(expected))("%s to 18.1, as its page has it", (set, counts) => {
    const ask = (query: Query) => {
      const found = setView(kb, { ...query, set, aligned: "18.1", rows: "all" });
      if (!found.ok) throw new Error(found.problem.detail);
      return found.view;
    };
    const { carried, page } = ask({});
    const { rows, rewritten, needsDecision, noTechnique, mergedOfRewritten } = counts;
    const of = (name: CarriedClass) => carried?.classes.find((known) => known.class === name)?.rows ?? 0;
    expect([page.all, of("rewritten"), of("decision"), of("no-technique"), carried?.merged]).toEqual([
      rows,
      rewritten,
      needsDecision,
      noTechnique,
      mergedOfRewritten,
    ]);
    expect(carried?.standing).toBe(rows - needsDecision - noTechnique);
    // Each class opens as many rows as it counts, and names the very rows that the independent program found.
    for (const { class: name, rows: counted } of carried?.classes ?? [])
      expect([name, ask({ carried: name }).page.matching]).toEqual([name, counted]);
    const found = new Map(ask({ carried: "rewritten" }).page.rows.map((row) => [row.row, standsOn(row)]));
    const detail = counts.rowDetail.filter(({ cls, to: end }) => cls === "rewritten" && end !== undefined);
    for (const { row, to: end } of detail) expect([row, found.get(row)]).toEqual([row, end]);
    // What is shown as a row's name is what is looked for and put in order.
    for (const [id, name] of Object.entries(carried?.names ?? {})) {
      expect(ask({ q: name.toLowerCase() }).page.rows.some((row) => standsOn(row) === id)).toBe(true);
    }
    if (mergedOfRewritten > 0) expect(ask({ flag: "merged" }).page.matching).toBe(mergedOfRewritten);
  });

  // attack-19 facts, section 5: rows moved between 18.1 and 19.0, and rows that kept their id but not their tactics.
  it.each([
    ["nist_800_53/rev5/16.1/enterprise", 176, 1525],
    ["cri_profile/v2.1/16.1/enterprise", 45, 563],
    ["csa_ccm/4.1/17.1/enterprise", 41, 152],
    ["m365/07.18.2025/16.1/enterprise", 31, 190],
    ["aws/12.12.2024/16.1/enterprise", 23, 58],
    ["azure/04.26.2025/16.1/enterprise", 26, 227],
    ["gcp/03.06.2025/16.1/enterprise", 17, 126],
    ["kev/07.28.2025/16.1/enterprise", 6, 148],
    ["veris/1.4.0/16.1/enterprise", 33, 268],
    ["veris/1.4.0/16.1/ics", 25, 0],
    ["intel-vpro/08.20.2024/15.1/enterprise", 0, 104],
  ])("%s to 19.0: %i rewritten", (set, rewritten, retactic) => {
    const aligned = kb.aligned(set, kb.newestRelease(kb.facts(set).key.domain));
    const labels = Array.from({ length: aligned.facts.rows }, (_, row) => aligned.labelOf(row));
    expect(labels.filter((label) => label.class === "rewritten").length).toBe(rewritten);
    // Rows that an earlier release had rewritten already kept their id between 18.1 and 19.0: they count as kept.
    const before = kb.aligned(set, to);
    const kept = labels.filter(
      (label, row) => label.tacticsChanged && before.techniqueOf(row) === aligned.techniqueOf(row),
    );
    expect(kept.length).toBe(retactic);
  });
});

describeCorpus("mapping files carried", (dir) => {
  const kb = embeddedKnowledge();
  const expected = JSON.parse(expectation("carry-18.1.json")) as Readonly<Record<string, ExpectedCarry>>;

  it.each(Object.entries(expected))("%s to 18.1", (set, counts) => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    const { value } = parseUnified(readFileSync(path), path);
    const from = parseAttackVersion(set.split("/")[2] ?? "");
    const to = parseAttackVersion("18.1");
    if (value === null || from === null || to === null) throw new Error(`${set} cannot be read`);
    const timeline = kb.timeline(kb.set(set)?.domain ?? "enterprise");
    const nameOf = (id: string) => timeline.at(to).object("technique", id)?.name ?? null;
    const { file, classes, stayed } = carryFile(value, { lineage: timeline.lineage, from, to, nameOf });
    const of = (name: CarriedClass) => classes.get(name) ?? 0;
    expect([of("unchanged"), of("renamed"), of("rewritten"), of("meaning"), of("decision")]).toEqual([
      counts.unchanged,
      counts.renamed,
      counts.rewritten,
      counts.meaning,
      counts.needsDecision,
    ]);
    expect([file.rows.length, stayed.length]).toEqual([counts.rows, counts.needsDecision]);
    // Every row that was carried stands on a technique of the release, under its name there.
    const active = timeline.at(to);
    for (const [row, { attackObjectId, attackObjectName }] of file.rows.entries()) {
      if (!attackObjectId?.trim() || stayed.includes(row)) continue;
      const technique = active.object("technique", attackObjectId);
      expect([technique?.state, technique?.name]).toEqual(["active", attackObjectName]);
    }
    for (const { row, to: end, cls } of counts.rowDetail) {
      if (end === undefined || classes.size === 0) continue;
      if (cls === "rewritten") expect([row, file.rows[row]?.attackObjectId]).toEqual([row, end]);
    }
  });
});
