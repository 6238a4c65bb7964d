/** Lists and tables with filters, against counts that do not use them. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/site/answer.js";
import type { Query } from "../../src/site/route.js";
import { attackObjectsView } from "../../src/site/views/attack-object-list.js";
import { capabilityView } from "../../src/site/views/capability.js";
import { frameworkView } from "../../src/site/views/framework.js";
import { groupsView } from "../../src/site/views/group-list.js";
import { setsView } from "../../src/site/views/sets.js";
import { tacticView } from "../../src/site/views/tactic.js";
import { embeddedKnowledge } from "../embedded.js";

const kb = embeddedKnowledge();

function viewOf<View>(answered: Answer<View>): View {
  if (!answered.ok) throw new Error(answered.problem.detail);
  return answered.view;
}

/** Every list: its rows' names and its frame, as a question has them. */
const lists: Readonly<
  Record<string, (question: Query) => { names: readonly string[]; page: ReturnType<typeof pageOf> }>
> = {
  groups: (question) => {
    const { groups, page } = viewOf(groupsView(kb, question));
    return { names: groups.map(({ id }) => id), page: pageOf(page) };
  },
  software: (question) => {
    const { objects, page } = viewOf(attackObjectsView(kb, "software", question));
    return { names: objects.map(({ id }) => id), page: pageOf(page) };
  },
  campaigns: (question) => {
    const { objects, page } = viewOf(attackObjectsView(kb, "campaign", question));
    return { names: objects.map(({ id }) => id), page: pageOf(page) };
  },
  mitigations: (question) => {
    const { objects, page } = viewOf(attackObjectsView(kb, "mitigation", question));
    return { names: objects.map(({ id }) => id), page: pageOf(page) };
  },
  sets: (question) => {
    const { sets, page } = viewOf(setsView(kb, question));
    return { names: sets.map(({ id }) => id), page: pageOf(page) };
  },
  "capabilities of VERIS": (question) => {
    const { capabilities, page } = viewOf(frameworkView(kb, { ...question, framework: "veris" }));
    return { names: capabilities.map(({ id, set }) => `${set} ${id}`), page: pageOf(page) };
  },
  "techniques of TA0006": (question) => {
    const { techniques, page } = viewOf(tacticView(kb, { ...question, id: "TA0006" }));
    return { names: techniques.map(({ id }) => id), page: pageOf(page) };
  },
  "rows of SI-04": (question) => {
    const view = viewOf(capabilityView(kb, { ...question, framework: "nist_800_53", id: "SI-04" }));
    return {
      names: [...view.mappings, ...view.nonMappable].map(({ set, row }) => `${set}#${row}`),
      page: pageOf(view.page),
    };
  },
};

function pageOf({
  all,
  matching,
  facets,
}: ReturnType<typeof viewOf<import("../../src/site/views/sets.js").SetsView>>["page"]) {
  return { all, matching, facets };
}

describe.each(Object.entries(lists))("%s", (_name, ask) => {
  const whole = ask({});

  it("is whole without a question", () => {
    expect(whole.names.length).toBe(whole.page.all);
    expect(new Set(whole.names).size).toBe(whole.names.length);
  });

  it("shows as many rows as each value of a facet says, and nothing that the whole has not", () => {
    for (const { facet, values } of whole.page.facets)
      for (const { value, rows } of values) {
        const chosen = ask({ [facet]: value.replace(/[\\,]/g, "\\$&") });
        expect(chosen.names.length, `${facet}=${value}`).toBe(rows);
        expect(whole.names).toEqual(expect.arrayContaining([...chosen.names]));
      }
  });

  it("turned round and back is the same", () => {
    const [column = ""] = ["techniques", "mappings", "technique"].filter((id) => ask({ sort: id }).names.length > 0);
    const up = ask({ sort: column }).names;
    expect(up.toSorted()).toEqual(whole.names.toSorted());
    expect(ask({ sort: `-${column}` }).names.toSorted()).toEqual(whole.names.toSorted());
  });
});

describe("what passes", () => {
  it("groups with a technique of a tactic are those that use one", () => {
    const release = kb.timeline("enterprise").at(kb.newestRelease("enterprise"));
    const users = release
      .objects("group")
      .filter(({ state }) => state === "active")
      .filter((group) =>
        release
          .targets(group, "uses")
          .some((used) => used.kind === "technique" && release.tacticsOf(used).some(({ id }) => id === "TA0010")),
      );
    expect(viewOf(groupsView(kb, { tactic: "TA0010" })).groups.map(({ id }) => id)).toEqual(
      users.flatMap(({ id }) => id ?? []).toSorted(),
    );
  });

  it("rows of a capability are narrowed, what it reaches is not", () => {
    const question = { framework: "nist_800_53", id: "SI-04" };
    const [all, narrowed] = [{}, { tactic: "TA0006" }].map((more) =>
      viewOf(capabilityView(kb, { ...question, ...more })),
    );
    if (!all || !narrowed) throw new Error("both are answered");
    const release = kb.timeline("enterprise").at(kb.newestRelease("enterprise"));
    const isOfTactic = (id: string) => {
      const technique = release.object("technique", id);
      return technique !== null && release.tacticsOf(technique).some((tactic) => tactic.id === "TA0006");
    };
    const standing = all.mappings.filter(({ techniqueId, carried }) =>
      isOfTactic(carried?.path.at(-1) ?? techniqueId ?? ""),
    );
    expect(narrowed.mappings).toEqual(standing);
    expect(narrowed.mapped).toBe(all.mappings.length);
    expect(narrowed.exposure).toEqual(all.exposure);
    expect(narrowed.summary).toEqual(all.summary);
  });

  it("a word that means nothing is named, and no row passes it", () => {
    const { groups, page } = viewOf(groupsView(kb, { domain: "cloud" }));
    expect(groups).toEqual([]);
    expect(page.unknown.map(({ name, word }) => [name, word])).toEqual([["domain", "cloud"]]);
  });

  it("the sets written for a release, in their reading order", () => {
    const { sets, totals } = viewOf(setsView(kb, { release: "16.1", side: "defense" }));
    const own = kb.sets.filter(
      ({ attackVersion, framework }) => attackVersion === "16.1" && !["veris", "kev"].includes(framework),
    );
    expect(sets.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    expect(totals.sets).toBe(33);
  });
});
