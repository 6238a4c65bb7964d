/** Whatever search offers is there, and no words can break it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchIndexOf } from "../../src/knowledge/search.js";
import { entryKinds } from "../../src/knowledge/search-entries.js";
import { matchRoute } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { hrefOf, searchView } from "../../src/site/views/search.js";
import { embeddedKnowledge } from "../embedded.js";

const kb = embeddedKnowledge();
const firstOf = (q: string) => {
  const found = searchView(kb, { q });
  return found.ok ? found.view.hits[0]?.href : null;
};

describe("search", () => {
  it("offers pages that are there, every entry of it", () => {
    const known = new Set(routes.flatMap((route) => [...route.all(kb)]));
    const entries = searchIndexOf(kb).entries;
    expect(entries.length).toBeGreaterThan(3_000);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(entryKinds));
    expect(entries.map(hrefOf).filter((href) => !known.has(href))).toEqual([]);
    const refused = entries.map(hrefOf).filter((href) => {
      const match = matchRoute(routes, href);
      return match === null || !match.route.answer(kb, match.params, {}).ok;
    });
    expect(refused).toEqual([]);
  });

  it.each([
    ["AC-2", "/frameworks/nist_800_53/capabilities/AC-02/"],
    ["ac 02", "/frameworks/nist_800_53/capabilities/AC-02/"],
    ["acces tokn", "/techniques/T1134/"],
    ["T1550/001", "/techniques/T1550.001/"],
    ["t1562.001", "/techniques/T1562.001/"],
    ["cozy bear", "/groups/G0016/"],
    ["DEF-SecScore-E3", "/frameworks/m365/capabilities/DEF-SSCO-E3/"],
    ["cobalt strike", "/software/S0154/"],
    ["solarwinds compromise", "/campaigns/C0024/"],
    ["M1026", "/mitigations/M1026/"],
    ["CVE-2023-34362", "/frameworks/kev/capabilities/CVE-2023-34362/"],
    // NIST's enhancements, as it writes them and as OSCAL does: of their control.
    ["AC-2(1)", "/frameworks/nist_800_53/capabilities/AC-02/"],
    ["AC-02 (01)", "/frameworks/nist_800_53/capabilities/AC-02/"],
    ["ia-2.1", "/frameworks/nist_800_53/capabilities/IA-02/"],
    ["dll search order hijacking", "/techniques/T1574.001/"],
  ])("%s finds %s", (q, href) => {
    const found = searchView(kb, { q });
    expect(found.ok && found.view.hits.slice(0, 5).map((hit) => hit.href)).toContain(href);
  });

  it.each([
    "nist",
    "nist rev5",
    "nist rev4 enterprise",
    "m365",
    "veris 1.4.0",
    "16.1",
  ])("%s finds the sets of a framework the newest first", (q) => {
    const found = searchView(kb, { q, kind: "set" });
    const sets = found.ok ? found.view.hits.map(({ entry }) => entry) : [];
    expect(sets.length).toBeGreaterThan(1);
    for (const framework of new Set(sets.map((set) => set.framework))) {
      const ids = sets.filter((set) => set.framework === framework).map(({ id }) => id);
      expect(ids).toEqual(kb.sets.map(({ id }) => id).filter((id) => ids.includes(id)));
    }
  });

  it("does not take an enhancement for a control whose number looks so", () => {
    expect(firstOf("AC-2(1)")).toBe("/frameworks/nist_800_53/capabilities/AC-02/");
    expect(firstOf("AC-21")).toBe("/frameworks/nist_800_53/capabilities/AC-21/");
  });

  it.each([
    [
      "https://center-for-threat-informed-defense.github.io/mappings-explorer/external/nist/attack-16.1/domain-enterprise/nist-rev5/AC-02/",
      "/sets/nist_800_53/rev5/16.1/enterprise/capabilities/AC-02/",
    ],
    ["/attack/attack-16.1/domain-ics/techniques/", "/techniques/ics/v/16.1/"],
    ["attack/matrix/?attack-version=15.1&domain=ics", "/matrix/ics/v/15.1/"],
    ["T1550/001", null],
    ["https://example.org/%", null],
  ])("knows where %s is now", (q, href) => {
    const found = searchView(kb, { q });
    expect(found.ok && found.view.moved).toBe(href);
  });

  it("says first what is asked by id", () => {
    expect(firstOf("T1550.001")).toBe("/techniques/T1550.001/");
    expect(firstOf("s0154")).toBe("/software/S0154/");
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.string({ minLength: 300 })), (q) => {
        expect(searchView(kb, { q }).ok).toBe(true);
        expect(searchView(kb, { q, kind: `${q}?` })).toMatchObject({ ok: false, problem: { code: "TM4004" } });
      }),
      { numRuns: 300 },
    );
    expect(searchView(kb, { q: "a b ".repeat(25_000) }).ok).toBe(true);
  });
});
