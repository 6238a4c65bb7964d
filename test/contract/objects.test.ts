/** Groups and other objects of ATT&CK where a release, a domain or a set lacks something: what is said, and what is not. */
import { describe, expect, it } from "vitest";
import { frameworkOf } from "../../src/model/framework.js";
import { mappingFunctions } from "../../src/model/mapping.js";
import type { Answer } from "../../src/site/answer.js";
import { groupPage } from "../../src/site/pages/group.js";
import { tacticPage } from "../../src/site/pages/tactic.js";
import { routes } from "../../src/site/routes.js";
import { attackObjectView } from "../../src/site/views/attack-object.js";
import { capabilityView } from "../../src/site/views/capability.js";
import { capabilityGroupView } from "../../src/site/views/capability-group.js";
import type { Gap } from "../../src/site/views/gap.js";
import { gapWords } from "../../src/site/views/gap-words.js";
import { groupView } from "../../src/site/views/group.js";
import { groupsView } from "../../src/site/views/group-list.js";
import { tacticView } from "../../src/site/views/tactic.js";
import { embeddedKnowledge } from "../embedded.js";
import { fakeApp } from "../server/fake-site.js";

const kb = embeddedKnowledge();

function viewOf<View>(answered: Answer<View>): View {
  if (!answered.ok) throw new Error(answered.problem.detail);
  return answered.view;
}

const codeOf = (answered: Answer<unknown>) => (answered.ok ? null : answered.problem.code);

describe("a group that only ICS knows, whose newest release holds none", () => {
  it("is found by name", () => expect(viewOf(groupView(kb, { id: "allanite" })).group.id).toBe("G1000"));

  it("is in the list, which says what it does not know", () => {
    const { groups, lacking } = viewOf(groupsView(kb, {}));
    expect(groups.find(({ id }) => id === "G1000")?.domains).toEqual(["ics"]);
    expect(lacking).toEqual([{ domain: "ics", release: "19.0" }]);
  });
});

it("an object of a later release says where it stands, not that another domain lacks the release", () => {
  expect(codeOf(groupView(kb, { id: "G1030", attack: "3.0" }))).toBe("TM4041");
  expect(codeOf(attackObjectView(kb, "campaign", { id: "C0001", attack: "3.0" }))).toBe("TM4043");
  expect(codeOf(groupView(kb, { id: "G1030", attack: "99" }))).toBe("TM4002");
});

it("an object of a kind that the release's source lacks is unknown there, not absent", () => {
  const asked = { aligned: "19.0" };
  for (const found of [
    groupView(kb, { id: "G1000", ...asked }),
    attackObjectView(kb, "campaign", { id: "C0024", ...asked }),
  ]) {
    const { title = "", detail = "" } = found.ok ? {} : found.problem;
    expect(title).toMatch(/is not known in ATT&CK 19\.0$/);
    expect(detail).toContain("nothing is known of them there");
    expect(detail).not.toContain("not in 19.0");
  }
  const group = viewOf(groupView(kb, { id: "G0064", ...asked }));
  expect(group.domains.map(({ view }) => view.domain)).toEqual(["enterprise"]);
  expect(group.lacking).toEqual([{ domain: "ics", release: "19.0" }]);
  expect(viewOf(groupView(kb, { id: "G0016", ...asked })).lacking).toEqual([]);
});

it("a domain that a framework has no set for is no list of answered techniques, nor of unanswered ones", () => {
  const { domains } = viewOf(groupView(kb, { id: "G0034", framework: "m365" }));
  const sets = domains.map(({ view, gap }) => [view.domain, gap?.sets, gap?.withoutSet, gap?.techniques.length]);
  expect(sets[0]).toEqual(["enterprise", ["m365/07.18.2025/16.1/enterprise"], [], 51]);
  expect(sets.slice(1)).toEqual([
    ["mobile", [], ["m365"], 0],
    ["ics", [], ["m365"], 0],
  ]);
  const both = viewOf(groupView(kb, { id: "G0034", framework: "m365,azure" })).domains[1]?.gap;
  expect(both && gapWords(both, "").none).toBe(
    "Microsoft Azure and Microsoft 365 have no set of this domain: nothing is said here.",
  );
});

describe("a function alone is asked of all that defend", () => {
  const gapsOf = (asked: Readonly<Record<string, string>>) =>
    viewOf(groupView(kb, { id: "G0034", ...asked })).domains.map(({ gap }) => gap);

  it("what none of them has such a row for is missing, as where each is named", () => {
    const defense = kb.frameworkIds.filter((id) => frameworkOf(id).side === "defense").join(",");
    for (const of of mappingFunctions) {
      const [all, named] = [gapsOf({ function: of })[0], gapsOf({ function: of, framework: defense })[0]];
      expect(all).toMatchObject({ frameworks: [], withoutSet: [], function: of, of: named?.of });
      expect([all?.sets, all?.techniques, all?.answered]).toEqual([named?.sets, named?.techniques, named?.answered]);
      expect(all?.techniques.length).toBeGreaterThan(0);
    }
  });

  it("in words", () => {
    const [enterprise, mobile] = gapsOf({ function: "respond" });
    const { sentence, title } = gapWords(enterprise as Gap, "reported of the group itself");
    expect(sentence).toMatch(/^At least one defensive framework has a respond row on \d+ of the \d+ techniques /);
    expect(title).toBe("Without a respond row of any defensive framework");
    expect(gapWords(mobile as Gap, "").none).toBe(
      "No defensive framework has a set of this domain: nothing is said here.",
    );
  });

  it("on the page that its form leads to, and of a vulnerability", async () => {
    const app = fakeApp({ routes });
    for (const address of [
      "/groups/G0016/?function=detect",
      "/mitigations/M1026/?function=respond",
      "/frameworks/kev/capabilities/CVE-2023-34362/?without-function=detect",
    ]) {
      const answered = await app.request(address);
      expect([address, answered.status]).toEqual([address, 200]);
      expect(await answered.text()).toContain("row of any defensive framework</h2>");
    }
  });
});

it("a threat vocabulary answers nothing, and is no gap of anybody", () => {
  for (const framework of ["veris", "m365,kev"]) {
    expect(codeOf(groupView(kb, { id: "G0016", framework }))).toBe("TM4025");
    expect(codeOf(attackObjectView(kb, "mitigation", { id: "M1026", framework }))).toBe("TM4025");
    expect(codeOf(capabilityView(kb, { framework: "kev", id: "CVE-2023-34362", without: framework }))).toBe("TM4025");
  }
});

it("a deprecated group says so, and draws no table of nothing", () => {
  const page = String(groupPage(viewOf(groupView(kb, { id: "G0014" }))).body);
  expect(page).toContain('<span class="tag" data-tone="bad">deprecated</span>');
  expect(page).toContain("relates it to no technique");
  expect(page).not.toContain("over the 0 techniques");
});

describe("a tactic without techniques", () => {
  const pageOf = (aligned?: string) => String(tacticPage(viewOf(tacticView(kb, { id: "TA0038", aligned }))).body);

  it("says that it is deprecated, and draws no table of nothing", () => {
    const page = pageOf();
    expect(page).toContain('<span class="tag" data-tone="bad">deprecated</span>');
    expect(page).toContain("ATT&amp;CK 19.0 relates no technique to this tactic.");
    expect(page).not.toMatch(/0 of 0|<table/);
  });

  it("says so of a release too that has it alive", () => {
    const page = pageOf("12.0");
    expect(page).not.toContain(">deprecated</span>");
    expect(page).toContain("ATT&amp;CK 12.0 relates no technique to this tactic.");
  });

  it("has them where the release knows some", () => {
    expect(pageOf("10.1")).toMatch(/\d+ techniques, sub-techniques included.*<table/s);
  });
});

describe("what an id became that its publisher revoked", () => {
  const app = fakeApp({ routes });
  const revoked = kb
    .timeline("enterprise")
    .at(kb.newestRelease("enterprise"))
    .objects("group")
    .flatMap(({ id, state }) => (id !== null && state === "revoked" ? [id] : []));

  it.each([
    ["/groups/G0058/", "G0058 Charming Kitten is now G0059 Magic Hound"],
    ["/groups/G0058/v/18.1/", "G0058 Charming Kitten is now G0059 Magic Hound"],
    ["/techniques/T1562.001/", "T1562.001 Disable or Modify Tools is now T1685 Disable or Modify Tools"],
    ["/techniques/T1562.001/changes/", "T1562.001 Disable or Modify Tools is now T1685 Disable or Modify Tools"],
    ["/techniques/T1053.004/changes/", "T1053.004 Launchd is deprecated in ATT&amp;CK 19.0"],
    ["/software/S0209/", "S0209 is revoked"],
    ...revoked.map((id) => [`/groups/${id}/`, `${id} `]),
  ])("%s says it where it was asked", async (address, words) => {
    const answer = await app.request(address);
    expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
    const text = await answer.text();
    expect(text).toContain(`<strong>${words}`);
    expect(text).toContain(`<link rel="canonical" href="${address}">`);
  });

  it("a group leads to where it was last active", async () => {
    const text = await (await app.request("/groups/G0058/")).text();
    expect(text).toContain('It was last active in 8.2. <a href="/groups/G0058/v/8.2/">G0058 in 8.2</a>');
    expect(await (await app.request("/groups/G0058/v/8.2/")).text()).not.toContain("is now");
  });
});

describe("a group at a release whose source lacks campaigns", () => {
  const techniques = (page: string) => /<h2>Techniques<\/h2>(.*?)<\/header>/.exec(page)?.[1];
  const silence = "what its campaigns did is not in the source of 19.0";

  it("says beside the count what it does not hold, and where that stands", () => {
    const view = viewOf(groupView(kb, { id: "APT29" }));
    const unheld = view.domains.map(({ view: { domain }, unheld }) => [domain, unheld]);
    expect(unheld[0]).toEqual(["enterprise", [{ kind: "campaign", newest: "18.1" }]]);
    const page = String(groupPage(view).body);
    expect(techniques(page)).toContain(`, each once; ${silence}: <a href="/groups/G0016/v/18.1/">see 18.1</a>`);
  });

  it("says so too where it has no technique otherwise", () => {
    const view = viewOf(groupView(kb, { id: "G0014" }));
    expect(String(groupPage(view).body)).toContain(`${silence}: <a href="/groups/G0014/v/18.1/">`);
  });

  it("says nothing of it at a release that holds them", () => {
    const view = viewOf(groupView(kb, { id: "APT29", attack: "18.1" }));
    expect(view.domains.flatMap(({ unheld }) => unheld)).toEqual([]);
    expect(String(groupPage(view).body)).not.toContain("not in the source");
  });
});

it("a frozen set counts a row on a dead technique nowhere, for a capability and for its group alike", () => {
  const set = "aws/12.12.2024/16.1/enterprise";
  const one = viewOf(capabilityView(kb, { framework: "aws", id: "amazon_inspector", set }));
  expect(one.stranded.map(({ techniqueId }) => techniqueId)).toEqual(["T1053.001"]);
  const [group = ""] = one.capability.groups.map(({ id }) => id);
  const all = viewOf(capabilityGroupView(kb, { framework: "aws", group, set }));
  // Carried, T1053.001 goes on as T1053.002; the set as published does not name that one.
  const rowsAt = all.exposure
    .flatMap(({ tactics }) => tactics.flatMap(({ reached }) => reached))
    .flatMap(({ id, rows }) => (id === "T1053.002" ? [rows] : []));
  expect(rowsAt).toEqual([]);
});
