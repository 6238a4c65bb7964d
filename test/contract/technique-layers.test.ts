/** Layers of a page's techniques: those techniques, what answers each, and nothing made up where nothing does. */
import { expect, it } from "vitest";
import { matchFile } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { groupView } from "../../src/site/views/group.js";
import { techniqueView } from "../../src/site/views/technique.js";
import { embeddedKnowledge } from "../embedded.js";

const kb = embeddedKnowledge();

interface Layer {
  readonly name: string;
  readonly description: string;
  readonly domain: string;
  readonly gradient: { readonly colors: readonly string[]; readonly minValue: number; readonly maxValue: number };
  readonly legendItems: readonly { readonly label: string; readonly color: string }[];
  readonly versions: { readonly attack: string; readonly layer: string };
  readonly techniques: readonly LayerTechnique[];
  readonly metadata: readonly { readonly name: string; readonly value: string }[];
}

interface LayerTechnique {
  readonly techniqueID: string;
  readonly score?: number;
  readonly color?: string;
  readonly enabled?: boolean;
  readonly metadata?: readonly { readonly name: string; readonly value: string }[];
}

async function layerAt(address: string): Promise<{ readonly layer: Layer; readonly saveAs: string }> {
  const { pathname, searchParams } = new URL(address, "http://local");
  const found = matchFile(routes, pathname);
  const answered = found?.match.route.answer(kb, found.match.params, Object.fromEntries(searchParams));
  const written = answered?.ok ? await answered.view.file(found?.file.name ?? "") : null;
  if (!written) throw new Error(`no file at ${address}`);
  return { layer: JSON.parse(String(written.body)) as Layer, saveAs: written.saveAs };
}

it("a group's holds what is reported of it, scored by the frameworks that answer", async () => {
  const { layer, saveAs } = await layerAt("/groups/G0016/v/16.1/enterprise.layer.json");
  const found = groupView(kb, { id: "G0016", aligned: "16.1" });
  const direct = found.ok ? (found.view.domains[0]?.direct ?? []) : [];
  expect(direct.length).toBeGreaterThan(50);
  expect(layer.techniques.map(({ techniqueID }) => techniqueID)).toEqual(direct.map(({ id }) => id));
  for (const [at, { defenseRows, defenseFrameworks }] of direct.entries()) {
    const { score, color } = layer.techniques[at] ?? {};
    expect(score).toBe(defenseRows === 0 ? undefined : defenseFrameworks);
    expect(color === undefined).toBe(defenseRows > 0);
  }
  expect(direct.some(({ defenseRows }) => defenseRows === 0)).toBe(true);
  expect([layer.name, layer.domain, saveAs]).toEqual([
    "G0016 APT29, Enterprise 16.1",
    "enterprise-attack",
    "G0016_attack-enterprise-16.1.layer.json",
  ]);
  expect(layer.versions).toMatchObject({ attack: "16", layer: "4.5" });
});

it.each([
  "aligned=16.1",
  "attack=14.1",
  "attack=16.1",
  "aligned=5.0",
])("a technique's holds what its page counts (%s)", async (at) => {
  const { layer } = await layerAt(`/techniques/T1053/layer.json?${at}`);
  expect(layer.techniques.length).toBeGreaterThan(0);
  for (const { techniqueID: id, score } of layer.techniques) {
    const found = techniqueView(kb, { id, ...Object.fromEntries([at.split("=")]) });
    const { defenseFrameworks = 0 } = found.ok ? found.view.summary : {};
    expect([id, score ?? 0]).toEqual([id, defenseFrameworks]);
  }
});

it("a domain without a defensive set is drawn as silent, not as unanswered", async () => {
  for (const address of ["/groups/G0034/ics.layer.json", "/techniques/T1404/layer.json"]) {
    const { layer } = await layerAt(address);
    expect(layer.description).toContain("No defensive framework has a set of");
    expect(layer.legendItems.map(({ label }) => label)).toEqual([expect.stringContaining("No defensive framework")]);
    expect(new Set(layer.techniques.map(({ color }) => color))).toEqual(new Set([layer.legendItems[0]?.color]));
  }
});

it("a release that no set was authored on is told as such, not as a domain without sets", async () => {
  const { layer } = await layerAt("/techniques/T1053/layer.json?attack=5.0");
  const words = "No defensive framework has a set of Enterprise authored on ATT&CK 5.0";
  expect(layer.legendItems.map(({ label }) => label)).toEqual([words]);
  expect(layer.description).toContain(`${words}.`);
});

it("the legend tells the colours that scores have", async () => {
  const { layer } = await layerAt("/groups/G0016/v/16.1/enterprise.layer.json");
  const scores = layer.techniques.flatMap(({ score }) => score ?? []);
  expect([layer.gradient.minValue, layer.gradient.maxValue]).toEqual([Math.min(...scores), Math.max(...scores)]);
  expect(layer.legendItems.map(({ label, color }) => [label, color])).toEqual([
    ["no row of a defensive framework", expect.any(String)],
    ["1 framework", layer.gradient.colors[0]],
    [`${Math.max(...scores)} frameworks`, layer.gradient.colors.at(-1)],
  ]);
});

it.each([
  ["/groups/G0016/v/16.1/ics.layer.json", "G0016 APT29, ICS 16.1", 0],
  ["/groups/G0034/ics.layer.json", "G0034 Sandworm Team, ICS 18.1", 3],
  ["/groups/G0016/ics.layer.json", "G0016 APT29, ICS 19.0", 0],
  ["/software/S0154/enterprise.layer.json", "S0154 Cobalt Strike, Enterprise 19.0", 73],
  ["/mitigations/M1026/enterprise.layer.json", "M1026 Privileged Account Management, Enterprise 19.0", 112],
  ["/techniques/T1550.001/layer.json?aligned=19.0", "T1550.001 Application Access Token, Enterprise 19.0", 5],
  ["/techniques/T1550/layer.json?attack=14.1", "T1550 Use Alternate Authentication Material, Enterprise 14.1", 5],
])("%s", async (address, name, techniques) => {
  const { layer } = await layerAt(address);
  expect([layer.name, layer.techniques.length]).toEqual([name, techniques]);
});

it("a matrix's says what is outlined, also of techniques that no row answers", async () => {
  const address = "/matrix/enterprise/v/16.1/layer.json?framework=m365&function=detect";
  const { layer: plain } = await layerAt(address);
  const { layer } = await layerAt(`${address}&outline=APT29`);
  const marksOf = ({ metadata = [] }: LayerTechnique) => metadata.filter(({ name }) => name === "outlined");
  const outlined = layer.techniques.filter((technique) => marksOf(technique).length > 0);
  const found = groupView(kb, { id: "G0016", aligned: "16.1" });
  const direct = (found.ok ? (found.view.domains[0]?.direct ?? []) : []).map(({ id }) => id);
  expect(outlined.map(({ techniqueID }) => techniqueID).sort()).toEqual([...direct].sort());
  expect(outlined.some(({ score }) => score === undefined)).toBe(true);
  expect(layer.metadata).toContainEqual({ name: "outlined", value: "G0016 APT29" });
  const unmarked = layer.techniques.map((technique) => ({
    ...technique,
    metadata: technique.metadata?.filter(({ name }) => name !== "outlined"),
  }));
  expect(unmarked.filter(({ score, enabled }) => score !== undefined || enabled === false)).toEqual(plain.techniques);
});

it.each([
  "",
  "metric=rating",
  "metric=frameworks",
  "framework=m365",
])("a matrix's layer is coloured as its legend says: %s", async (query) => {
  const { layer } = await layerAt(`/matrix/enterprise/layer.json?${query}`);
  const legend = new Set(layer.legendItems.map(({ color }) => color));
  const coloured = layer.techniques.flatMap(({ color }) => color ?? []);
  expect(coloured.length).toBeGreaterThan(200);
  expect(coloured.filter((color) => !legend.has(color))).toEqual([]);
});
