/**
 * docs/guide/library-functions.md is made here, of the functions' own comments and the table of their fields
 * (`npx vitest run test/docs/library.test.ts -u` writes it), and what the examples of the guide and the README print is what they say.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../scripts/build.mjs";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import * as library from "../../src/index.js";
import type { Fields, Part } from "../../src/site/field-lists.js";
import * as fieldsByName from "../../src/site/fields.js";
import { setCapabilityFields } from "../../src/site/fields.js";
import { embeddedKnowledge } from "../embedded.js";

/** Where the functions stand, by family, in the order of the page. */
const families: readonly (readonly [title: string, files: readonly string[]])[] = [
  ["Techniques, tactics, the matrix", ["library/techniques.ts"]],
  ["Groups, software, campaigns, mitigations", ["library/objects.ts"]],
  ["Frameworks, capabilities, sets", ["views/framework.ts", "library/frameworks.ts"]],
  ["Search, sources, pages of text", ["library/pages.ts", "views/home.ts", "views/sources.ts"]],
];

/** Any question may meet these. */
const general = ["TM4004", "TM4104", "TM4105"];

interface Described {
  readonly name: string;
  /** Its comment, without the problems. */
  readonly about: string;
  readonly problems: readonly string[];
  /** null: it takes no question, and always has an answer. */
  readonly fields: Fields | null;
}

const fields = fieldsByName as unknown as Readonly<Record<string, Fields | undefined>>;

/** The functions of a file that the package exports; of a view's own file those that take no question. */
function described(file: string): readonly Described[] {
  const text = readFileSync(join(CHECKOUT, "src/site", file), "utf8");
  const found = text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport function (\w+View)\(/g);
  return [...found].flatMap(([, comment = "", name = ""]) => {
    const [about = "", problems = ""] = comment.replace(/\s*\n? \*(?: |$)/gm, " ").split("Problems:");
    const ownFields = fields[name.replace(/View$/, "Fields")] ?? null;
    if (!(name in library) || (file.startsWith("views/") && ownFields !== null)) return [];
    const codes = problems.match(/TM\d{4}/g) ?? [];
    return { name, about: about.replace(/\s+/g, " ").trim(), problems: codes, fields: ownFields };
  });
}

function fieldLine({ name, meaning, words, example, absent }: Part, isPart: boolean): string {
  const shown = isPart && absent === undefined ? `**\`${name}\`**` : `\`${name}\``;
  const among = words === undefined ? "" : ` ${words.map((word) => `\`${word}\``).join(", ")}.`;
  const without = absent === undefined ? "" : ` ${absent}`;
  return `| ${shown} | ${meaning}${among}${without} | \`${example}\` |`;
}

function section({ name, about, problems, fields: own }: Described): string {
  const type = name.replace(/^./, (letter) => letter.toUpperCase());
  if (own === null) return `### ${name}\n\n\`${name}(kb): ${type}\`\n\n${about}`;
  const question = `question: ${type.replace(/View$/, "Question")}`;
  const isOptional = own.required.length === 0;
  const call = `\`${name}(kb, ${isOptional ? question.replace(":", "?:") : question}): Answer<${type}>\``;
  const lines = [
    ...own.parts.map((part) => fieldLine(part, true)),
    ...own.parameters.map((parameter) => fieldLine(parameter, false)),
  ];
  const table = `| field | meaning | example |\n|---|---|---|\n${lines.join("\n")}`;
  const codes = problems.length === 0 ? "" : `\n\nProblems: ${problems.join(", ")}.`;
  return `### ${name}\n\n${call}\n\n${about}${codes}\n\n${table}`;
}

const functions = families.flatMap(([, files]) => files.flatMap(described));

describe("the functions' page", () => {
  it("is the code's", async () => {
    const head =
      "# The library's functions\n\nMade of the code by `npx vitest run test/docs/library.test.ts -u`; do not edit. [Ask from a program](library.md) says how they are used.\n\nFields in bold must be given. A name with a hyphen may be written in one word (`minRating`); `aligned` may be called `aligned-to` or `alignedTo`. Beside the problems named, every function that takes a question knows TM4104 (no such field), TM4105 (given twice) and TM4004 (a word that means nothing); [what they say](../codes.md).";
    const parts = families.map(
      ([title, files]) => `## ${title}\n\n${files.flatMap(described).map(section).join("\n\n")}`,
    );
    await expect(`${[head, ...parts].join("\n\n")}\n`).toMatchFileSnapshot("../../docs/guide/library-functions.md");
  });

  it("has every function", () => {
    const exported = Object.keys(library).filter((name) => name.endsWith("View"));
    expect(functions.map(({ name }) => name).sort()).toEqual(exported.sort());
  });

  it("says which of a capability's fields one set does not take", () => {
    const { about } = functions.find(({ name }) => name === "capabilityView") ?? { about: "" };
    const without = fieldsByName.capabilityFields.all.filter(({ name }) => !setCapabilityFields.names.has(name));
    expect(about).toContain(
      `it takes none of ${without
        .map(({ name }) => `\`${name}\``)
        .join(", ")
        .replace(/, (`\w+`)$/, " and $1")}`,
    );
  });

  it.each(
    functions.filter(({ fields: own }) => own !== null).map((one) => [one.name, one] as const),
  )("%s names each problem that it meets", (name, { fields: own, problems }) => {
    const view = (library as unknown as Record<string, (...words: unknown[]) => library.Answer<unknown>>)[name];
    const whole = Object.fromEntries(
      own?.parts.flatMap((part) => (part.absent === undefined ? [[part.name, part.example]] : [])) ?? [],
    );
    const met = (own?.all ?? []).flatMap((field) =>
      [field.example, "zzz", "1.0", "kev"].flatMap((word) => {
        const answered = view?.(embeddedKnowledge(), { ...whole, [field.name]: word });
        return answered === undefined || answered.ok ? [] : answered.problem.code;
      }),
    );
    expect([...new Set(met)].filter((code) => ![...general, ...problems].includes(code))).toEqual([]);
  });
});

/** An example and what it prints; null where that is not said. */
interface Example {
  readonly code: string;
  readonly prints: string | null;
}

function examplesOf(page: string): readonly Example[] {
  const text = readFileSync(join(CHECKOUT, page), "utf8");
  return [...text.matchAll(/^```js\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```\n)?/gm)].map(
    ([, code = "", prints = null]) => ({ code, prints }),
  );
}

describe("examples", () => {
  let home = "";
  // A page's server, for the example of one: it sends the facts that the example before has packed.
  const fetching = `data:text/javascript,${encodeURIComponent(
    `import { readFileSync } from "node:fs";
    import { tmpdir } from "node:os";
    globalThis.fetch = async (address) => new Response(readFileSync(tmpdir() + address));`,
  )}`;

  beforeAll(async () => {
    await build({ parts: ["node"] });
    home = mkdtempSync(join(tmpdir(), "tidemap-library-"));
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const examples = ["README.md", "docs/guide/library.md"].flatMap((page) =>
    examplesOf(page).map((example, at) => [`${page}, example ${at + 1}`, example] as const),
  );

  it("are on both pages", () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  it.each(examples)("%s prints what it says", (_, { code, prints }) => {
    // In a checkout the package finds itself by its name.
    const args = ["--import", fetching, "--input-type=module", "--eval", code];
    const env = { ...process.env, TIDEMAP_HOME: home, TMPDIR: home, TEMP: home };
    const printed = execFileSync(process.execPath, args, { cwd: CHECKOUT, encoding: "utf8", env });
    if (prints === null) expect(printed.length).toBeGreaterThan(0);
    else expect(printed).toBe(prints);
  });
});
