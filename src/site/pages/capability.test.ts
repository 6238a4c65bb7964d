import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { capabilityView } from "../views/capability.js";
import { capabilityGroupView } from "../views/capability-group.js";
import { techniqueView } from "../views/technique.js";
import { capabilitySentence } from "../words/capability.js";
import { capabilityPage } from "./capability.js";
import { capabilityGroupPage } from "./capability-group.js";

const kb = embeddedKnowledge();
const viewOf = (framework: string, id: string) => {
  const answered = capabilityView(kb, { framework, id });
  if (!answered.ok) throw new Error(answered.problem.detail);
  return answered.view;
};
const pageOf = (framework: string, id: string) => String(capabilityPage(viewOf(framework, id)).body);
const groupPageOf = (framework: string, group: string) => {
  const answered = capabilityGroupView(kb, { framework, group });
  if (!answered.ok) throw new Error(answered.problem.detail);
  return String(capabilityGroupPage(answered.view).body);
};
const ransomware = "action.malware.variety.Ransomware";

const unscored = /not scored"|best rating|> (minimal|partial|significant)/;

it("the techniques of a group of vulnerabilities are mapped, not unscored", () => {
  const page = groupPageOf("kev", "code_execution");
  expect(page).not.toMatch(/not scored|best rating|> (minimal|partial|significant)/);
  expect(page).toContain('<li><i data-step="mapped">&bull;</i> mapped</li><li><i></i> no row</li>');
  expect(page).toMatch(/data-step="mapped" title="T\d{4}[^"]*: mapped"/);
});

it.each([
  ["a vulnerability", "kev", "CVE-2021-44228"],
  ["an incident code", "veris", ransomware],
])("of the techniques of %s stands what answers them, and no picture of all that it does not use", (_, framework, id) => {
  const page = pageOf(framework, id);
  expect(page).not.toMatch(unscored);
  expect(page).not.toContain("Exposure");
  const [section = ""] = /<section class="section" id="defense-enterprise">.*?<\/section>/s.exec(page) ?? [];
  const frameworks = [...section.matchAll(/<td class="main"><a href="\/frameworks\/([^/]+)\//g)].map(([, of]) => of);
  expect(frameworks).toEqual(["aws", "azure", "cri_profile", "csa_ccm", "gcp", "intel-vpro", "m365", "nist_800_53"]);
});

it("where no defence has a set of a domain nothing is counted", () => {
  const [, section = ""] = /id="defense-mobile">(.*?)<\/section>/s.exec(pageOf("veris", ransomware)) ?? [];
  expect(section).toContain("No defensive framework has a set of Mobile");
  expect(section).not.toContain("<table");
});

it("each figure of what a framework lacks opens as many techniques, with what else is asked", () => {
  const question = { framework: "kev", id: "CVE-2023-34362", aligned: "16.1", type: "secondary_impact" };
  const answered = capabilityView(kb, question);
  if (!answered.ok) throw new Error(answered.problem.detail);
  const links = String(capabilityPage(answered.view).body).matchAll(
    /<a class="function-label" href="([^"]+without=[^"]+)".*?<\/span>(\d+)<\/a>/g,
  );
  const figures = [...links];
  expect(figures).toHaveLength(24);
  for (const [, href = "", count] of figures) {
    const { searchParams } = new URL(href.replaceAll("&amp;", "&"), "http://local");
    const asked = capabilityView(kb, { framework: "kev", id: question.id, ...Object.fromEntries(searchParams) });
    if (!asked.ok) throw new Error(asked.problem.detail);
    const { gap, techniques, view } = asked.view.defense[0] ?? {};
    expect([href, gap?.techniques.length, gap?.of]).toEqual([href, Number(count), techniques?.length]);
    expect([view?.release, asked.view.page.question.facets]).toEqual(["16.1", { type: ["secondary_impact"] }]);
  }
});

it("a defence is not asked what answers it", () => {
  expect(viewOf("nist", "AC-2").defense).toEqual([]);
  const refused = (asked: object) => {
    const answered = capabilityView(kb, { framework: "nist", id: "AC-2", ...asked });
    return answered.ok ? null : answered.problem.code;
  };
  expect([refused({}), refused({ without: "m365" }), refused({ "without-function": "detect" })]).toEqual([
    null,
    "TM4024",
    "TM4024",
  ]);
});

it("a table of more than twenty techniques is folded, and squares lead past it", () => {
  const folded = /<details class="folded"><summary>All (\d+) techniques<\/summary><div class="data-table">/;
  const [, count] = folded.exec(pageOf("nist", "AC-2")) ?? [];
  expect(Number(count)).toBe(viewOf("nist", "AC-2").exposure[0]?.reached);
  expect(pageOf("nist", "AC-2")).toMatch(/<a href="\/techniques\/T1003\/" data-step="0"/);
  const short = pageOf("nist", "AC-10");
  expect(short).not.toMatch(folded);
  expect(short).toMatch(/<a href="#T\d{4}" data-step/);
});

it("columns that no technique fills are left out, and said in words", () => {
  const heads = (page: string) => {
    const [, table = ""] = /id="techniques-enterprise">(.*?)<\/thead>/s.exec(page) ?? [];
    return {
      meta: /class="meta">([^<]*)</.exec(table)?.[1],
      columns: [...table.matchAll(/>([^<>]+)<\/th>/g)].map(([, head]) => head),
    };
  };
  const nothing = heads(pageOf("nist", "AC-2"));
  expect(nothing.columns).toEqual(["Technique", "Name", "Protect", "Rows"]);
  expect(nothing.meta).toMatch(/; none rests on this alone$/);
  const alone = heads(pageOf("kev", "CVE-2023-34362"));
  expect(alone.columns).toEqual([
    "Technique",
    "Name",
    "Tactics",
    "Defence rows",
    "Frameworks",
    "Rows",
    "Named by this alone",
  ]);
  expect(alone.meta).not.toContain("none rests");
});

it("the techniques of a defence keep ratings and their key", () => {
  const page = pageOf("aws", "amazon_guardduty");
  expect(page).toContain("with the best rating of each function");
  expect(page).toMatch(/data-step="2" title="T\d{4}[^"]*: [^"]*partial/);
  expect(page).toContain("not scored</li>");
  expect(page).not.toContain('data-step="mapped"');
});

it("a domain whose authors declare a capability non-mappable is not counted as none of its techniques", () => {
  expect(capabilitySentence(viewOf("veris", ransomware))).toBe(
    "Ransomware is mapped to 2 of 697 techniques of Enterprise 19.0, in 1 of 15 tactics; 1 of 124 techniques of Mobile 19.0, in 1 of 12 tactics; on none of them is it the only VERIS entry; in Enterprise, Amazon Web Services has a row on 2 of 2 and Microsoft Azure has a row on 2 of 2; for ICS its authors declare it non-mappable.",
  );
  const page = pageOf("veris", ransomware);
  expect(page).toContain("<h2>Techniques, Mobile 19.0</h2>");
  expect(page).not.toMatch(/<h2>(What answers its techniques|Techniques), ICS/);
  expect(page).toContain("<h2>Declared non-mappable</h2>");
});

it("where rows reach no living technique nothing is said of tactics, nor of what rests on them", () => {
  const view = viewOf("kev", "CVE-2021-44228");
  const exposure = view.exposure.map((entry) => ({ ...entry, reached: 0 }));
  const defense = view.defense.map((entry) => ({ ...entry, techniques: [] }));
  expect(capabilitySentence({ ...view, exposure, defense })).toBe(
    "Apache Log4j2 Remote Code Execution Vulnerability is mapped to 0 of 697 techniques of Enterprise 19.0.",
  );
});

describe("aligned to a release that not every domain of its sets has", () => {
  const disable = "action.hacking.variety.Disable controls";
  const at = (aligned: string, id = disable) => capabilityView(kb, { framework: "veris", id, aligned });

  it("answers for those that have it, and says which it leaves out", () => {
    const answered = at("6.0");
    if (!answered.ok) throw new Error(answered.problem.detail);
    const { sets, lacking } = answered.view.view;
    expect(sets.map(({ domain }) => domain)).toEqual(["enterprise", "mobile"]);
    expect(lacking).toEqual(["ics"]);
    expect(new Set(answered.view.mappings.map(({ domain }) => domain))).toEqual(new Set(["enterprise"]));
    expect(answered.view.defense.map(({ view }) => view.domain)).toEqual(["enterprise", "mobile"]);
    const page = String(capabilityPage(answered.view).body);
    expect(page).toContain("No release 6.0 of ICS is loaded: what its sets say is left out.");
    expect(page).not.toContain("ICS 6.0");
  });

  it("takes no part for the whole where the others have no row", () => {
    const answered = at("6.0", "action.hacking.variety.CSRF");
    expect(answered.ok && capabilitySentence(answered.view)).toBe(
      "Its authors say that CSRF addresses no technique of Enterprise or Mobile.",
    );
  });

  it("leaves none out where all have it, and refuses what none has", () => {
    const answered = at("9.0");
    expect(answered.ok && answered.view.view.lacking).toEqual([]);
    const refused = at("99");
    expect(refused.ok ? null : refused.problem.code).toBe("TM4002");
  });
});

it("rows carried back lead to pages that are there, and those that stand on nothing are told of", () => {
  const question = { framework: "m365", id: "DEF-SSCO-E3", aligned: "5.0" };
  const answered = capabilityView(kb, question);
  if (!answered.ok) throw new Error(answered.problem.detail);
  const { stranded, mappings } = answered.view;
  expect([mappings.length, stranded.length]).toEqual([50, 36]);
  const page = String(capabilityPage(answered.view).body);
  expect(page).toContain("lineage; 36 stand on no technique there.");
  const links = [...page.matchAll(/href="(\/techniques\/[^"?#]+)(?:\?aligned=([\d.]+))?"/g)];
  expect(links.length).toBeGreaterThan(90);
  for (const [, path = "", aligned] of links) {
    const [, id = "", attack] = /^\/techniques\/([^/]+)\/(?:v\/([^/]+)\/)?$/.exec(path) ?? [];
    expect([path, aligned, techniqueView(kb, { id, attack, aligned }).ok]).toEqual([path, aligned, true]);
  }
});
