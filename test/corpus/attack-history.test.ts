import { join } from "node:path";
import { expect, it } from "vitest";
import type { HistoryEvent } from "../../src/attack/timeline.js";
import { type Domain, domains } from "../../src/model/domain.js";
import { compileDomain, version } from "./attack-corpus.js";
import { describeCorpus } from "./corpus.js";
import { expectation } from "./expectations.js";

interface Step {
  readonly lists: Readonly<
    Record<string, readonly (string | { readonly id: string; readonly subs?: readonly string[] })[]>
  >;
  readonly descriptionIds: readonly string[];
  readonly versionIds: readonly string[];
}

/** Files of the releases that have none of their own: mobile 8.2 repeats 8.0. */
const fileOf: Readonly<Record<string, string>> = { "mobile 8.2": "8.0" };

// A timeline of two releases only: its events are the changes between them, which were counted independently.
describeCorpus("history between two releases", (dir) => {
  const steps = () => JSON.parse(expectation("changelog.json")) as Record<Domain, Record<string, Step>>;
  for (const domain of domains)
    for (const name of ["8.2..9.0", "10.1..12.1", "12.1..14.1", "14.1..16.1", "14.1..18.1", "16.1..18.1", "17.1..18.1"])
      it(`${domain} ${name}`, async () => {
        const { lists, descriptionIds, versionIds } = steps()[domain][name] as Step;
        const [from = "", to = ""] = name.split("..").map((release) => fileOf[`${domain} ${release}`] ?? release);
        const files = [from, to].map((release) => join("attack", `${domain}-attack-${release}.json`));
        const { timeline, data } = await compileDomain(dir, domain, files);
        const newer = timeline.at(version(to));
        const events = newer.objects("technique").flatMap(({ id }) =>
          timeline
            .history("technique", id ?? "")
            .filter(({ release }) => release === to)
            .map((event) => ({ ...event, id: id ?? "" })),
        );
        const changed = (change: HistoryEvent["change"]) =>
          events.filter((event) => event.change === change).map(({ id }) => id);
        const ids = (list: string) =>
          (lists[list] ?? []).map((entry) => (typeof entry === "string" ? entry : entry.id));
        expect(changed("added")).toEqual(ids("added"));
        for (const change of ["revoked", "deprecated", "reactivated", "renamed"] as const)
          expect([change, changed(change)]).toEqual([change, ids(change)]);
        expect(changed("tactics")).toEqual([...ids("tacticsById")].sort());
        expect(changed("platforms")).toEqual(ids("platformsAfterVocabulary"));
        expect(changed("described")).toEqual(descriptionIds);
        expect(
          events.filter((event) => event.change === "described" && !event.citationsOnly).map(({ id }) => id),
        ).toEqual(ids("descriptionNoCitations"));
        // A release that states no version at all is silent: the first version is no change.
        const silent = data.releases[0]?.silent.includes("objectVersion") === true;
        expect(changed("version")).toEqual(silent ? [] : versionIds);
        const gained = new Set([...ids("firstSubs"), ...ids("gainedSubs"), ...ids("lostSubs")]);
        expect(changed("subtechniques")).toEqual([...gained].sort());
      });
});
