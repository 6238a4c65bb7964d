import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../test/embedded.js";
import { hrefs } from "./hrefs.js";
import { openApi, operationsOf } from "./openapi.js";
import made from "./openapi-answers.json" with { type: "json" };
import { problemJson } from "./render.js";
import { matchRoute } from "./route.js";
import { routes } from "./routes.js";

const description = openApi(routes, { version: "1.2.3" });
const kb = embeddedKnowledge();

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
ajv.addVocabulary(["components"]);
ajv.addSchema({ $id: "api", components: { schemas: description.components.schemas } });

function errorsOf(schema: string, value: unknown): unknown {
  const validate = ajv.getSchema(`api#/components/schemas/${schema}`);
  if (!validate) throw new Error(`no schema ${schema}`);
  validate(JSON.parse(JSON.stringify(value)));
  return validate.errors ?? [];
}

describe("the API's description", () => {
  it("has no fault that a linter finds", async () => {
    const config = await createConfig({ extends: ["recommended-strict"] });
    const problems = await lintFromString({ source: JSON.stringify(description), absoluteRef: "openapi.json", config });
    expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${message} ${location[0]?.pointer}`)).toEqual([]);
  });

  it("describes every route, and nothing else", () => {
    const described = new Set(operationsOf(routes).map(({ route }) => route));
    expect(routes.filter((route) => !described.has(route))).toEqual([]);
    for (const route of routes) {
      const [address = ""] = route.all(kb);
      const fitting = operationsOf([...routes]).filter(({ path }) => pathFits(path, hrefs.api(address)));
      expect([address, fitting.some((operation) => operation.route === route)]).toEqual([address, true]);
    }
    for (const { path, route } of operationsOf(routes)) {
      const filled = path
        .replace(/^\/api\/v1/, "")
        .replaceAll(/\{domain\}/g, "ics")
        .replaceAll(/\{\w+\}/g, "x");
      expect([path, matchRoute(routes, filled)?.route.name]).toEqual([path, route.name]);
    }
  });

  it("has examples in every path that lead to an answer", () => {
    for (const { path, route } of operationsOf(routes)) {
      const parts = new Map(
        description.paths[path]?.get.parameters.flatMap((part) =>
          part.in === "path" && "example" in part ? [[part.name, String(part.example)]] : [],
        ),
      );
      const address = path.replace(/^\/api\/v1/, "").replace(/\{(\w+)\}/g, (_, name: string) => parts.get(name) ?? "");
      const match = matchRoute(routes, address || "/");
      const answered = match?.route.answer(kb, match.params, {});
      expect([address, match?.route.name, answered?.ok]).toEqual([address, route.name, true]);
    }
  });

  it("says of a part of an address what its field means to a program", () => {
    for (const { path, route } of operationsOf(routes)) {
      // What is compared with is an older set to a program, and that set's version in an address.
      const fields = new Map(
        route.fields.parts.map((part) => [part.name, part] as const).filter(([of]) => of !== "older"),
      );
      for (const parameter of description.paths[path]?.get.parameters ?? []) {
        const field = parameter.in === "path" ? fields.get(parameter.name) : undefined;
        const { meaning, example } = field ?? { meaning: parameter.description, example: parameter.example };
        expect([path, parameter.description, parameter.example]).toEqual([path, meaning, example]);
      }
    }
  });

  it("says how a capability's id is written in an address", () => {
    expect(hrefs.capability("f", "A/B")).toContain("/A~B/");
    expect(description.info.description).toContain("a slash is `~`");
  });

  it("stands where a site stands", () => {
    const servers = (base?: string) =>
      openApi(routes, { version: "1", ...(base === undefined ? {} : { base }) }).servers[0]?.url;
    expect([servers(), servers("/"), servers("/sec/tm/")]).toEqual(["/", "/", "/sec/tm"]);
  });

  it("names every parameter of every route, with an example", () => {
    for (const { route, path } of operationsOf(routes)) {
      const parameters = description.paths[path]?.get.parameters ?? [];
      const query = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
      expect(query).toEqual(route.parameters.map(({ name }) => name));
      for (const parameter of parameters) {
        // Examples speak of Enterprise.
        const example =
          parameter.in === "path" || !/\/(?:mobile|ics)(?:\/|$)/.test(path) ? expect.any(String) : undefined;
        expect(parameter).toMatchObject({ description: expect.any(String) });
        expect("example" in parameter ? parameter.example : undefined).toEqual(example);
        expect(parameter.required).toBe(parameter.in === "path");
        const words = "enum" in parameter.schema ? parameter.schema.enum : undefined;
        if (words !== undefined && "example" in parameter)
          expect(words).toContain("example" in parameter ? parameter.example : null);
      }
    }
  });

  it("says what every operation answers", () => {
    const { schemas } = description.components;
    for (const { path } of operationsOf(routes)) {
      const { schema } = description.paths[path]?.get.responses["200"].content["application/json"] ?? {};
      expect([path, schema?.$ref]).toEqual([path, expect.stringMatching(/^#\/components\/schemas\/\w+Answer$/)]);
      expect(schemas).toHaveProperty(schema?.$ref?.replace(/^.*\//, "") ?? "");
    }
    expect(operationsOf(routes).length).toBeGreaterThan(50);
  });

  it("names routes only", () => {
    expect(Object.keys(made.answers).sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  // Written by hand for its words: its keys and kinds are the type's all the same.
  it.each(["Mapping", "CarriedLabel"] as const)("%s has the keys of its type", (name) => {
    const keysOf = (schema: unknown) => {
      const { properties, required } = schema as { properties: object; required: readonly string[] };
      return { properties: Object.keys(properties), required };
    };
    expect(keysOf(description.components.schemas[name])).toEqual(
      keysOf((made.schemas as Readonly<Record<string, unknown>>)[name]),
    );
  });

  it("its examples are valid", () => {
    const { schemas } = description.components;
    expect(errorsOf("Mapping", schemas.Mapping.examples[0])).toEqual([]);
    expect(errorsOf("Problem", schemas.Problem.examples[0])).toEqual([]);
  });
});

describe("real problems are as described (answers: test/contract/answers-as-described.test.ts):", () => {
  const ask = (path: string) => {
    const match = matchRoute(routes, path);
    const answered = match?.route.answer(kb, match.params, {});
    if (!match || !answered) throw new Error(`no route for ${path}`);
    return answered;
  };

  it.each([
    "/techniques/T9999/",
    "/frameworks/nits/",
    "/sets/nist_800_53/rev9/1.0/ics/",
    "/techniques/T1550.001/v/99/",
  ])("Problem %s", (path) => {
    const answered = ask(path);
    expect(answered.ok).toBe(false);
    if (!answered.ok) expect(errorsOf("Problem", problemJson(answered.problem, path))).toEqual([]);
  });

  it("a wrong one is not", () => {
    expect(errorsOf("Mapping", { ...description.components.schemas.Mapping.examples[0], row: -1 })).not.toEqual([]);
    expect(errorsOf("Problem", { title: "x" })).not.toEqual([]);
  });
});

function pathFits(path: string, address: string): boolean {
  return new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}/?$`).test(address);
}
