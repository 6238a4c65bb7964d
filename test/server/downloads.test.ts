/** A set's files over HTTP: each format under the name the publisher gave it, from the address of old too. */
import { expect, it } from "vitest";
import { routes } from "../../src/site/routes.js";
import { setDownloadsView } from "../../src/site/views/set-downloads.js";
import { setFormats } from "../../src/site/views/set-formats.js";
import { embeddedKnowledge } from "../embedded.js";
import { fakeApp } from "./fake-site.js";

const kb = embeddedKnowledge();
const app = fakeApp({ routes });
const set = "csa_ccm/4.1/17.1/enterprise";
const stem = "csa_ccm-4.1_attack-17.1-enterprise";

it.each(setFormats.map(({ suffix, format }) => [suffix, format]))("%s", async (suffix) => {
  const old = await app.request(`/data/csa_ccm/attack-17.1/csa_ccm-4.1/enterprise/${stem}${suffix}`);
  expect([old.status, old.headers.get("location")]).toEqual([301, `/sets/${set}/download/${stem}${suffix}`]);
  const answered = await app.request(old.headers.get("location") ?? "");
  expect(answered.status).toBe(200);
  expect(answered.headers.get("content-disposition")).toContain(`${stem}${suffix}`);
  expect((await answered.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
});

it("a name of another set is not there", async () => {
  expect((await app.request(`/sets/${set}/download/m365-4.1_attack-17.1-enterprise.csv`)).status).toBe(404);
});

it("the page lists each format once", () => {
  const found = setDownloadsView(kb, { set });
  expect(found.ok && found.view.files.map(({ format }) => format)).toEqual([
    "json",
    "yaml",
    "csv",
    "xlsx",
    "jsonl",
    "stix",
    "layer",
  ]);
});

it("M365 has a layer for each licence tier, from the address of old too; other frameworks have none", async () => {
  const m365 = "m365/12.11.2023/14.1/enterprise";
  const old = await app.request("/legacy/m365-12.11.2023_attack-14.1-enterprise_E3_navigator_layers.json");
  expect(old.headers.get("location")).toBe(`/sets/${m365}/download/layer-e3.json`);
  interface Layer {
    readonly name: string;
    readonly techniques: readonly { readonly metadata: readonly { readonly value: string }[] }[];
  }
  for (const tier of ["e3", "e5"]) {
    const layer = (await (await app.request(`/sets/${m365}/download/layer-${tier}.json`)).json()) as Layer;
    const ids = layer.techniques.flatMap(({ metadata }) => metadata.map(({ value }) => value.split(":")[0] ?? ""));
    expect(layer.name).toContain(`licence ${tier.toUpperCase()}`);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.every((id) => id.endsWith(`-${tier.toUpperCase()}`))).toBe(true);
  }
  expect((await app.request(`/sets/${set}/download/layer-e3.json`)).status).toBe(404);
});
