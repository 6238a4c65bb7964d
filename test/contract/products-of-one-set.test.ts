/** Azure's set of 2021 has two products that its set of 2025 has as one: two in the one, one over the editions. */
import { describe, expect, it } from "vitest";
import { parseProse } from "../../src/attack/prose.js";
import { encodeSets } from "../../src/knowledge/facts/encode.js";
import { KnowledgeBase } from "../../src/knowledge/knowledge-base.js";
import { setIdOf } from "../../src/model/set-id.js";
import { noTexts } from "../../src/model/texts.js";
import { routes } from "../../src/site/routes.js";
import { capabilityView } from "../../src/site/views/capability.js";
import { capabilityGroupView } from "../../src/site/views/capability-group.js";
import { alignedFrameOf } from "../../src/site/views/frame.js";
import { frameworkView } from "../../src/site/views/framework.js";
import { matrixCounter } from "../../src/site/views/matrix-cells.js";
import { setView } from "../../src/site/views/set.js";
import { techniqueView } from "../../src/site/views/technique.js";
import { compileControlFile } from "../../src/sources/source-texts.js";
import { embeddedFacts, embeddedKnowledge } from "../embedded.js";
import { fakeApp } from "../server/fake-site.js";

const kb = embeddedKnowledge();
const set = "azure/06.29.2021/8.2/enterprise";
const kubernetes = "azure_defender_for_kubernetes";
const registries = "azure_defender_for_container_registries";
const today = "defender_for_containers";

function viewOf(asked: { id: string; set?: string }, of = kb) {
  const found = capabilityView(of, { framework: "azure", ...asked });
  if (!found.ok) throw new Error(found.problem.detail);
  return found.view;
}

/** The capabilities that the file of 2021 has on a technique. */
function idsOn(technique: string): ReadonlySet<string | null | undefined> {
  const facts = kb.facts(set);
  return new Set(kb.authoredRows(set, technique).map((row) => facts.capabilities[facts.capability[row] ?? 0]?.id));
}

describe("in their set", () => {
  it.each([
    [kubernetes, "Azure Defender for Kubernetes", [437, 438, 439, 440]],
    [registries, "Azure Defender for Container Registries", [802, 803, 804, 805]],
  ])("%s has its own name, group and rows", (id, name, rows) => {
    const view = viewOf({ id, set });
    expect(view.capability).toMatchObject({ id, name, groups: [{ id, name }], spellings: [today] });
    expect(view.mappings.map(({ row }) => row)).toEqual(rows);
    expect(view.conflicts).toEqual([]);
    expect(view.versions.map((version) => [version.id, version.rows])).toEqual([
      [today, 25],
      [id, 4],
    ]);
    const group = capabilityGroupView(kb, { framework: "azure", group: id, set });
    expect(group.ok && group.view.capabilities.map((own) => [own.id, own.name, own.rows])).toEqual([[id, name, 4]]);
  });

  it("each has the description of its own control file, and the product of today one of them", () => {
    const files = [kubernetes, registries].map((id) =>
      compileControlFile(`id: ${id}\nname: x\nplatform: Azure\ndescription: What ${id} does.\n`, `Azure/${id}.yaml`),
    );
    const records = new Map(files.flatMap((file) => [...(file?.records ?? [])]));
    const texts = {
      ...noTexts,
      capability: (_: string, id: string) => (records.get(id) as string | undefined) ?? null,
    };
    const described = new KnowledgeBase([embeddedFacts], texts);
    for (const id of [kubernetes, registries])
      expect(viewOf({ id, set }, described).capability.description).toEqual(parseProse(`What ${id} does.`, []));
    expect(viewOf({ id: today }, described).capability.description).not.toBeNull();
    records.delete(kubernetes);
    expect(viewOf({ id: kubernetes, set }, described).capability.description).toBeNull();
  });

  it("both are counted, in the set and on a technique", () => {
    const found = setView(kb, { set });
    expect(found.ok && [found.view.counts.capabilities, found.view.counts.capabilitiesMapped]).toEqual([48, 48]);
    const ids = idsOn("T1190");
    expect([...ids]).toEqual(expect.arrayContaining([kubernetes, registries]));
    const technique = techniqueView(kb, { id: "T1190", attack: "8.2" });
    expect(technique.ok && technique.view.frameworks.find((own) => own.set === set)?.capabilities).toBe(ids.size);
  });

  it("each has its address, which the pages and the list of addresses know; the id of today means neither", async () => {
    const app = fakeApp({ routes });
    const listed = new Set(routes.flatMap((route) => (route.name === "setCapability" ? [...route.all(kb)] : [])));
    const address = (id: string) => `/sets/${set}/capabilities/${id}/`;
    const overEditions = await (await app.request(`/frameworks/azure/capabilities/${today}/`)).text();
    for (const id of [kubernetes, registries]) {
      expect((await app.request(address(id))).status).toBe(200);
      expect(listed).toContain(address(id));
      expect(overEditions).toContain(`href="${address(id)}"`);
    }
    const refused = await app.request(address(today));
    expect(refused.status).toBe(404);
    const told = await refused.text();
    for (const id of [kubernetes, registries]) expect(told).toContain(`href="${address(id)}"`);
  });
});

describe("over the editions", () => {
  it.each([kubernetes, registries, today])("%s is what it is now, with both as its former versions", (id) => {
    const view = viewOf({ id });
    expect(view.capability).toMatchObject({ id: today, spellings: [kubernetes, registries] });
    expect(view.versions.map((version) => [version.id, version.rows])).toEqual([
      [today, 25],
      [kubernetes, 4],
      [registries, 4],
    ]);
  });

  it("a newest set with both shows both together, without a conflict between the two", () => {
    const origin = { kind: "own", publisher: "", source: "", version: null, licence: "", sha256: "" } as const;
    const { key, ...facts } = kb.facts(set);
    const newer = { ...key, frameworkVersion: "12.31.2025" };
    const files = encodeSets([{ facts: { ...facts, key: newer, id: setIdOf(newer) }, origin }], []);
    const above = new KnowledgeBase([embeddedFacts, { text: (name) => files.get(name) ?? "" }]);
    const view = viewOf({ id: today }, above);
    expect(view.view.sets.map(({ id }) => id)).toEqual([setIdOf(newer)]);
    expect(view.capability).toMatchObject({ id: kubernetes, name: "Azure Defender for Kubernetes" });
    expect(view.mappings.map(({ row }) => row)).toEqual([437, 438, 439, 440, 802, 803, 804, 805]);
    expect([view.exposure.length, view.conflicts]).toEqual([1, []]);
    expect(view.summary.defenseCapabilities).toBe(2);
    const framework = frameworkView(above, { framework: "azure" });
    expect(framework.ok && framework.view.mapped).toBe(48);
    const frame = alignedFrameOf(above, "enterprise", {});
    if (!frame.ok) throw new Error(frame.problem.detail);
    const filter = { side: "defense", frameworks: ["azure"], function: null, minRating: null } as const;
    expect(matrixCounter(above, frame.view, filter)("T1190").capabilities).toBe(idsOn("T1190").size);
  });
});
