/**
 * What the API answers, the library answers, by the same names: a route called `technique` is asked by `techniqueView`, with
 * the open parts of its address and its parameters as fields; and it refuses what the API refuses.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as library from "../../src/index.js";
import type { Fields } from "../../src/site/field-lists.js";
import * as fieldsByName from "../../src/site/fields.js";
import { matchRoute } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { embeddedKnowledge } from "../embedded.js";

const kb = embeddedKnowledge();

type Ask = (knowledge: library.KnowledgeBase, question?: object) => library.Answer<unknown> | object;

const functions = new Map(
  Object.entries(library).flatMap(([name, value]) =>
    /View$/.test(name) && typeof value === "function" ? [[name, value as unknown as Ask] as const] : [],
  ),
);

/** The page that checks a person's files tells only what it can do itself: all formats and rules would come with the answer. */
const withoutFunction = ["check"];

/** Routes whose question is another one's, of one set or of one part. */
const sameAs: Readonly<Record<string, string>> = {
  setCapability: "capability",
  setGroup: "capabilityGroup",
  aboutTopic: "about",
};

function functionOf(route: string): string {
  const kind = route.replace(/(OfDomain|OfRelease|AsAuthored)$/, "");
  return `${sameAs[kind] ?? kind}View`;
}

/** The open parts of an address as fields: the release is `attack`, a set's four parts are its id. */
function questionOf(pattern: string, params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { release, version, older, olderRelease, ...rest } = params;
  if (!pattern.startsWith("/sets/:")) return release === undefined ? rest : { ...rest, attack: release };
  const { framework, domain, ...others } = rest;
  const set = { set: [framework, version, release, domain].join("/") };
  if (older !== undefined) return { ...set, older: [framework, older, olderRelease, domain].join("/") };
  return "id" in others || "group" in others ? { framework: framework ?? "", ...set, ...others } : set;
}

function ask(name: string, question: object): library.Answer<unknown> {
  const answered = functions.get(name)?.(kb, question);
  if (answered === undefined) throw new Error(`the library has no ${name}`);
  return "ok" in answered ? answered : { ok: true, view: answered };
}

it("every route has a function, and every function is a route's", () => {
  const named = routes.map(({ name }) => name).filter((name) => !withoutFunction.includes(name));
  expect([...new Set(named.map(functionOf))].sort()).toEqual([...functions.keys()].sort());
});

it("every kind of question has a function, and every function that is asked something", () => {
  const kinds = Object.keys(fieldsByName).map((name) => functionOf(name.replace(/Fields$/, "")));
  const unasked = ["frameworksView", "homeView", "sourcesView"];
  expect([...new Set(kinds)].sort()).toEqual([...functions.keys()].filter((name) => !unasked.includes(name)).sort());
});

describe.each(routes.filter(({ name }) => !withoutFunction.includes(name)))("$name", (route) => {
  const all = [...route.all(kb)];
  const step = Math.max(1, Math.floor(all.length / 3));
  const sample = all.filter((_, at) => at % step === 0);

  it("is answered as the API answers it", () => {
    for (const address of sample) {
      const match = matchRoute(routes, address);
      if (match === null) throw new Error(`${address} is an address`);
      const reply = route.answer(kb, match.params, {});
      const answered = ask(functionOf(route.name), questionOf(route.pattern, match.params));
      if (!reply.ok || !answered.ok) throw new Error(`${address} has an answer`);
      expect([address, JSON.stringify(library.toJson(answered.view))]).toEqual([
        address,
        JSON.stringify(reply.view.json()),
      ]);
    }
  });

  it("takes the API's parameters, each with the same answer or refusal", () => {
    const [address = ""] = sample;
    const params = matchRoute(routes, address)?.params ?? {};
    for (const { name, example } of route.parameters) {
      const reply = route.answer(kb, params, { [name]: example });
      const answered = ask(functionOf(route.name), { ...questionOf(route.pattern, params), [name]: example });
      const refused = reply.ok ? reply.view.refusal() : reply.problem;
      expect([name, answered.ok ? null : answered.problem]).toEqual([name, refused]);
      if (reply.ok && answered.ok)
        expect([name, JSON.stringify(library.toJson(answered.view))]).toEqual([
          name,
          JSON.stringify(reply.view.json()),
        ]);
    }
  });
});

describe.each(Object.entries(fieldsByName) as [string, Fields][])("%s", (name, { parts, parameters }) => {
  const view = functionOf(name.replace(/Fields$/, ""));
  const whole = Object.fromEntries(parts.map((part) => [part.name, part.example]));

  it("is refused with a field that it does not take, with the API's code and hint", () => {
    const refused = ask(view, { ...whole, framewrk: "m365" });
    const takes = [...parts, ...parameters].map((field) => field.name);
    const hint = takes.includes("framework") ? "Did you mean framework?" : /^(It takes |Did you mean )/;
    expect(refused).toMatchObject({ ok: false, problem: { code: "TM4104", status: 400 } });
    if (!refused.ok)
      expect(refused.problem.detail.replace('This question takes no field "framewrk". ', "")).toMatch(hint);
  });

  it("names each field once", () => {
    const takes = [...parts, ...parameters].map((field) => field.name);
    expect(new Set(takes).size).toBe(takes.length);
  });
});

describe("no question makes a function throw", () => {
  // What names and addresses are looked up by, and what objects have by nature.
  const words = fc.constantFrom(
    "",
    " ",
    ",",
    "-",
    "%",
    "\ud800",
    "__proto__",
    "constructor",
    "toString",
    "../..",
    "1e999",
    // Longer than is repeated, the cut within a character.
    `${"a".repeat(79)}😀`,
    `${"a".repeat(199)}😀`,
  );
  const noText = fc.constantFrom<unknown>(Object.create(null), { toString: 1 }, [Object.create(null)], [[["a"]]]);
  const values = fc.oneof(fc.jsonValue({ maxDepth: 2 }), words, noText, fc.bigInt());

  /** Fields that it takes, each with what is one or with anything, and now and then another. */
  const questionsOf = (all: readonly { readonly name: string; readonly example: string }[]) => {
    const some = all.map(({ name, example }) => [name, fc.oneof(fc.constant(example), values)] as const);
    const known = fc.record(Object.fromEntries(some), { requiredKeys: [] });
    return fc.oneof(
      values,
      known,
      fc.tuple(known, fc.dictionary(words, values)).map(([a, b]) => ({ ...a, ...b })),
    );
  };

  it.each(Object.entries(fieldsByName) as [string, Fields][])("%s", (name, { all }) => {
    const view = functions.get(functionOf(name.replace(/Fields$/, "")));
    const asksWell = (question: unknown) => {
      expect(view?.(kb, question as object)).toHaveProperty("ok");
    };
    for (const question of [undefined, []]) asksWell(question);
    fc.assert(fc.property(questionsOf(all), asksWell), { numRuns: 60 });
  });
});

describe("what a page shows with a note, a program is refused", () => {
  it.each([
    ["setView", { set: "m365/07.18.2025/16.1/enterprise", rating: "minmal" }, "TM4004"],
    ["techniquesView", { tactic: "TA9999" }, "TM4004"],
    ["groupsView", { sort: "colour" }, "TM4008"],
    ["matrixView", { domain: "enterprise", outline: "APT0" }, "TM4044"],
    ["capabilityView", { framework: "nist", id: "AC-2", attack: "16.1" }, "TM4104"],
    ["capabilityView", { framework: "nist", id: "AC-2", set: "nist/rev5/16.1/enterprise", aligned: "19.0" }, "TM4104"],
    ["capabilityView", { framework: "nist", id: "AC-2", set: {} }, "TM4004"],
  ])("%s %j: %s", (name, question, code) => {
    expect(ask(name, question)).toMatchObject({ ok: false, problem: { code } });
  });
});

it("a blank set is none: the capability is carried as without it", () => {
  const carried = ask("capabilityView", { framework: "nist", id: "AC-2", aligned: "16.1" });
  expect(carried.ok).toBe(true);
  for (const set of ["", " ", [], null])
    expect(ask("capabilityView", { framework: "nist", id: "AC-2", aligned: "16.1", set })).toEqual(carried);
});

it("the types take both spellings and both names of a field", () => {
  const of = { framework: "nist", id: "AC-2" };
  const asked: readonly library.CapabilityQuestion[] = [
    { ...of, aligned: "16.1" },
    { ...of, "aligned-to": "16.1" },
    { ...of, alignedTo: "16.1" },
  ];
  const [first, ...others] = asked.map((question) => library.capabilityView(kb, question));
  for (const other of others) expect(other).toEqual(first);
});

it("the types refuse a field too", () => {
  const question: library.CapabilityQuestion = { framework: "nist", id: "AC-2", withoutFunction: "detect" };
  expect(library.capabilityView(kb, question).ok).toBe(false); // TM4024: AC-2 is a defence
  // @ts-expect-error -- a capability is carried to a release (aligned), not authored on one.
  library.capabilityView(kb, { framework: "nist", id: "AC-2", attack: "16.1" });
  // @ts-expect-error -- misspelt.
  library.setsView(kb, { framwork: "m365" });
  // @ts-expect-error -- a technique has an id.
  library.techniqueView(kb, { framework: "m365" });
});
