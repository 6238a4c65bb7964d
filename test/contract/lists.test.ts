/** Lists and tables with filters, against counts that do not use them. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/site/answer.js";
import { matchRoute, type Query } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import type { TableFrame } from "../../src/site/table/table-view.js";
import { attackObjectsView } from "../../src/site/views/attack-object-list.js";
import { type CapabilityView, capabilityView } from "../../src/site/views/capability.js";
import { capabilityGroupView } from "../../src/site/views/capability-group.js";
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

interface Asked {
  readonly names: readonly string[];
  /** What each row has in the column that the list is sorted by below. */
  readonly keys: readonly number[];
  readonly page: ReturnType<typeof pageOf>;
}

/** Every list, with a column of numbers to sort by. */
const lists: Readonly<Record<string, { readonly column: string; readonly ask: (question: Query) => Asked }>> = {
  groups: { column: "techniques", ask: (question) => objects(viewOf(groupsView(kb, question)), "groups") },
  software: {
    column: "techniques",
    ask: (question) => objects(viewOf(attackObjectsView(kb, "software", question)), "objects"),
  },
  campaigns: {
    column: "techniques",
    ask: (question) => objects(viewOf(attackObjectsView(kb, "campaign", question)), "objects"),
  },
  mitigations: {
    column: "techniques",
    ask: (question) => objects(viewOf(attackObjectsView(kb, "mitigation", question)), "objects"),
  },
  sets: {
    column: "mappings",
    ask: (question) => {
      const { sets, page } = viewOf(setsView(kb, question));
      return { names: sets.map(({ id }) => id), keys: sets.map(({ mappable }) => mappable), page: pageOf(page) };
    },
  },
  "capabilities of VERIS": {
    column: "techniques",
    ask: (question) => {
      const { capabilities, page } = viewOf(frameworkView(kb, { ...question, framework: "veris" }));
      return {
        names: capabilities.map(({ id, set }) => `${set} ${id}`),
        keys: capabilities.map(({ techniques }) => techniques),
        page: pageOf(page),
      };
    },
  },
  "techniques of TA0006": {
    column: "defense",
    ask: (question) => {
      const { techniques, page } = viewOf(tacticView(kb, { ...question, id: "TA0006" }));
      return {
        names: techniques.map(({ id }) => id),
        keys: techniques.map(({ defenseRows }) => defenseRows),
        page: pageOf(page),
      };
    },
  },
  "rows of SI-04": {
    column: "row",
    ask: (question) => rowsOf(viewOf(capabilityView(kb, { ...question, framework: "nist_800_53", id: "SI-04" }))),
  },
  "rows of several domains": {
    column: "row",
    ask: (question) =>
      rowsOf(viewOf(capabilityView(kb, { ...question, framework: "veris", id: "action.hacking.variety.Other" }))),
  },
};

function objects<Name extends string>(
  view: { readonly [Key in Name]: readonly { readonly id: string; readonly techniques: number }[] } & {
    readonly page: TableFrame;
  },
  name: Name,
): Asked {
  const entries = view[name];
  return {
    names: entries.map(({ id }) => id),
    keys: entries.map(({ techniques }) => techniques),
    page: pageOf(view.page),
  };
}

function rowsOf({ mappings, page }: CapabilityView): Asked {
  return {
    names: mappings.map(({ set, row }) => `${set}#${row}`),
    keys: mappings.map(({ row }) => row),
    page: pageOf(page),
  };
}

function pageOf({ all, matching, facets }: TableFrame) {
  return { all, matching, facets };
}

describe.each(Object.entries(lists))("%s", (_name, { column, ask }) => {
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

  it("is put in order by a column, both ways, and loses nothing", () => {
    const [up, down] = [ask({ sort: column }), ask({ sort: `-${column}` })];
    expect(up.keys).toEqual(whole.keys.toSorted((a, b) => a - b));
    expect(down.keys).toEqual(up.keys.toReversed());
    expect(up.names.toSorted()).toEqual(whole.names.toSorted());
    expect(new Set(up.keys).size).toBeGreaterThan(1);
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
    expect([narrowed.page.all, narrowed.page.matching]).toEqual([all.mappings.length, standing.length]);
    expect(narrowed.exposure).toEqual(all.exposure);
    expect(narrowed.summary).toEqual(all.summary);
  });

  it("added columns say what their own rows have, in any order", () => {
    const view = viewOf(
      capabilityView(kb, {
        framework: "veris",
        id: "action.hacking.variety.Other",
        sort: "-row",
        columns: "row,technique,domain",
      }),
    );
    expect(view.nonMappable.length).toBeGreaterThan(0);
    expect(view.page.texts.row).toEqual(view.mappings.map(({ row }) => String(row + 1)));
  });

  it("what a capability's authors call non-mappable is said whatever is asked of its rows", () => {
    const question = { framework: "csa_ccm", id: "HRS-03" };
    const [all, none] = [{}, { q: "zzz" }].map((more) => viewOf(capabilityView(kb, { ...question, ...more })));
    expect(none?.mappings).toEqual([]);
    expect(none?.nonMappable).toEqual(all?.nonMappable);
    expect(all?.nonMappable.length).toBeGreaterThan(0);
  });

  it("what sets of several domains have is one thing in the sentence about a framework", () => {
    const { capabilities, mapped } = viewOf(frameworkView(kb, { framework: "kev" }));
    const ids = capabilities.flatMap(({ id, rows }) => (rows > 0 ? [id.trim().toUpperCase()] : []));
    expect(mapped).toBe(new Set(ids).size);
    expect(mapped).toBeLessThan(ids.length);
  });

  it.each(kb.frameworkIds)("%s counts for a capability and a group what their pages count", (framework) => {
    const { capabilities, groups, newest } = viewOf(frameworkView(kb, { framework }));
    const ids = capabilities.map(({ set, id }) => `${set} ${id}`);
    const inOrder = newest.flatMap(({ id: set }) =>
      capabilities
        .filter((row) => row.set === set)
        .map(({ id }) => id)
        .sort(new Intl.Collator("en", { numeric: true }).compare)
        .map((id) => `${set} ${id}`),
    );
    if (framework === "nist_800_53") expect(ids).toEqual(inOrder);
    for (const row of capabilities.filter((_, place) => place % 7 === 0)) {
      const domain = kb.set(row.set)?.domain;
      const { exposure } = viewOf(capabilityView(kb, { framework, id: row.id }));
      const reached = exposure.find((entry) => entry.domain === domain)?.reached;
      expect([row.id, domain, row.techniques]).toEqual([row.id, domain, reached]);
    }
    for (const { id, set, rows, nonMappable } of groups) {
      const facts = kb.facts(set);
      const own = Array.from({ length: facts.rows }, (_, row) => kb.mapping(facts, row, null)).filter(
        ({ capabilityGroup }) => capabilityGroup === id,
      );
      const mapped = own.filter(({ status }) => status !== "non_mappable").length;
      expect([id, rows, nonMappable]).toEqual([id, mapped, own.length - mapped]);
      expect(viewOf(capabilityGroupView(kb, { framework, group: id, set })).summary.rows).toBe(rows);
    }
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

describe("every facet of a page", () => {
  const asked = routes.filter(({ parameters }) => parameters.some(({ name }) => name === "sort"));

  it("is there for lists and tables of every kind", () => expect(asked.length).toBeGreaterThan(12));

  it.each(
    asked.map((route) => [route.name, route] as const),
  )("%s has files of the rows that pass", async (_n, route) => {
    const [address = ""] = [...route.all(kb)].slice(-1);
    const match = matchRoute(routes, address);
    const [file] = match?.route.files.filter(({ name }) => name.endsWith(".json")) ?? [];
    if (!match || file === undefined) throw new Error(`${address} has no file`);
    for (const query of [{}, { q: "1" }] as readonly Query[]) {
      const answered = match.route.answer(kb, match.params, query);
      if (!answered.ok) throw new Error(address);
      const { page } = answered.view.json() as { readonly page: TableFrame };
      const written = JSON.parse(String((await answered.view.file(file.name))?.body)) as {
        readonly matching: number;
        readonly rows: readonly unknown[];
        readonly question: { readonly q: string };
      };
      expect(written.question.q).toBe(page.question.q);
      expect(written.rows.length).toBe(written.matching);
      // A file of a capability has what is called non-mappable behind, where nothing is asked.
      if (query.q !== undefined) expect(written.matching).toBe(page.matching);
      else expect(written.matching).toBeGreaterThanOrEqual(page.matching);
    }
  });

  it.each(asked.map((route) => [route.name, route] as const))("%s is a parameter of its address", (_name, route) => {
    const names = new Set(route.parameters.map(({ name }) => name));
    const addresses = [...route.all(kb)];
    const step = Math.ceil(addresses.length / 150);
    for (const address of addresses.filter((_, place) => place % step === 0)) {
      const match = matchRoute(routes, address);
      const answered = match?.route.answer(kb, match.params, {});
      if (!answered?.ok) throw new Error(address);
      const { page } = answered.view.json() as { readonly page: TableFrame };
      expect(
        page.facets.map(({ facet }) => facet).filter((facet) => !names.has(facet)),
        address,
      ).toEqual([]);
      for (const { facet, values } of page.facets)
        for (const { value, rows } of values.slice(0, 1)) {
          const narrowed = match?.route.answer(kb, match.params, { [facet]: value.replace(/[\\,]/g, "\\$&") });
          if (!narrowed?.ok) throw new Error(`${address} ${facet}=${value}`);
          expect((narrowed.view.json() as { readonly page: TableFrame }).page.matching, `${address} ${facet}`).toBe(
            rows,
          );
        }
    }
  });
});
