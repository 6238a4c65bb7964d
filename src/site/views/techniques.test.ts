import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { techniquesPage } from "../pages/techniques.js";
import type { Query } from "../route.js";
import { techniqueView } from "./technique.js";
import { techniquesPageView, techniquesView } from "./techniques.js";

const kb = embeddedKnowledge();

/** A technique's own page is counted against the publishers' files (test/corpus); lists have to say the same. */
describe.each([
  ["enterprise", undefined],
  ["enterprise", "14.1"],
  ["mobile", undefined],
  ["ics", "16.1"],
])("the list of %s, aligned to %s", (domain, aligned) => {
  const listed = techniquesView(kb, { domain, aligned });
  const rows = listed.ok ? listed.view.page.rows : [];

  it("counts for each technique what its page shows", () => {
    expect(rows.length).toBeGreaterThan(70);
    for (const row of rows) {
      const found = techniqueView(kb, { id: row.id, aligned });
      if (!found.ok) throw new Error(`${row.id} is listed and has no page`);
      const { mappings, nonMappable } = found.view;
      const defense = mappings.filter(({ side }) => side === "defense");
      const own = {
        defenseRows: defense.length,
        defenseFrameworks: new Set(defense.map(({ framework }) => framework)).size,
        threatRows: mappings.length - defense.length,
        nonMappable: [...new Set(nonMappable.map(({ framework }) => framework))],
      };
      expect(row).toMatchObject({ id: found.view.technique.id, ...own });
    }
  });

  it("opens as many techniques as each value of a facet counts, each with that value", () => {
    const { facets = [], all = 0 } = listed.ok ? listed.view.page : {};
    expect(facets.map(({ facet }) => facet)).toEqual(expect.arrayContaining(["standing", "framework", "tactic"]));
    for (const { facet, values } of facets) {
      for (const { value, rows: counted } of values) {
        const chosen = techniquesView(kb, { domain, aligned, [facet]: value });
        expect([facet, value, chosen.ok && chosen.view.page.matching]).toEqual([facet, value, counted]);
      }
    }
    const standing = facets.find(({ facet }) => facet === "standing")?.values ?? [];
    expect(standing.reduce((sum, value) => sum + value.rows, 0)).toBe(all);
    const silent = techniquesView(kb, { domain, aligned, standing: "silent" });
    for (const row of silent.ok ? silent.view.page.rows : [])
      expect([row.defenseRows, row.threatRows, row.nonMappable]).toEqual([0, 0, []]);
  });

  it("asks framework and function of the same rows, and counts both so", () => {
    const asked = (more: Query) => {
      const found = techniquesView(kb, { domain, aligned, ...more });
      if (!found.ok) throw new Error(found.problem.detail);
      return found.view.page;
    };
    const valuesOf = (page: ReturnType<typeof asked>, facet: string) =>
      page.facets.find((group) => group.facet === facet)?.values ?? [];
    for (const { value: framework } of valuesOf(asked({}), "framework")) {
      const page = asked({ framework });
      for (const { value, rows: counted } of valuesOf(page, "function"))
        expect([framework, value, asked({ framework, function: value }).matching]).toEqual([framework, value, counted]);
      if (framework === "none") continue;
      const detected = page.rows.filter(({ id }) => {
        const found = techniqueView(kb, { id, aligned, framework, function: "detect" });
        return found.ok && found.view.mappings.length > 0;
      });
      expect([framework, asked({ framework, function: "detect" }).matching]).toEqual([framework, detected.length]);
    }
    for (const name of ["protect", "detect,respond", "none"])
      for (const { value, rows: counted } of valuesOf(asked({ function: name }), "framework"))
        expect([name, value, asked({ framework: value, function: name }).matching]).toEqual([name, value, counted]);
  });

  it("calls non-mappable what has no defence row, whatever threats it has", () => {
    const declared = techniquesView(kb, { domain, aligned, standing: "non-mappable" });
    for (const row of declared.ok ? declared.view.page.rows : [])
      expect([row.defenseRows, row.nonMappable.length > 0]).toEqual([0, true]);
  });

  it("keeps its release in every link where it lists all domains", () => {
    const all = techniquesPageView(kb, { aligned: "16.1" });
    if (!all.ok) throw new Error(all.problem.detail);
    const links = [...String(techniquesPage(all.view).body).matchAll(/href="(\/techniques\/\?[^"]*)"/g)];
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(([, href]) => !href?.includes("aligned=16.1"))).toEqual([]);
    expect(String(techniquesPage(all.view).body)).not.toContain('"/techniques/v/');
  });

  it("has some of each kind where the sets do", () => {
    const some = (wanted: (row: (typeof rows)[number]) => boolean) => rows.some(wanted);
    expect(some(({ defenseRows, threatRows }) => defenseRows + threatRows > 0)).toBe(true);
    expect(some(({ nonMappable }) => nonMappable.length > 0)).toBe(domain === "enterprise");
  });
});

describe("the headline of a filtered list tells the whole that is filtered", () => {
  const domain = "enterprise";
  const ending = " in at least one defensive framework.";
  it.each([
    [
      { domain, tactic: "TA0040" },
      `32 of 33 techniques and sub-techniques of Impact, Enterprise 19.0 have a row${ending}`,
    ],
    [
      { domain, tactic: "TA0040", standing: "answered" },
      `32 of 33 techniques of Impact, Enterprise 19.0 pass the filter; 32 of them have a row${ending}`,
    ],
    [
      { tactic: "TA0040", standing: "answered" },
      `32 of 33 techniques of Impact, Enterprise pass the filter; 32 of them have a row${ending}`,
    ],
    [
      { domain, tactic: "TA0040,TA0001", standing: "answered" },
      `54 of 697 techniques of Enterprise 19.0 pass the filter; 54 of them have a row${ending}`,
    ],
    [
      { domain, standing: "answered", framework: "m365", function: "detect", q: "account access" },
      `1 of 697 techniques of Enterprise 19.0 passes the filter; 1 of them has a row${ending}`,
    ],
    [{ domain, q: "zzzz" }, "None of 697 techniques of Enterprise 19.0 passes the filter."],
  ])("%j", (asked, words) => {
    const found = techniquesPageView(kb, asked);
    expect(found.ok && techniquesPage(found.view).description).toBe(words);
  });
});

describe("the same list of another domain", () => {
  const links = (question: Record<string, string>) => {
    const found = techniquesPageView(kb, question);
    if (!found.ok) throw new Error(found.problem.detail);
    const [, switched = ""] = /aria-label="Domain">(.*?)<\/ul>/.exec(String(techniquesPage(found.view).body)) ?? [];
    return [...switched.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) =>
      decodeURIComponent(href.replaceAll("&amp;", "&")),
    );
  };

  it("is asked what it can be asked", () => {
    const all = links({
      domain: "enterprise",
      aligned: "16.1",
      q: "account",
      standing: "silent",
      framework: "m365,veris",
      tactic: "TA0001",
      platform: "Windows,Android",
      sort: "-threat",
    });
    expect(all).toEqual([
      "/techniques/?aligned=16.1&q=account&standing=silent&framework=m365,veris&tactic=TA0001&platform=Windows,Android&sort=-threat",
      "/techniques/enterprise/v/16.1/?q=account&standing=silent&framework=m365,veris&tactic=TA0001&platform=Windows,Android&sort=-threat",
      "/techniques/mobile/v/16.1/?q=account&standing=silent&framework=veris&platform=Android&sort=-threat",
      "/techniques/ics/v/16.1/?q=account&standing=silent&framework=veris&sort=-threat",
    ]);
  });

  it("has no tactic that its release has not", () => {
    const [every, enterprise, own] = links({ domain: "mobile", aligned: "12.1", tactic: "TA0038" });
    expect(own).toBe("/techniques/mobile/v/12.1/?tactic=TA0038");
    expect(every).toBe("/techniques/?aligned=12.1");
    expect(enterprise).toBe("/techniques/enterprise/v/12.1/");
  });
});
