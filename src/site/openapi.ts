import { domains } from "../model/domain.js";
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
        "Every page has a JSON twin: `/api/v1` and the page's address, with or without a final slash. Look-ups forgive case and padding. Read-only, without keys, open to scripts of any site; answers carry a strong ETag.",
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

/** What stands in a path, by the part's name, and by the route or the first part of its address where that tells more. */
const pathParts: Readonly<Record<string, { readonly description: string; readonly example: string }>> = {
  "techniques id": { description: "Technique id; case and separators are forgiven.", example: "T1550.001" },
  "tactics id": { description: "Tactic id.", example: "TA0008" },
  "groups id": { description: "Group id, name or alias.", example: "G0016" },
  "software id": { description: "Software id, name or alias.", example: "S0154" },
  "campaigns id": { description: "Campaign id or name.", example: "C0024" },
  "mitigations id": { description: "ATT&CK mitigation id or name.", example: "M1026" },
  "methodology topic": { description: "Framework id.", example: "nist_800_53" },
  id: { description: "Capability id in any spelling; a blank may be `_`, a slash is `~`.", example: "AC-02" },
  topic: { description: "Name of a page about Tidemap.", example: "scoring" },
  group: { description: "Id of a group of capabilities.", example: "AC" },
  framework: { description: "Framework id or common name.", example: "nist_800_53" },
  version: { description: "Framework version; a slash in a date is a dot.", example: "rev5" },
  release: { description: "ATT&CK release.", example: "16.1" },
  older: { description: "Framework version of the set compared with.", example: "rev5" },
  olderRelease: { description: "ATT&CK release of the set compared with.", example: "14.1" },
  domain: { description: "ATT&CK domain.", example: "enterprise" },
};

function pathParameter(route: AnyRoute, name: string) {
  const part = pathParts[`${route.name} ${name}`] ?? pathParts[`${tagOf(route)} ${name}`] ?? pathParts[name];
  const schema = name === "domain" ? { type: "string", enum: domains } : { type: "string" };
  return { name, in: "path", required: true, schema, ...part };
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
