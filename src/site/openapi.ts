import { domains } from "../model/domain.js";
import type { Part } from "./field-lists.js";
import { frameworkFields, matrixFields } from "./fields.js";
import { hrefs } from "./hrefs.js";
import { problemCodes } from "./openapi-problems.js";
import { answerSchema, schemas } from "./openapi-schemas.js";
import type { AnyRoute, QueryParameter } from "./route.js";

/**
 * The description of the API (OpenAPI 3.1), made of the route table: one path a route, so that whatever answers is
 * described and whatever is described answers.
 */
export function openApi(routes: readonly AnyRoute[], about: { readonly version: string; readonly base?: string }) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Tidemap",
      version: about.version,
      summary: "Which defences answer which ATT&CK techniques.",
      description:
        "Every page has a JSON twin: `/api/v1` and the page's address, with or without a final slash. Look-ups forgive case and padding. In a path, a blank of a capability's id may be `_`, and a slash is `~`. Read-only, without keys, open to scripts of any site; answers carry a strong ETag.",
      license: { name: "Apache License 2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: about.base?.replace(/\/$/, "") || "/", description: "This server." }],
    security: [],
    tags: tagsOf(routes),
    paths: Object.fromEntries(operationsOf(routes).map((entry) => [entry.path, { get: operation(entry) }])),
    components: { schemas, responses, headers, "x-problems": problemCodes },
  };
}

interface Operation {
  readonly route: AnyRoute;
  readonly path: string;
  readonly id: string;
  /** Path parameters that are still open, in order. */
  readonly parameters: readonly string[];
}

/**
 * Every route under the paths that OpenAPI can tell apart: `/techniques/:domain/` and `/techniques/:id/` are one path
 * there, so a domain that shares its shape with another route is written out.
 */
export function operationsOf(routes: readonly AnyRoute[]): readonly Operation[] {
  const shapes = new Map<string, number>();
  for (const { pattern } of routes) shapes.set(shapeOf(pattern), (shapes.get(shapeOf(pattern)) ?? 0) + 1);
  return routes.flatMap((route) => {
    const shared = (shapes.get(shapeOf(route.pattern)) ?? 0) > 1 && route.pattern.includes("/:domain/");
    if (!shared) return [toOperation(route, route.pattern, route.name)];
    return domains.map((domain) =>
      toOperation(route, route.pattern.replace("/:domain/", `/${domain}/`), `${route.name}_${domain}`),
    );
  });
}

function toOperation(route: AnyRoute, pattern: string, id: string): Operation {
  const parameters = [...pattern.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
  return { route, id, parameters, path: hrefs.api(pattern.replace(/:(\w+)/g, "{$1}")).replace(/\/$/, "") };
}

function shapeOf(pattern: string): string {
  return pattern.replace(/:\w+/g, ":");
}

function operation({ route, id, parameters }: Operation) {
  return {
    operationId: id,
    summary: route.summary,
    tags: [tagOf(route)],
    parameters: [
      ...parameters.map((name) => pathParameter(route, name)),
      ...route.parameters.map((parameter) => queryParameter(parameter, isOfExamples(id))),
    ],
    responses: {
      "200": {
        description: "The answer: the very view that the page shows.",
        headers: { ETag: { $ref: "#/components/headers/ETag" } },
        content: { "application/json": { schema: answerSchema(route.name) } },
      },
      "304": { $ref: "#/components/responses/NotModified" },
      "400": { $ref: "#/components/responses/Refused" },
      "404": { $ref: "#/components/responses/NotFound" },
      default: { $ref: "#/components/responses/Other" },
    },
  };
}

/** Parts of addresses that are no fields by themselves: the release is `attack` there, and four of them are a set's id. */
const addressParts: Readonly<Record<string, { readonly meaning: string; readonly example: string }>> = {
  version: { meaning: "Framework version; a slash in a date is a dot.", example: "rev5" },
  release: { meaning: "ATT&CK release.", example: "16.1" },
  older: { meaning: "Framework version of the set compared with.", example: "rev5" },
  olderRelease: { meaning: "ATT&CK release of the set compared with.", example: "14.1" },
};

/** What other parts mean where the route has no such field: in a set's id. */
const setParts: readonly Part[] = [...frameworkFields.parts, ...matrixFields.parts];

function pathParameter({ fields }: AnyRoute, name: string) {
  const part = addressParts[name] ?? [...fields.parts, ...setParts].find((field) => field.name === name);
  const schema = name === "domain" ? { type: "string", enum: domains } : { type: "string" };
  return { name, in: "path", required: true, schema, description: part?.meaning, example: part?.example };
}

function queryParameter({ name, meaning, words, example }: QueryParameter, withExample: boolean) {
  const schema = words === undefined ? { type: "string" } : { type: "string", enum: words };
  return { name, in: "query", required: false, description: meaning, schema, ...(withExample ? { example } : {}) };
}

/** Examples name frameworks, tactics and platforms of Enterprise, which the other domains do not know. */
function isOfExamples(operation: string): boolean {
  return !/_(?:mobile|ics)$/.test(operation);
}

/** The first part of the address: what the route is about. */
function tagOf({ pattern }: AnyRoute): string {
  return pattern.split("/")[1] || "home";
}

function tagsOf(routes: readonly AnyRoute[]) {
  return [...new Set(routes.map(tagOf))].map((name) => ({ name, description: `Everything below /${name}/.` }));
}

const headers = {
  ETag: { description: "Strong validator; send it as If-None-Match.", schema: { type: "string" } },
} as const;

function problemResponse(description: string) {
  return { description, content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } };
}

const responses = {
  NotModified: { description: "What the client holds is still the answer." },
  Refused: problemResponse("The question is malformed; `detail` names the nearest words."),
  NotFound: problemResponse("Nothing of that name is loaded; `suggestions` lead to what may have been meant."),
  Other: problemResponse("Any other problem, in the same shape."),
} as const;
