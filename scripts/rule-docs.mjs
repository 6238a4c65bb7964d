/**
 * Writes docs/rules/: a page per rule of mapping files and a list of them, made from the rules themselves
 * (src/rules/registry.ts). `node scripts/rule-docs.mjs`; test/docs/rule-docs.test.ts fails while a page is out of date.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CHECKOUT } from "./checkout.mjs";
import { importSource } from "./import-source.mjs";

/** @typedef {import("../src/rules/rule.js").Rule} Rule */

/** What a finding of a rule speaks of, in words. @type {Record<Rule["scope"], string>} */
const SCOPES = {
  file: "the file",
  metadata: "a field of the metadata",
  declaration: "a declared group or type",
  row: "a row, or a field of it",
  id: "an id, with all rows that have it",
};

/** The pages by file name. @param {readonly Rule[]} rules @returns {ReadonlyMap<string, string>} */
export function rulePages(rules) {
  const pages = new Map([["README.md", listPage(rules)]]);
  for (const rule of rules) pages.set(`${rule.code}.md`, rulePage(rule));
  return pages;
}

/** @param {Rule} rule @returns {string} */
function rulePage({ code, severity, title, explanation, example, fix, scope }) {
  return `# ${code}: ${title}

${severity[0]?.toUpperCase()}${severity.slice(1)}, about ${SCOPES[scope]}.

${explanation}

Found, for example, in:

\`\`\`text
${example}
\`\`\`

${fix === null ? "A repair needs a person." : `A safe repair ${fix}.`}
`;
}

/** @param {readonly Rule[]} rules @returns {string} */
function listPage(rules) {
  const rows = rules.map(
    ({ code, severity, title, fix }) =>
      `| [${code}](${code}.md) | ${severity} | ${title} | ${fix === null ? "no" : "yes"} |`,
  );
  return `# Rules for mapping files

What is checked in every mapping file that is compiled. Error: the row cannot be trusted. Warning: probably wrong. Note: worth
knowing. Nothing is changed by a check; "repair" says whether a safe one exists. Codes never change their meaning.
What is found before any rule is asked (TM0001 to TM0013: what cannot be read, tables of unknown columns) stands in [codes](../codes.md).

| code | | what it finds | repair |
|---|---|---|---|
${rows.join("\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(CHECKOUT, "docs", "rules");
  const pages = rulePages((await importSource("src/rules/registry.ts")).allRules);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
  console.log(`${pages.size} pages in docs/rules`);
}
