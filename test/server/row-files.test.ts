/** Rows of a technique's and a capability's page as files: those the page shows, under a name that says of what they are. */
import { expect, it } from "vitest";
import { routes } from "../../src/site/routes.js";
import { fakeApp } from "./fake-site.js";

const app = fakeApp({ routes });
const lines = async (path: string) => (await (await app.request(path)).text()).trimEnd().split("\r\n");
const json = async (path: string) =>
  (await (await app.request(path)).json()) as { readonly rows: readonly Record<string, unknown>[] };

it("a technique's rows, as the API gives them, filters too", async () => {
  for (const [query, count] of [
    ["?attack=16.1", 31],
    ["?aligned=18.1", 40],
    ["?attack=14.1", null],
    ["?aligned=18.1&framework=m365&function=detect", 1],
  ] as const) {
    const { mappings, nonMappable } = (await (await app.request(`/api/v1/techniques/T1550.001/${query}`)).json()) as {
      readonly mappings: readonly { set: string; row: number }[];
      readonly nonMappable: readonly { set: string; row: number }[];
    };
    const { rows } = await json(`/techniques/T1550.001/rows.json${query}`);
    expect(rows.map(({ set, row }) => [set, row])).toEqual(
      [...mappings, ...nonMappable].map(({ set, row }) => [set, row]),
    );
    if (count !== null) expect(rows.length).toBe(count);
    expect((await lines(`/techniques/T1550.001/rows.csv${query}`)).length).toBe(rows.length + 1);
  }
  const { headers } = await app.request("/techniques/T1550.001/rows.xlsx?attack=14.1");
  expect(headers.get("content-disposition")).toContain("T1550.001_attack-14.1_as-authored_rows.xlsx");
});

it.each([
  "?framework=m365&function=detect",
  "?aligned=18.1&min-rating=minimal",
  "?attack=16.1&framework=nist",
])("every file that a technique's page offers holds the rows that %s asks for", async (query) => {
  const rowsAt = async (path: string) => {
    const { mappings, nonMappable } = (await (await app.request(path)).json()) as Record<string, readonly unknown[]>;
    return [...(mappings ?? []), ...(nonMappable ?? [])];
  };
  const page = await (await app.request(`/techniques/T1550.001/${query}`)).text();
  const links = [...page.matchAll(/href="([^"]+)" download=/g)];
  const [data = "", csv = ""] = links.map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  const asked = await rowsAt(`/api/v1/techniques/T1550.001/${query}`);
  expect(asked.length).toBeGreaterThan(0);
  expect(await rowsAt(data)).toEqual(asked);
  expect((await lines(csv)).length).toBe(asked.length + 1);
});

it("carried rows say how they came", async () => {
  const [head = "", first = ""] = await lines("/techniques/T1685/rows.csv");
  expect(head.split(",")).toEqual(
    expect.arrayContaining([
      "carriedFrom",
      "carriedTo",
      "carriedClass",
      "carriedTechniqueId",
      "carriedPath",
      "set",
      "row",
    ]),
  );
  expect(first).toMatch(/rewritten,T1685,T1562[.\d]* \| T1685,/);
});

it("a capability's rows that pass, with what was asked", async () => {
  const path = "/frameworks/csa_ccm/capabilities/HRS-03/rows.json";
  const whole = (await json(path)) as unknown as { matching: number; all: number; rows: readonly unknown[] };
  expect([whole.matching, whole.all]).toEqual([whole.rows.length, whole.rows.length]);
  const asked = await json(`${path}?q=T1556&sort=-technique&columns=technique`);
  expect(asked).toMatchObject({ question: { q: "T1556", sort: [{ column: "technique", descending: true }] } });
  expect(asked).toMatchObject({ matching: asked.rows.length, all: whole.all });
  expect(asked.rows.length).toBeGreaterThan(0);
  for (const row of asked.rows) {
    expect(row.techniqueId).toMatch(/^T1556/);
    expect(Object.keys(row)).toEqual(["techniqueId", "set", "row"]);
  }
});

it("a capability's rows, non-mappable ones behind", async () => {
  const { rows } = await json("/frameworks/nist_800_53/capabilities/AC-02/rows.json");
  expect(rows.length).toBeGreaterThan(100);
  expect(new Set(rows.map(({ framework }) => framework))).toEqual(new Set(["nist_800_53"]));
  expect(
    (await json("/frameworks/gcp/capabilities/assured_workloads/rows.json")).rows.map(({ status }) => status),
  ).toEqual(["non_mappable"]);
});
