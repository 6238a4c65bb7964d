/**
 * The documentation is whole and true: whatever a person can type, set or meet (commands, options, environment variables,
 * addresses, codes) is described, the README's commands run, links lead somewhere, decisions are those the code names.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../scripts/build.mjs";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import { contentPolicy } from "../../src/site/page-policy.js";
import { routes } from "../../src/site/routes.js";
import { documents, found, shellLines, sources } from "./documents.js";

/** Set by our own scripts for our own tests; no person sets them. */
const INTERNAL = ["TIDEMAP_TEST_PORT"];

const pages = documents();
const everything = pages.map(({ text }) => text).join("\n");

/** Those that no page names as a word of its own: `--rules` is not named by `--rules-only`. */
const undocumented = (names: readonly string[]) => names.filter((name) => !isWordIn(everything, name));

function isWordIn(text: string, name: string): boolean {
  const literal = name.replace(/[^\w\s-]/g, "\\$&");
  return new RegExp(`(?<![\\w/-])${literal}(?![\\w/-])`).test(text);
}

describe("is described in README or docs:", () => {
  it("every environment variable", () => {
    const variables = found(/\bTIDEMAP_[A-Z_]+\b|(?<=env\.)PORT\b/g, sources());
    expect(variables).toContain("TIDEMAP_HOME");
    expect(undocumented(variables.filter((name) => !INTERNAL.includes(name)))).toEqual([]);
    expect(INTERNAL.filter((name) => everything.includes(name))).toEqual([]);
  });

  it("every code of a finding or an error", () => {
    const codes = found(/\bTM\d{4}\b/g, sources());
    expect(codes.length).toBeGreaterThan(10);
    expect(undocumented(codes)).toEqual([]);
  });

  it("no code that is not there", () => {
    const codes = found(/\bTM\d{4}\b/g, sources());
    expect(found(/\bTM\d{4}\b/g, pages).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it("every address", () => {
    const patterns = routes.map(({ pattern }) => pattern);
    expect(patterns.length).toBeGreaterThan(5);
    // Each heads a row of a table, alone or with others: in running text `/` may be any slash.
    const heads = found(/^\|([^|]*)\|/gm, pages).flatMap((cell) => cell.match(/(?<=`)\/[^`]*(?=`)/g) ?? []);
    expect(patterns.filter((pattern) => !heads.includes(pattern))).toEqual([]);
  });

  it("the policy that nginx has to send, since it serves the same pages", () => {
    const hosting = pages.find(({ path }) => path === "docs/guide/hosting.md");
    expect(hosting?.text).toContain(`add_header Content-Security-Policy "${contentPolicy}" always;`);
  });
});

describe("the command line", () => {
  let home = "";

  beforeAll(async () => {
    await build({ parts: ["node"] });
    home = mkdtempSync(join(tmpdir(), "tidemap-docs-"));
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it("is described, every command and option of it", () => {
    const commands = commandsOf(tidemap(["--help"]));
    expect(commands.length).toBeGreaterThan(5);
    const options = commands.flatMap((command) => found(/(?<=^\s+(?:-\w, )?)(--[a-z][a-z-]+)/gm, [help(command)]));
    expect(options.length).toBeGreaterThan(10);
    expect(undocumented([...commands.map((name) => `tidemap ${name}`), ...new Set(options)])).toEqual([]);
  });

  const commands = pages
    .filter(({ path }) => path === "README.md")
    .flatMap(shellLines)
    .filter(
      (line) => /^(npx )?tidemap /.test(line) && !/ (serve|pull|compile|convert|validate|tables|build)\b/.test(line),
    );

  it("is shown in the README", () => {
    expect(commands.length).toBeGreaterThan(3);
  });

  it.each(commands)("runs, and has something to say: %s", (line) => {
    const words = line.replace(/^(npx )?tidemap /, "").replace(/ \| .*$/, "");
    expect(tidemap(words.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', "")) ?? []).length).toBeGreaterThan(
      0,
    );
  });

  function help(command: string) {
    return { path: command, text: tidemap([command, "--help"]) };
  }

  function tidemap(words: readonly string[]): string {
    const env = { ...process.env, TIDEMAP_HOME: home };
    return execFileSync(process.execPath, ["bin/tidemap.js", ...words], { cwd: CHECKOUT, encoding: "utf8", env });
  }
});

describe("links and decisions", () => {
  it.each(
    pages.map((page) => [page.path, page] as const),
  )("%s leads nowhere else than to files that are there", (_, page) => {
    const links = found(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g, [page]);
    expect(links.filter((link) => !existsSync(join(CHECKOUT, dirname(page.path), decodeURI(link))))).toEqual([]);
  });

  const numbers = pages.flatMap(({ path }) => /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1] ?? []);

  it("decisions are numbered once each", () => {
    expect(numbers.length).toBeGreaterThan(0);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("the code names decisions that are there, and every decision is named", () => {
    const named = found(/\bdecisions?[ /](\d{4})\b/g, [
      ...sources(),
      ...pages.filter(({ path }) => !path.startsWith("docs/decisions/")),
    ]);
    expect(named.filter((number) => !numbers.includes(number))).toEqual([]);
    expect(numbers.filter((number) => !named.includes(number))).toEqual([]);
  });
});

/** The commands that a help text lists: `  technique [options] <id>  …`. */
function commandsOf(text: string): readonly string[] {
  const list = text.slice(text.indexOf("Commands:"));
  return found(/^ {2}([a-z][a-z-]*)(?=[ |])/gm, [{ path: "help", text: list }]).filter((name) => name !== "help");
}
