/** Packed, installed in an empty folder, run, imported and bundled: what works in the checkout works for a stranger. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import { npm, type Packed, packAndInstall } from "./packed.js";

const { version } = JSON.parse(readFileSync(join(CHECKOUT, "package.json"), "utf8")) as { readonly version: string };

describe("the package", () => {
  let packed: Packed;

  beforeAll(() => {
    packed = packAndInstall();
  });

  afterAll(() => rmSync(packed.root, { recursive: true, force: true }));

  it("holds what it needs and nothing else", () => {
    expect(packed.paths).toEqual(
      expect.arrayContaining(["bin/tidemap.js", "dist/node/cli.js", "dist/assets/manifest.json"]),
    );
    expect(packed.paths).toEqual(
      expect.arrayContaining(["facts/manifest.json", "dist/types/index.d.ts", "LICENSE", "NOTICE"]),
    );
    const allowed =
      /^(bin|dist|facts|schema)\/|^(package\.json|LICENSE|NOTICE|README\.md|CHANGELOG\.md|src\/site\/style\/fonts\/OFL\.txt)$/;
    expect(packed.paths.filter((path) => !allowed.test(path) || /\.test\.|\.map$/.test(path))).toEqual([]);
  });

  it("answers --version and a question through npx", () => {
    expect(npx("tidemap", "--version").trim()).toBe(version);
    const { technique, mappings } = JSON.parse(npx("tidemap", "technique", "T1550.001", "--format", "json")) as {
      readonly technique: { readonly id: string };
      readonly mappings: readonly unknown[];
    };
    expect(technique.id).toBe("T1550.001");
    expect(mappings.length).toBe(40);
  });

  it("gives the same answer to an import in Node", () => {
    const program = [
      'import { readFileSync } from "node:fs";',
      'import { KnowledgeBase, techniqueView, toJson } from "tidemap";',
      'const facts = (name) => readFileSync(new URL(import.meta.resolve("tidemap/facts/" + name)), "utf8");',
      "const kb = new KnowledgeBase([{ text: facts }]);",
      'const { view } = techniqueView(kb, { id: "T1550.001" });',
      "console.log(JSON.stringify(toJson(view)));",
    ].join("\n");
    writeFileSync(join(packed.folder, "ask.js"), program);
    const answer = JSON.parse(
      execFileSync(process.execPath, ["ask.js"], { cwd: packed.folder, encoding: "utf8" }),
    ) as unknown;
    expect(answer).toEqual(JSON.parse(npx("tidemap", "technique", "T1550.001", "--format", "json")));
  });

  it("bundles for a browser, without anything of Node", async () => {
    const text = await bundled('export * from "tidemap";');
    expect(text).toContain("techniqueView");
    expect(text).not.toMatch(/\bfrom\s*"(node:|fs|path)/);
  });

  it("leaves out of a bundle what nobody imports: no page, no other view", async () => {
    const one = await bundled('export { KnowledgeBase, techniqueView } from "tidemap";');
    const all = await bundled('export * from "tidemap";');
    // 73 and 253 kB when this was written.
    expect(one.length).toBeLessThan(80_000);
    expect(all.length).toBeLessThan(275_000);
  });

  it("gives its facts by address, and brings no install script", () => {
    const program = 'console.log(import.meta.resolve("tidemap/facts/manifest.json"))';
    const address = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: packed.folder,
      encoding: "utf8",
    });
    expect(JSON.parse(readFileSync(new URL(address.trim()), "utf8"))).toBeTypeOf("object");
    const lock = JSON.parse(readFileSync(join(packed.folder, "package-lock.json"), "utf8")) as {
      readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
    };
    const scripts = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripts.map(([path]) => path)).toEqual([]);
  });

  it("leaves nothing in the folder that it is asked from", () => {
    const before = readdirSync(packed.folder).sort();
    npx("tidemap", "technique", "T1550.001");
    expect(readdirSync(packed.folder).sort()).toEqual(before);
  });

  async function bundled(program: string): Promise<string> {
    writeFileSync(join(packed.folder, "page.js"), `${program}\n`);
    const { outputFiles } = await build({
      absWorkingDir: packed.folder,
      entryPoints: ["page.js"],
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      write: false,
      logLevel: "silent",
    });
    return outputFiles[0]?.text ?? "";
  }

  function npx(...words: readonly string[]): string {
    return npm(["exec", "--offline", "--", ...words], packed.folder);
  }
});
