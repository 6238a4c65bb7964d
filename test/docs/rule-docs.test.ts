import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import { rulePages } from "../../scripts/rule-docs.mjs";
import { allRules } from "../../src/rules/registry.js";
import { crashCode } from "../../src/rules/run.js";

const folder = join(CHECKOUT, "docs", "rules");
const pages = rulePages(allRules);

it("there is a page per rule and no other (node scripts/rule-docs.mjs writes them)", () => {
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
});

it.each([...pages.keys()])("docs/rules/%s says what the rule says", (name) => {
  expect(readFileSync(join(folder, name), "utf8")).toBe(pages.get(name));
});

it.each(["README.md", "src/cli/program.ts"])("%s counts the rules", (name) => {
  const rules = allRules.filter(({ code }) => code !== crashCode).length;
  expect(readFileSync(join(CHECKOUT, name), "utf8")).toContain(`${rules} rules`);
});
