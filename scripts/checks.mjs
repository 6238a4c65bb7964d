/**
 * What `npm test` runs, in this order. Each check is a command whose exit status counts; some say how many tests they ran.
 * To add one: a line here.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "./checkout.mjs";

/**
 * @typedef {object} Check
 * @property {string} name as the result line calls it
 * @property {readonly string[]} [command] a package's program (as in node_modules/.bin's package) and its arguments
 * @property {() => string | null} [look] instead of a command: what is wrong, or null
 * @property {"vitest" | "playwright"} [report] whose JSON report the command writes
 */

/** @type {readonly Check[]} */
export const CHECKS = [
  {
    name: "format and lint, layers among it",
    command: ["@biomejs/biome/bin/biome", "ci", "--max-diagnostics=40", "."],
  },
  { name: "types: core rooms, without Node and DOM", command: tsc("tsconfig.core.json") },
  { name: "types: Node rooms", command: tsc("tsconfig.node.json") },
  { name: "types: client", command: tsc("tsconfig.client.json") },
  { name: "types: tests and scripts", command: tsc("tsconfig.json") },
  { name: "facts are there", look: factsTrouble },
  {
    name: "tests: unit, property, contract, corpus, hostile, docs, pack",
    command: ["vitest/vitest.mjs", "run"],
    report: "vitest",
  },
  { name: "package: publint", command: ["publint/src/cli.js", "--strict"] },
  {
    name: "package: types as consumers see them (attw)",
    command: ["@arethetypeswrong/cli/dist/index.js", "--pack", ".", "--profile", "esm-only"],
  },
  { name: "package: nothing unused (knip)", command: ["knip/bin/knip.js"] },
  {
    name: "tests: in a browser",
    command: ["@playwright/test/cli.js", "test"],
    report: "playwright",
  },
];

/** @param {string} config @returns {readonly string[]} */
function tsc(config) {
  return ["typescript/bin/tsc", "-p", config];
}

/** @returns {string | null} */
function factsTrouble() {
  const manifest = join(CHECKOUT, "facts", "manifest.json");
  return existsSync(manifest)
    ? null
    : "facts/manifest.json is missing: tidemap compile --from DIR --out facts makes it";
}
