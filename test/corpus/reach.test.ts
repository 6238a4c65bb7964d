import { describe, expect, it } from "vitest";
import { groupView } from "../../src/site/views/group.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface SetReach {
  readonly exact: number;
  readonly parentOnly: number;
  readonly nonMappable: number;
  readonly protect: number;
  readonly detect: number;
  readonly respond: number;
}

interface GroupReach {
  readonly sets: Readonly<Record<string, SetReach>>;
}

interface Footprint {
  readonly direct: number;
  readonly direct_campaigns: number;
  readonly all_plus_campaign_software: number;
}

describeCorpus("groups at 16.1, counted by an independent program", () => {
  const kb = embeddedKnowledge();
  const at = (id: string) => {
    const found = groupView(kb, { id, aligned: "16.1" });
    if (!found.ok) throw new Error(found.problem.detail);
    const entry = found.view.domains.find(({ view }) => view.domain === "enterprise");
    if (!entry) throw new Error(`${id} is not of the enterprise domain`);
    return entry;
  };

  describe("techniques, by what they rest on", () => {
    const { groups } = JSON.parse(expectation("groups-16.1.json")) as { groups: Record<string, Footprint> };
    it.each(Object.entries(groups))("%s", (id, expected) => {
      const { direct, byCampaign, bySoftware } = at(id);
      const campaigns = direct.length + byCampaign.length;
      expect([direct.length, campaigns, campaigns + bySoftware.length]).toEqual([
        expected.direct,
        expected.direct_campaigns,
        expected.all_plus_campaign_software,
      ]);
    });
  });

  describe("reach of each framework over the direct techniques", () => {
    const { groups } = JSON.parse(expectation("coverage-16.1.json")) as { groups: Record<string, GroupReach> };
    it.each(Object.entries(groups))("%s", (id, { sets }) => {
      const { reach } = at(id);
      const counted = Object.fromEntries(
        reach
          .filter(({ framework }) => framework in sets)
          .map(({ framework, n, parentOnly, nonMappable, functions }) => [
            framework,
            { exact: n, parentOnly, nonMappable, ...functions },
          ]),
      );
      const expected = Object.fromEntries(
        Object.entries(sets)
          .filter(([framework]) => framework in counted)
          .map(([framework, { exact, parentOnly, nonMappable, protect, detect, respond }]) => [
            framework,
            { exact, parentOnly, nonMappable, protect, detect, respond },
          ]),
      );
      expect(Object.keys(counted).length).toBeGreaterThan(5);
      expect(counted).toEqual(expected);
    });
  });
});
