/**
 * The rooms stay apart: Biome's rules are those of the rank table, they see every file, and each of them does find the
 * breach that it is there for. A check that passes because it looked at nothing would be worse than none. Within the site,
 * words and views know nothing of HTML, so that the terminal says the same without it.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix, relative, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHECKOUT } from "../scripts/checkout.mjs";
import { biomeOverrides, ROOMS } from "../scripts/rooms.mjs";

const sources = filesBelow("src").filter((path) => /\.ts$/.test(path));
const roomsThere = Object.keys(ROOMS).filter((room) => sources.some((path) => path.startsWith(`src/${room}/`)));

describe("the rank table", () => {
  it("is what biome.json checks (node scripts/rooms.mjs writes it)", () => {
    const config = JSON.parse(readFileSync(join(CHECKOUT, "biome.json"), "utf8")) as { overrides: unknown };
    expect(config.overrides).toEqual(JSON.parse(JSON.stringify(biomeOverrides())));
  });

  it("names every folder of src", () => {
    const folders = new Set(sources.map((path) => path.split("/")[1]).filter((name) => !name?.endsWith(".ts")));
    expect([...folders].filter((name) => name === undefined || !(name in ROOMS))).toEqual([]);
  });
});

describe("the layer check", () => {
  let copy = "";

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "tidemap-layers-"));
    for (const path of [
      "biome.json",
      "tsconfig.base.json",
      "tsconfig.json",
      "tsconfig.core.json",
      "package.json",
      "src",
    ]) {
      cpSync(join(CHECKOUT, path), join(copy, path), { recursive: true });
    }
    symlinkSync(join(CHECKOUT, "node_modules"), join(copy, "node_modules"), "junction");
    // The copy is no repository; what git ignores is not in it.
    const config = JSON.parse(readFileSync(join(copy, "biome.json"), "utf8")) as object;
    writeFileSync(join(copy, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it("sees the files of every room", () => {
    expect(roomsThere.length).toBeGreaterThan(0);
    for (const room of roomsThere) expect(lint(`src/${room}`).checked, room).toBeGreaterThan(0);
  });

  it.each([
    "upward",
    "sideways",
    "door",
    "cycle",
    "node",
    "console",
    "process",
    "floating",
  ] as const)("finds a planted %s breach", (kind) => {
    const { files, rule } = breach(kind);
    for (const [path, text] of Object.entries(files)) plant(path, text);
    const { output, status } = lint(dirname(Object.keys(files)[0] ?? "."));
    for (const path of Object.keys(files)) rmSync(join(copy, path));
    expect(output).toContain(rule);
    expect(status).not.toBe(0);
  });

  it("passes the same files without the breach", () => {
    plant(
      "src/knowledge/planted.ts",
      'import type { Planted } from "../model/planted.js";\n\nexport const planted: Planted = 1;\n',
    );
    plant("src/model/planted.ts", "/** Nothing. */\nexport type Planted = number;\n");
    const { output, status } = lint("src/knowledge/planted.ts", "src/model/planted.ts");
    expect(output).not.toContain("noRestrictedImports");
    expect(status).toBe(0);
  });

  it.each([
    "process.version",
    "document.title",
    "Buffer.alloc(1)",
    "setTimeout(() => 0, 1)",
  ])("does not compile %s in a core room", (expression) => {
    plant("src/site/planted.ts", `export const here = ${expression};\n`);
    const tsc = join(CHECKOUT, "node_modules", "typescript", "bin", "tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.core.json"], { cwd: copy, encoding: "utf8" });
    rmSync(join(copy, "src/site/planted.ts"));
    expect(stdout).toMatch(/src\/site\/planted\.ts.*error TS2(304|580|584|591)/);
  });

  function plant(path: string, text: string): void {
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }

  function lint(...paths: readonly string[]): { output: string; checked: number; status: number | null } {
    const biome = join(CHECKOUT, "node_modules", "@biomejs", "biome", "bin", "biome");
    const args = [biome, "lint", "--max-diagnostics=none", "--colors=off", ...paths];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8" });
    const output = stdout + stderr;
    return { output, status, checked: Number(/Checked (\d+) files?/.exec(output)?.[1] ?? 0) };
  }
});

type Breach = "upward" | "sideways" | "door" | "cycle" | "node" | "console" | "process" | "floating";

function breach(kind: Breach): { files: Record<string, string>; rule: string } {
  const importing = (from: string) => `import { planted } from "${from}";\n\nexport const here = planted;\n`;
  const value = "export const planted = 1;\n";
  const breaches: Record<Breach, { files: Record<string, string>; rule: string }> = {
    upward: {
      files: { "src/knowledge/deep/planted.ts": importing("../../cli/planted.js") },
      rule: "noRestrictedImports",
    },
    sideways: { files: { "src/compile/planted.ts": importing("../sources/planted.js") }, rule: "noRestrictedImports" },
    door: { files: { "src/knowledge/planted.ts": importing("../index.js") }, rule: "noRestrictedImports" },
    cycle: {
      files: {
        "src/attack/planted.ts":
          'import { other } from "./other-planted.js";\n\nexport const here = (): number => other();\n',
        "src/attack/other-planted.ts":
          'import { here } from "./planted.js";\n\nexport const other = (): number => here();\n',
      },
      rule: "noImportCycles",
    },
    node: {
      files: { "src/formats/planted.ts": 'import { sep } from "node:path";\n\nexport const here = sep;\n' },
      rule: "noNodejsModules",
    },
    console: { files: { "src/site/planted.ts": 'console.log("here");\n' }, rule: "noConsole" },
    process: { files: { "src/rules/planted.ts": "export const here = process.env;\n" }, rule: "noRestrictedGlobals" },
    floating: {
      files: { "src/server/planted.ts": `export async function here(): Promise<void> {}\n\nhere();\n// ${value}` },
      rule: "noFloatingPromises",
    },
  };
  return breaches[kind];
}

describe("words without HTML", () => {
  const html = ["src/site/pages/", "src/site/components/", "src/site/html.ts"];
  const apart: Readonly<Record<string, readonly string[]>> = {
    "src/cli/": html,
    "src/site/words/": html,
    "src/site/views/": [...html, "src/site/words/"],
  };
  const breachesIn = (folder: string, imported: readonly string[]) =>
    imported.filter((path) => apart[folder]?.some((forbidden) => path.startsWith(forbidden)));

  it.each(Object.keys(apart))("%s imports nothing that it is to know nothing of", (folder) => {
    const own = sources.filter((path) => path.startsWith(folder) && !path.endsWith(".test.ts"));
    const imported = own.flatMap((path) => importsOf(path, code(path)).map((target) => ({ path, target })));
    expect(imported.length).toBeGreaterThan(own.length);
    expect(imported.filter(({ target }) => breachesIn(folder, [target]).length > 0)).toEqual([]);
  });

  it.each([
    ["src/cli/", "screens/planted.ts", 'import { planted } from "../../site/components/planted.js";'],
    ["src/cli/", "planted.ts", 'const { planted } = await import("../site/pages/planted.js");'],
    ["src/site/words/", "planted.ts", 'import type {\n  Child,\n} from "../html.js";'],
    ["src/site/views/", "planted.ts", 'export { planted } from "../words/planted.js";'],
  ])("finds a planted breach in %s%s", (folder, name, text) => {
    expect(breachesIn(folder, importsOf(folder + name, text))).toHaveLength(1);
  });
});

describe("the sources", () => {
  it("keep to a readable length: 600 lines at most, and over 400 the header says why it is long", () => {
    const long = sources.flatMap((path) => {
      const text = readFileSync(join(CHECKOUT, path), "utf8");
      const lines = text.split("\n").length - 1;
      const excused = lines <= 600 && /^\/\*\*[\s\S]*?\blong\b[\s\S]*?\*\//i.test(text);
      return lines > 400 && !excused ? [`${path}: ${lines} lines`] : [];
    });
    expect(long).toEqual([]);
  });

  it("keep clocks and chance at the rim", () => {
    const rim = ["server", "export", "client", "cli", "sources"];
    const core = sources.filter((path) => !rim.includes(path.split("/")[1] ?? "") && !path.endsWith(".test.ts"));
    expect(core.length).toBeGreaterThan(0);
    expect(
      core.filter((path) => /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/.test(code(path))),
    ).toEqual([]);
  });

  it("hold no room called by what it is not", () => {
    const vague = /\/(utils?|helpers?|common|types|misc|manager|service)(\.ts|\/)/;
    expect(sources.filter((path) => vague.test(path))).toEqual([]);
  });
});

/** The files of ours that a source imports, for their types too, from the checkout. */
function importsOf(path: string, text: string): readonly string[] {
  const named = text.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return [...named].map(([, to = ""]) => posix.join(posix.dirname(path), to).replace(/\.js$/, ".ts"));
}

/** The text of a source without its comments. */
function code(path: string): string {
  return readFileSync(join(CHECKOUT, path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(CHECKOUT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(CHECKOUT, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
