/** Own sets authored on a release that is not loaded: shown as what they are, left out where they cannot be carried. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { KnowledgeBase } from "../../src/knowledge/knowledge-base.js";
import type { Answer } from "../../src/site/answer.js";
import { matchRoute, type Query } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { capabilityView } from "../../src/site/views/capability.js";
import { capabilityGroupView } from "../../src/site/views/capability-group.js";
import { frameworkView } from "../../src/site/views/framework.js";
import { setView } from "../../src/site/views/set.js";
import { setChangesView } from "../../src/site/views/set-changes.js";
import { openTidemap } from "../../src/sources/open.js";
import { embeddedKnowledge } from "../embedded.js";
import { fakeApp } from "../server/fake-site.js";
import { temporaryFolder, tidemap } from "./fake-host.js";
import { ownSet } from "./own-set.js";

let folder: ReturnType<typeof temporaryFolder>;
let home = "";
let sources = "";

beforeEach(() => {
  folder = temporaryFolder();
  home = join(folder.path, "home");
  sources = join(folder.path, "sources");
  mkdirSync(sources);
});
afterEach(() => folder.remove());

/** A file of three rows, a door each: two on T1550.001, one on a technique that is revoked by now. */
function write(name: string, metadata: Readonly<Record<string, string>>): string {
  const path = join(sources, name);
  const file = ownSet(3);
  const rows = file.mapping_objects as readonly object[];
  const own = {
    metadata: { ...(file.metadata as object), ...metadata },
    mapping_objects: rows.map((row, at) => (at < 2 ? row : { ...row, attack_object_id: "T1562.001" })),
  };
  writeFileSync(path, `${JSON.stringify({ ...file, ...own }, null, 2)}\n`);
  return path;
}

/** ATT&CK 19.1 with hardly anything in it. */
function writeBundle(): string {
  const reference = (id: string) => [{ source_name: "mitre-attack", external_id: id, url: "https://example.org/" }];
  const path = join(sources, "enterprise-attack-19.1.json");
  const objects = [
    {
      type: "x-mitre-collection",
      id: "x-mitre-collection--1",
      name: "Enterprise ATT&CK",
      x_mitre_version: "19.1",
      x_mitre_contents: [],
    },
    {
      type: "attack-pattern",
      id: "attack-pattern--f005e783-57d4-4837-88ad-dbe7faee1c51",
      name: "Application Access Token",
      external_references: reference("T1550.001"),
      x_mitre_is_subtechnique: true,
    },
  ];
  writeFileSync(path, JSON.stringify({ type: "bundle", id: "bundle--1", objects }));
  return path;
}

const open = () => openTidemap({ home });
const compile = (path: string) => tidemap(home, ["compile", "--from", path]);

async function withUnplaced(): Promise<KnowledgeBase> {
  write("acme.json", { attack_version: "19.1" });
  write("acme-ics.json", { attack_version: "7.0", technology_domain: "ics" });
  // Newer than every published set of its framework, and on the same capabilities.
  write("csa.json", { attack_version: "20.0", mapping_framework: "csa_ccm", mapping_framework_version: "99" });
  expect((await compile(sources)).code).toBe(0);
  return open();
}

const unplaced = ["acme/2/19.1/enterprise", "acme/2/7.0/ics", "csa_ccm/99/20.0/enterprise"];

function viewOf<View>(answered: Answer<View>): View {
  if (!answered.ok) throw new Error(answered.problem.detail);
  return answered.view;
}

/** The JSON that an address answers. */
function jsonAt(kb: KnowledgeBase, address: string): unknown {
  const { pathname, searchParams } = new URL(address, "http://local");
  const match = matchRoute(routes, pathname);
  const query: Query = Object.fromEntries(searchParams);
  const answered = match?.route.answer(kb, match.params, query);
  if (!answered?.ok) throw new Error(`nothing at ${address}`);
  return JSON.parse(JSON.stringify(answered.view.json()));
}

function appOf(kb: KnowledgeBase) {
  return fakeApp({
    routes,
    knowledge: () => kb,
    fault: (error) => {
      throw error;
    },
  });
}

describe("a set on a release that is not loaded", () => {
  it("is added with a warning that says which release, what that means and what to do", async () => {
    const path = write("acme.json", { attack_version: "19.1" });
    const said = await compile(path);
    expect([said.code, said.out]).toEqual([0, ""]);
    expect(said.err).toMatch(/Added 0 releases and 1 set to /);
    expect(said.err).toMatch(
      /^warning: ATT&CK 19\.1 Enterprise is not loaded\. acme\/2\/19\.1\/enterprise .*left out of every answer.*tidemap compile --from FILE/m,
    );
    expect(said.err).toMatch(/mend its attack_version/);
    expect((await compile(write("acme.json", { attack_version: "16.1" }))).err).not.toContain("not loaded");
  });

  it("changes no answer about techniques, tactics, groups and the matrix", async () => {
    const kb = await withUnplaced();
    const addresses = [
      "/techniques/T1550.001/",
      "/techniques/T1003/",
      "/techniques/T1550.001/?aligned=16.1",
      "/techniques/T1550.001/v/17.1/",
      // Revoked: names the release that its last rows were authored on.
      "/techniques/T1562.001/",
      "/techniques/enterprise/",
      "/techniques/ics/",
      "/groups/G0016/",
      "/tactics/TA0006/",
      "/tactics/enterprise/",
      "/matrix/enterprise/",
      "/matrix/ics/",
      "/frameworks/nist_800_53/",
      "/frameworks/csa_ccm/capabilities/IAM-01/",
      "/sets/csa_ccm/4.1/17.1/enterprise/",
      "/search/?q=T1003",
    ];
    for (const address of addresses) {
      const [before, after] = [jsonAt(embeddedKnowledge(), address), jsonAt(kb, address)];
      if (address.startsWith("/sets/"))
        Object.assign(after as object, { others: (before as { others: unknown }).others });
      expect([address, after]).toEqual([address, before]);
    }
    const own = [
      viewOf(frameworkView(embeddedKnowledge(), { framework: "csa_ccm" })),
      viewOf(frameworkView(kb, { framework: "csa_ccm" })),
    ];
    expect(own[1]?.newest).toEqual(own[0]?.newest);
    expect(own[1]?.capabilities).toEqual(own[0]?.capabilities);
    expect(own[1]?.changes).toEqual(own[0]?.changes);
    for (const words of [
      ["technique", "T1003"],
      ["group", "APT29"],
      ["tactic", "TA0006"],
      ["search", "door"],
    ])
      expect([words, (await tidemap(home, words)).code]).toEqual([words, 0]);
  });

  it("is shown as authored on its own pages", async () => {
    const kb = await withUnplaced();
    const set = viewOf(setView(kb, { set: "acme/2/19.1/enterprise" }));
    expect(set.set).toMatchObject({ releaseLoaded: false, newest: false });
    expect(set.counts).toMatchObject({ rows: 3, techniques: 2, notInRelease: null, silent: null });
    expect([set.page.rows.length, set.silent, set.releases, set.changes]).toEqual([3, [], [], []]);
    const framework = viewOf(frameworkView(kb, { framework: "acme" }));
    expect(framework.newest.map(({ id }) => id)).toEqual(["acme/2/19.1/enterprise", "acme/2/7.0/ics"]);
    expect(framework.capabilities).toHaveLength(6);
    const capability = viewOf(capabilityView(kb, { framework: "acme", id: "door-1" }));
    expect(capability.view).toMatchObject({ kind: "as-authored", release: null, lacking: [], dropped: false });
    expect([capability.mappings.length, capability.stranded, capability.exposure]).toEqual([1, [], []]);
    const group = viewOf(capabilityGroupView(kb, { framework: "acme", group: "doors" }));
    expect([group.view.kind, group.capabilities.length, group.exposure]).toEqual(["as-authored", 3, []]);
    for (const words of [
      ["framework", "acme"],
      ["set", "acme/2/19.1/enterprise"],
      ["sources"],
      ["capability", "acme", "door-1"],
    ]) {
      const said = await tidemap(home, words, { columns: 1000 });
      expect([words, said.code]).toEqual([words, 0]);
      expect(said.out).toContain("ATT&CK 19.1 Enterprise");
      expect(said.out).toContain("not loaded");
    }
  });

  it("is refused where it would have to be carried or compared", async () => {
    const kb = await withUnplaced();
    const set = "acme/2/19.1/enterprise";
    const refused = [
      setView(kb, { set, aligned: "18.1" }),
      setView(kb, { set, flag: "merged" }),
      capabilityView(kb, { framework: "acme", id: "door-1", aligned: "18.1" }),
      setChangesView(kb, { set: "csa_ccm/99/20.0/enterprise", older: "csa_ccm/4.1/17.1/enterprise" }),
      setChangesView(kb, { set: "csa_ccm/4.1/17.1/enterprise", older: "csa_ccm/99/20.0/enterprise" }),
    ];
    expect(refused.map((answered) => !answered.ok && answered.problem.code)).toEqual(refused.map(() => "TM4002"));
    const exported = ["export", set, "--to", "csv", "--out", join(folder.path, "out"), "--aligned-to", "18.1"];
    expect(await tidemap(home, exported)).toMatchObject({ code: 1, err: expect.stringContaining("TM5048") });
  });

  it("has every page, twin and file that names it", async () => {
    const kb = await withUnplaced();
    const app = appOf(kb);
    const own = ["/frameworks/acme/", "/frameworks/csa_ccm/", ...unplaced.map((id) => `/sets/${id}/`)];
    const named = routes
      .flatMap((route) => [...route.all(kb)])
      .filter((address) => own.some((start) => address.startsWith(start)));
    expect(named).toEqual(expect.arrayContaining(own));
    expect(
      named.filter((address) => address.includes("/changes/") && !address.startsWith("/frameworks/csa_ccm/")),
    ).toEqual([]);
    for (const address of [
      "/",
      "/sets/",
      "/frameworks/",
      "/sources/",
      "/feed.xml",
      "/about/methodology/acme/",
      ...named,
    ]) {
      expect([address, (await app.request(address)).status]).toEqual([address, 200]);
    }
    // Nothing to switch to.
    expect(await (await app.request("/frameworks/acme/capabilities/door-1/")).text()).not.toContain(">Current<");
    for (const id of unplaced) {
      const page = await (await app.request(`/sets/${id}/`)).text();
      expect(page).toContain("is not loaded.");
      expect(page).not.toMatch(/Carried to|no word|Silent/);
      const files = (jsonAt(kb, `/sets/${id}/download/`) as { files: { href: string }[] }).files.map(
        ({ href }) => href,
      );
      for (const href of [...files, `/sets/${id}/rows.csv`, `/api/v1/sets/${id}/`])
        expect([href, (await app.request(href)).status]).toEqual([href, 200]);
    }
  });

  it("is carried as soon as the release is added", async () => {
    await compile(write("acme.json", { attack_version: "19.1" }));
    const asked = ["technique", "T1550.001", "--framework", "acme", "--format", "csv"];
    expect(await tidemap(home, asked)).toMatchObject({ code: 0, out: "\n" });
    const said = await compile(writeBundle());
    expect(said.err).toMatch(/Added 1 release and 0 sets/);
    const kb = open();
    expect(kb.newestRelease("enterprise")).toBe("19.1");
    expect(kb.newestSets("enterprise").map(({ id }) => id)).toContain("acme/2/19.1/enterprise");
    expect(kb.placedSets).toEqual(kb.sets);
    expect(viewOf(setView(kb, { set: "acme/2/19.1/enterprise" })).counts).toMatchObject({ notInRelease: 1, silent: 0 });
    const { out } = await tidemap(home, asked);
    expect(out.trimEnd().split("\n")).toHaveLength(3);
  });

  it("leaves the framework's other set in its place", async () => {
    write("acme-17.json", { attack_version: "17.9" });
    write("acme-18.json", { attack_version: "18.1" });
    write("acme-191.json", { attack_version: "19.1" });
    await compile(sources);
    const kb = open();
    expect(
      kb
        .newestSets("enterprise")
        .filter(({ framework }) => framework === "acme")
        .map(({ id }) => id),
    ).toEqual(["acme/2/18.1/enterprise"]);
    const capability = viewOf(capabilityView(kb, { framework: "acme", id: "door-1" }));
    expect([capability.view.kind, capability.mappings.map(({ set }) => set), capability.versions.length]).toEqual([
      "current",
      ["acme/2/18.1/enterprise"],
      3,
    ]);
    expect(viewOf(setView(kb, { set: "acme/2/18.1/enterprise" })).changes).toEqual([]);
    const { out } = await tidemap(home, ["framework", "acme"]);
    expect(out).toContain("ATT&CK 19.1 Enterprise and ATT&CK 17.9 Enterprise are not loaded.");
  });
});

it("what the manifests list is what the timelines resolve", () => {
  const kb = embeddedKnowledge();
  expect(kb.placedSets).toEqual(kb.sets);
  for (const domain of kb.domains)
    for (const { version } of kb.releases(domain)) expect(kb.timeline(domain).resolve(version)).not.toBeNull();
});
