/**
 * Writes src/site/openapi-answers.json, the schemas of the API's answers, made from the types that
 * src/site/api-answers.ts names (decision 0024). `node scripts/api-schema.mjs`; test/docs/api-schema.test.ts fails while
 * it is out of date.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  LiteralType,
  SchemaGenerator,
  StringType,
  UnionType,
} from "ts-json-schema-generator";
import { CHECKOUT } from "./checkout.mjs";

/** @typedef {import("ts-json-schema-generator").SubNodeParser} SubNodeParser */
/** @typedef {ReturnType<ReturnType<typeof createProgram>["getTypeChecker"]>} TypeChecker */
/** @typedef {Record<string, unknown>} Schema */

export const ANSWERS_FILE = "src/site/openapi-answers.json";

const TYPES = "src/site/api-answers.ts";

/** What json.ts turns a type into: its schema stands under the type's own name. */
const AS_JSON = { Prose: "PlainProse" };

/**
 * Schemas by name, and by each route's name that of its answer. The same types give the same bytes.
 *
 * @returns {{ answers: Record<string, string>, schemas: Record<string, Schema> }} throws on a type that has no JSON
 */
export function answerSchemas() {
  const generator = generatorOf(join(CHECKOUT, TYPES));
  const read = (/** @type {string} */ type) =>
    /** @type {Record<string, Schema>} */ (generator.createSchema(type).definitions ?? {});
  const { ApiAnswers, ...types } = read("ApiAnswers");
  const routes = Object.entries(/** @type {Record<string, { $ref: string }>} */ (ApiAnswers?.properties ?? {}));
  const roots = new Set(routes.map(([, { $ref }]) => $ref.replace("#/definitions/", "")));
  for (const [type, json] of Object.entries(AS_JSON)) if (types[type]) types[type] = read(json)[json] ?? {};
  const names = namesOf(Object.keys(types), roots);
  const described = Object.entries(types).map(([type, schema]) => [names(type), toOpenApi(schema, names)]);
  const schemas = Object.fromEntries(described.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
  return {
    answers: Object.fromEntries(routes.map(([route, { $ref }]) => [route, names($ref.replace("#/definitions/", ""))])),
    schemas: withoutUnreached(schemas, [...roots].map(names)),
  };
}

/** @param {string} path @returns {SchemaGenerator} */
function generatorOf(path) {
  const config = {
    ...DEFAULT_CONFIG,
    path,
    tsconfig: join(CHECKOUT, "tsconfig.core.json"),
    encodeRefs: false,
    sortProps: false,
    skipTypeCheck: true, // `npm test` checks them, with the compiler that everything else is checked with
  };
  const program = createProgram(config);
  const parser = createParser(program, config, (chain) => {
    chain.addNodeParser(wordsOfTable(program.getTypeChecker()));
    chain.addNodeParser(brandedText);
  });
  return new SchemaGenerator(program, parser, createFormatter(config), config);
}

/**
 * `(typeof ratings)[number]`: the words of a table, also where one table is made of another, which only a type checker
 * can say.
 *
 * @param {TypeChecker} checker
 * @returns {SubNodeParser}
 */
function wordsOfTable(checker) {
  return {
    supportsNode: (node) => /^\(typeof \w+\)\[number\]$/.test(node.getText()),
    createType(node) {
      const type = checker.getTypeAtLocation(node);
      const words = (type.isUnion() ? type.types : [type]).map((word) => {
        if (!word.isStringLiteral()) throw new Error(`${node.getText()} has more than words`);
        return new LiteralType(word.value);
      });
      return words.length === 1 && words[0] ? words[0] : new UnionType(words);
    },
  };
}

/** `string & { readonly brand: … }`: what is a text to everybody but the compiler. @type {SubNodeParser} */
const brandedText = {
  supportsNode: (node) => /^string & \{ readonly brand: "\w+" \}$/.test(node.getText()),
  createType: () => new StringType(),
};

/**
 * The names that schemas have: a route answers with `TechniqueAnswer`; other views are called what they show, and a
 * table what its rows are.
 *
 * @param {readonly string[]} types
 * @param {ReadonlySet<string>} roots types that routes answer with
 * @returns {(type: string) => string} throws where two types would have one name, or one has none that OpenAPI takes
 */
function namesOf(types, roots) {
  const names = new Map(
    types.map((type) => [
      type,
      roots.has(type)
        ? type.replace(/View$/, "Answer")
        : type.replace(/^TableView<(\w+?)(?:Row)?>$/, "$1Table").replace(/View$/, ""),
    ]),
  );
  const unfit = [...names.values()].find((name, at, all) => !/^\w+$/.test(name) || all.indexOf(name) !== at);
  if (unfit !== undefined) throw new Error(`no schema can be called ${unfit}: rename a type`);
  return (type) => names.get(type) ?? type;
}

/**
 * As OpenAPI 3.1 takes it: references into its components, descriptions on one line and without what only our code
 * needs. Every number of an answer is a count, a place or a step of a scale.
 *
 * @param {unknown} schema
 * @param {(type: string) => string} names
 * @returns {any}
 */
function toOpenApi(schema, names) {
  if (Array.isArray(schema)) return schema.map((part) => toOpenApi(part, names));
  if (typeof schema !== "object" || schema === null) return schema;
  /** @type {Schema} */
  const made = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === "$ref") made.$ref = `#/components/schemas/${names(String(value).replace("#/definitions/", ""))}`;
    else if (key === "description" && typeof value === "string") made.description = toSentence(value);
    else if (key === "items" && Array.isArray(value)) throw new Error("a tuple: lists have one kind of items");
    else made[key] = toOpenApi(value, names);
  }
  const { type } = made;
  if (made.enum !== undefined || made.const !== undefined) return made;
  if (type === "number") return { ...made, type: "integer", minimum: 0 };
  if (Array.isArray(type) && type.includes("number"))
    return { ...made, type: type.map((one) => (one === "number" ? "integer" : one)), minimum: 0 };
  return made;
}

/** @param {string} text @returns {string} */
function toSentence(text) {
  return text
    .replace(/\s+/g, " ")
    .replace(/ \(decision \d{4}\)/g, "")
    .trim();
}

/**
 * Only what an answer leads to: a type whose place another took may have led to more.
 *
 * @param {Record<string, Schema>} schemas
 * @param {readonly string[]} roots
 * @returns {Record<string, Schema>}
 */
function withoutUnreached(schemas, roots) {
  const reached = new Set(roots);
  for (const name of reached)
    for (const [, next = ""] of JSON.stringify(schemas[name]).matchAll(/#\/components\/schemas\/(\w+)/g))
      reached.add(next);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => reached.has(name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(CHECKOUT, ANSWERS_FILE), `${JSON.stringify(answerSchemas(), null, 2)}\n`);
  console.log(ANSWERS_FILE);
}
