import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishedSetPath } from "../../src/model/published-sets.js";
import { matchFile, type Query } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { setView } from "../../src/site/views/set.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";

interface SourceRow {
  readonly capability_id: string | null;
  readonly capability_description: string | null;
  readonly capability_group: string | null;
  readonly attack_object_id: string | null;
  readonly attack_object_name: string | null;
  readonly status: string;
  readonly mapping_type: string | null;
}

describeCorpus("tables of sets, recounted from the publisher's files", (dir) => {
  const kb = embeddedKnowledge();
  const rowsOf = (set: string) => {
    const path = join(dir, publishedSetPath(set).replace(/^mappings/, "mappings/published"));
    return (JSON.parse(readFileSync(path, "utf8")) as { mapping_objects: readonly SourceRow[] }).mapping_objects;
  };
  const ask = (set: string, query: Query = {}) => {
    const found = setView(kb, { ...query, set });
    if (!found.ok) throw new Error(found.problem.detail);
    return found.view.page;
  };

  it.each(kb.sets.map(({ id }) => id))("%s: facet counts", (set) => {
    const rows = rowsOf(set);
    const { facets, all, matching } = ask(set);
    expect([all, matching]).toEqual([rows.length, rows.length]);
    const source = {
      group: (row: SourceRow) => row.capability_group,
      type: (row: SourceRow) => row.mapping_type,
      status: (row: SourceRow) => row.status,
      level: ({ attack_object_id: id }: SourceRow) => (id ? (id.includes(".") ? "sub-technique" : "technique") : null),
    };
    for (const [facet, of] of Object.entries(source)) {
      const counts = new Map<string, number>();
      for (const row of rows) counts.set(of(row) || "none", (counts.get(of(row) || "none") ?? 0) + 1);
      const ours = facets.find((group) => group.facet === facet)?.values ?? [];
      if (counts.size > 1)
        expect(Object.fromEntries(ours.map(({ value, rows: n }) => [value, n]))).toEqual(Object.fromEntries(counts));
      else expect(ours).toEqual([]);
    }
  });

  it("an id is looked for over all rows: T1550.001 stands in 16 of NIST rev5 on 16.1", () => {
    const set = "nist_800_53/rev5/16.1/enterprise";
    expect(rowsOf(set).filter((row) => row.attack_object_id === "T1550.001").length).toBe(16);
    expect(ask(set, { q: "T1550.001" }).matching).toBe(16);
    expect(ask(set, { q: "t1550.001 ac-2" }).rows.every(({ techniqueId }) => techniqueId === "T1550.001")).toBe(true);
  });

  it.each(["csv", "json", "xlsx"])("rows.%s holds the rows shown, on all pages", async (ending) => {
    const query = { q: "access", sort: "-technique,capability" };
    const filed = matchFile(routes, `/sets/nist_800_53/rev5/16.1/enterprise/rows.${ending}`);
    const answered = filed?.match.route.answer(kb, filed.match.params, query);
    if (!filed || !answered?.ok) throw new Error("no such file");
    const written = await answered.view.file(filed.file.name);
    const shown = ask("nist_800_53/rev5/16.1/enterprise", { ...query, rows: "all" }).rows;
    expect(shown.length).toBeGreaterThan(200);
    expect(written?.saveAs).toBe(`nist_800_53_rev5_16.1_enterprise_rows.${ending}`);
    const body = written?.body ?? "";
    if (ending === "xlsx") {
      expect([...(body as Uint8Array).slice(0, 2)]).toEqual([0x50, 0x4b]);
    } else if (ending === "json") {
      const { rows } = JSON.parse(String(body)) as { rows: readonly { row: number; techniqueId: string }[] };
      expect(rows.map(({ row }) => row)).toEqual(shown.map(({ row }) => row));
    } else {
      expect(String(body).trimEnd().split(/\r\n/).length).toBe(shown.length + 1);
    }
  });
});
