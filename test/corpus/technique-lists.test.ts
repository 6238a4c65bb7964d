import { describe, expect, it } from "vitest";
import { type Domain, domains } from "../../src/model/domain.js";
import { techniquesView } from "../../src/site/views/techniques.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface Release {
  readonly platforms: Readonly<Record<string, number>>;
  readonly techniques: { readonly active: number; readonly parents: number; readonly subs: number };
}

describeCorpus("lists of techniques, counted by independent programs", () => {
  const kb = embeddedKnowledge();
  const facetsOf = (domain: Domain, aligned: string) => {
    const found = techniquesView(kb, { domain, aligned });
    if (!found.ok) throw new Error(found.problem.detail);
    const { facets, all } = found.view.page;
    const counts = (name: string) =>
      Object.fromEntries(
        (facets.find(({ facet }) => facet === name)?.values ?? []).map(({ value, rows }) => [value, rows]),
      );
    return { all, counts };
  };

  describe.each(domains)("%s", (domain) => {
    const releases = JSON.parse(expectation("releases.json")) as Record<Domain, Record<string, Release>>;
    it.each(Object.entries(releases[domain]))("%s: techniques and platforms", (release, expected) => {
      const { all, counts } = facetsOf(domain, release);
      expect(all).toBe(expected.techniques.active);
      // A facet with one value only is none; "None" of the source is no platform.
      const { None: _, ...platforms } = expected.platforms;
      const { none: without = 0, ...ours } = counts("platform");
      if (Object.keys(platforms).length + (without > 0 ? 1 : 0) > 1) expect(ours).toEqual(platforms);
      if (expected.techniques.subs > 0)
        expect(counts("level")).toEqual({
          technique: expected.techniques.parents,
          "sub-technique": expected.techniques.subs,
        });
    });
  });

  it("enterprise 16.1: as many techniques by framework as an independent program reaches", () => {
    const { sets } = JSON.parse(expectation("coverage-16.1.json")) as {
      sets: Record<string, { readonly techniques: number }>;
    };
    const { none: _, ...ours } = facetsOf("enterprise", "16.1").counts("framework");
    const expected = Object.fromEntries(Object.entries(sets).map(([name, { techniques }]) => [name, techniques]));
    expect(Object.keys(expected).length).toBeGreaterThan(7);
    expect(ours).toEqual(expect.objectContaining(expected));
  });
});
