/**
 * Every route's answers are as the API's description says: key by key, with an independent validator. Asked are addresses
 * evenly spread over each route, with its parameters' examples in turn; `TIDEMAP_ALL_ADDRESSES=1` asks every address.
 */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { KnowledgeBase } from "../../src/knowledge/knowledge-base.js";
import type { Texts } from "../../src/model/texts.js";
import { openApi, operationsOf } from "../../src/site/openapi.js";
import { problemJson } from "../../src/site/render.js";
import { type AnyRoute, matchRoute, type Query } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { embeddedFacts, embeddedKnowledge } from "../embedded.js";
import { changesOf } from "./changed-json.js";

const samples = process.env.TIDEMAP_ALL_ADDRESSES === "1" ? Number.POSITIVE_INFINITY : 14;
const kb = embeddedKnowledge();
const described = openApi(routes, { version: "0.0.0" });

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
formats.default(ajv);
ajv.addVocabulary(["components"]);
ajv.addSchema({ $id: "api", components: { schemas: described.components.schemas } });
const isProblem = validatorOf("#/components/schemas/Problem");

function validatorOf(reference: string): ValidateFunction {
  const validate = ajv.getSchema(`api${reference}`);
  if (!validate) throw new Error(`no schema ${reference}`);
  return validate;
}

/** The validator of a route's answer: all its operations name the same schema. */
function answerOf({ name }: AnyRoute): ValidateFunction {
  const [operation] = operationsOf(routes).filter(({ route }) => route.name === name);
  const content = described.paths[operation?.path ?? ""]?.get.responses["200"].content["application/json"];
  return validatorOf(content?.schema.$ref ?? "");
}

/** What JSON the answer is, and what the description says against it. A problem has to be as problems are described. */
function ask(address: string, query: Query, of: KnowledgeBase = kb) {
  const match = matchRoute(routes, address);
  if (match === null) throw new Error(`no route for ${address}`);
  const answered = match.route.answer(of, match.params, query);
  const refused = answered.ok ? answered.view.refusal() : answered.problem;
  const sent = refused === null && answered.ok ? answered.view.json() : refused && problemJson(refused, address);
  const json: unknown = JSON.parse(JSON.stringify(sent));
  const isAnswer = refused === null;
  return { isAnswer, json, faults: faultsOf(isAnswer ? answerOf(match.route) : isProblem, json) };
}

function faultsOf(validate: ValidateFunction, json: unknown): readonly string[] {
  validate(json);
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(" "),
  );
}

function spread<Item>(all: readonly Item[], most = samples): readonly Item[] {
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, at) => at % step === 0 || at === all.length - 1);
}

/** Nothing, each parameter alone, all of them, and older and derived releases. */
function questionsOf({ parameters }: AnyRoute): readonly Query[] {
  const releases = parameters.some(({ name }) => name === "aligned") ? ["19.0", "16.1", "8.2", "1.0", "99.0"] : [];
  return [
    {},
    ...parameters.map(({ name, example }) => ({ [name]: example })),
    ...parameters.flatMap(({ name, words = [] }) => words.map((word) => ({ [name]: word }))),
    ...releases.map((aligned) => ({ aligned })),
    Object.fromEntries(parameters.flatMap(({ name, example }) => (name === "attack" ? [] : [[name, example]]))),
  ];
}

const addressesOf = new Map(routes.map((route) => [route.name, [...route.all(kb)]]));

describe.each(routes.map((route) => [route.name, route] as const))("%s", (name, route) => {
  const addresses = spread(addressesOf.get(name) ?? []);

  it("answers every address as described", () => {
    const faults = addresses.flatMap((address) => ask(address, {}).faults.map((fault) => [address, fault]));
    expect(faults.slice(0, 9)).toEqual([]);
  });

  it("answers its parameters as described", () => {
    const questions = questionsOf(route);
    const answers = addresses.flatMap((address, at) =>
      questions
        // Each question at some address, and at each address some questions; few addresses would leave questions out.
        .filter((_, place) => addresses.length < 4 || (place + at) % 4 === 0)
        .map((query) => ({ address, query, ...ask(address, query) })),
    );
    expect(questions.filter((question) => !answers.some(({ query }) => query === question))).toEqual([]);
    expect(answers.some(({ isAnswer }) => isAnswer)).toBe(true);
    const faulty = answers.filter(({ faults }) => faults.length > 0);
    expect(faulty.slice(0, 9).map(({ address, query, faults }) => [address, query, faults])).toEqual([]);
  });

  it("refuses every answer with a key too many, one too few or a value of another kind", () => {
    const validate = answerOf(route);
    const passing = new Set<string>();
    for (const address of spread(addresses, 3))
      for (const { what, json } of changesOf(ask(address, {}).json)) if (validate(json)) passing.add(what);
    expect([...passing].filter((what) => !mayLack.test(what))).toEqual([]);
  });
});

/** Entries of records whose keys are data, and the few keys that may be left out. */
const mayLack =
  /^less [^ ]*\.(?:texts|facets)\.[^.]+$|^less [^ ]*\.(?:framework\.licenceTiers|history\.\*\.citationsOnly|sections\.\*\.points|points\.\*\.href)$/;

describe("answers of particular questions:", () => {
  it.each([
    // Revoked, merged, renumbered; a technique that the release asked for did not have yet, or has no more.
    ["/techniques/T1562.001/", {}],
    ["/techniques/T1562.001/v/18.1/", {}],
    ["/techniques/T1086/", {}],
    ["/techniques/T1086/", { aligned: "6.0" }],
    ["/techniques/T1086/v/16.1/", {}],
    ["/techniques/T1550.001/", { aligned: "6.0" }],
    ["/techniques/T1550.001/v/1.0/", {}],
    ["/techniques/T1404/changes/", {}],
    ["/techniques/mobile/v/19.0/", { q: "no such words" }],
    ["/tactics/TA0005/v/18.1/", {}],
    ["/tactics/ics/v/19.0/", {}],
    ["/matrix/ics/v/19.0/", { outline: "G0034" }],
    ["/matrix/mobile/", { framework: "kev,veris", side: "threat" }],
    ["/matrix/enterprise/", { metric: "rating", outline: "no such group" }],
    ["/groups/v/19.0/", {}],
    ["/groups/G0034/v/19.0/", { framework: "nist" }],
    ["/software/S0154/", { framework: "m365", function: "detect" }],
    ["/campaigns/C0024/v/10.1/", {}],
    ["/sets/nist_800_53/rev5/16.1/enterprise/", { aligned: "19.0" }],
    ["/sets/nist_800_53/rev5/16.1/enterprise/", { aligned: "8.2", page: "2" }],
    ["/sets/veris/1.3.7/12.1/mobile/", { page: "99" }],
    ["/search/", { q: "token" }],
    ["/search/", { q: "AC-2", kind: "capability" }],
    ["/search/", { q: "tokne zzzzqqq" }],
    ["/search/", { q: "https://center-for-threat-informed-defense.github.io/mappings-explorer/external/nist/" }],
  ])("%s %j", (address, query) => {
    expect(ask(address, query).faults).toEqual([]);
  });
});

describe("answers with texts", () => {
  const cited = {
    text: "What **it** does.(Citation: A)\n\n* one",
    citations: [{ name: "A", description: "a", url: null }],
  };
  const texts: Texts = {
    object: (_, release) => ({ ...cited, release }),
    comment: () => "A comment.",
    capability: () => "A <code>description</code>.",
    coversObjects: () => true,
    coversSet: () => true,
  };
  const full = new KnowledgeBase([embeddedFacts], texts);

  it.each([
    "/techniques/T1550.001/",
    "/tactics/TA0008/",
    "/groups/G0016/",
    "/software/S0154/",
    "/frameworks/nist_800_53/capabilities/AC-02/",
    "/sets/m365/07.18.2025/16.1/enterprise/",
    "/sets/m365/07.18.2025/16.1/enterprise/download/",
    "/sources/",
    "/",
  ])("%s", (address) => {
    const { faults, json } = ask(address, {}, full);
    expect(faults).toEqual([]);
    const isShown =
      /"text":"What it does|"comments":"A comment|"text":"A description|extsLoaded":true|commentsLoaded":true/;
    expect(JSON.stringify(json)).toMatch(isShown);
  });
});
