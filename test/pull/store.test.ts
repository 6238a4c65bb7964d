import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setFile } from "../../src/knowledge/facts/manifest.js";
import type { AttackVersion } from "../../src/model/version.js";
import { factsFolder } from "../../src/sources/facts-folder.js";
import { pullTexts } from "../../src/sources/pull.js";
import { openShelf } from "../../src/sources/shelf.js";
import { loadedSources, withStore } from "../../src/sources/store.js";
import { openTexts } from "../../src/sources/text-store.js";
import { removeShelf, writeShelf } from "../../src/sources/write-shelf.js";

const checkout = fileURLToPath(new URL("../../", import.meta.url));

let folder = "";
let home = "";
let source = "";
const host = { now: () => 1_700_000_000_000 };

/** A mapping file of our own making, with a comment of its own. */
function mappingFile(comment: string): string {
  const metadata = {
    mapping_version: "1",
    technology_domain: "enterprise",
    attack_version: "16.1",
    mapping_framework: "own_framework",
    mapping_framework_version: "1.0",
    mapping_types: { protects: { name: "protects", description: "" } },
    capability_groups: { g: "Group" },
    creation_date: "01/02/2025",
    last_update: "01/02/2025",
  };
  const row = {
    capability_id: "C-1",
    capability_description: "First",
    mapping_type: "protects",
    attack_object_id: "T1550.001",
    attack_object_name: "Application Access Token",
    capability_group: "g",
    comments: comment,
    references: [],
    status: "complete",
  };
  return JSON.stringify({ metadata, mapping_objects: [row] });
}

const bundle = {
  type: "bundle",
  id: "bundle--00000000-0000-4000-8000-000000000001",
  spec_version: "2.0",
  objects: [
    {
      type: "attack-pattern",
      id: "attack-pattern--00000000-0000-4000-8000-000000000002",
      name: "One",
      description: "First words.(Citation: Blog)",
      kill_chain_phases: [{ kill_chain_name: "mitre-attack", phase_name: "impact" }],
      external_references: [
        { source_name: "mitre-attack", external_id: "T1001" },
        { source_name: "Blog", description: "A blog.", url: "https://example.org/" },
      ],
    },
  ],
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tidemap-store-"));
  home = join(folder, "home");
  source = join(folder, "source");
  mkdirSync(source);
  writeFileSync(join(source, "own.json"), mappingFile("Because we say so."));
  writeFileSync(join(source, "enterprise-attack-16.1.json"), JSON.stringify(bundle));
  writeFileSync(join(source, "own_framework-1.0_descriptions.json"), "[]");
  writeFileSync(join(source, "holiday.txt"), "nothing of ours");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("pull from a folder", () => {
  it("loads comments, descriptions and citations, and notes where they came from", async () => {
    const report = await pullTexts({ home, host, from: source });
    expect(report.loaded.map(({ shelf }) => shelf).sort()).toEqual([
      "texts/attack/enterprise-16.1",
      "texts/sets/own_framework_1.0_16.1_enterprise",
    ]);
    expect(report.skipped).toBe(1);
    const texts = openTexts(home);
    expect(texts.comment("own_framework/1.0/16.1/enterprise", 0)).toBe("Because we say so.");
    const of = { domain: "enterprise", kind: "technique", id: "T1001" } as const;
    expect(texts.object(of, "19.0" as AttackVersion)).toMatchObject({
      release: "16.1",
      text: "First words.(Citation: Blog)",
      citations: [{ name: "Blog" }],
    });
    expect(texts.object(of, "15.1" as AttackVersion)).toBeNull();
    const sha256 = createHash("sha256")
      .update(readFileSync(join(source, "own.json")))
      .digest("hex");
    expect(loadedSources(home)).toContainEqual(expect.objectContaining({ sha256, loadedAt: host.now(), kind: "own" }));
  });

  it("replaces texts when a file has changed", async () => {
    await pullTexts({ home, host, from: source });
    writeFileSync(join(source, "own.json"), mappingFile("On second thoughts."));
    await pullTexts({ home, host, from: source });
    expect(openTexts(home).comment("own_framework/1.0/16.1/enterprise", 0)).toBe("On second thoughts.");
    expect(readdirSync(join(home, "texts", "sets")).length).toBe(2);
  });

  it("says so when the folder is not there", async () => {
    await expect(pullTexts({ home, host, from: join(folder, "nowhere") })).rejects.toMatchObject({ code: "TM3010" });
  });

  it.skipIf(process.getuid?.() === 0)("says so when the store cannot be written", async () => {
    mkdirSync(home);
    chmodSync(home, 0o500);
    await expect(pullTexts({ home, host, from: source })).rejects.toMatchObject({ code: "TM3040" });
  });

  it("lets one write at a time", async () => {
    await withStore(home, async () => {
      await expect(pullTexts({ home, host, from: source })).rejects.toMatchObject({ code: "TM3041" });
    });
  });
});

describe("shelves", () => {
  it("are as good as not there when they are damaged", () => {
    const path = join(home, "texts", "s");
    writeShelf(path, new Map([["a", "x"]]));
    expect(openShelf(path)?.get("a")).toBe("x");
    const [data = ""] = readdirSync(join(home, "texts")).filter((name) => name.endsWith(".jsonl"));
    writeFileSync(join(home, "texts", data), "###\n");
    expect(openShelf(path)?.get("a")).toBeUndefined();
    for (const text of ["{ half", "null", '{"format":1}']) {
      writeFileSync(`${path}.index.json`, text);
      expect(openShelf(path)).toBeNull();
    }
    writeFileSync(join(home, "state.json"), "null");
    expect(loadedSources(home)).toEqual([]);
  });

  it("leave those alone whose names begin like theirs", () => {
    const path = (name: string) => join(home, "texts", "capabilities", name);
    writeShelf(path("csa_ccm-4.1"), new Map([["a", "of 4.1"]]));
    writeShelf(path("csa_ccm-4"), new Map([["a", "of 4, before"]]));
    writeShelf(path("csa_ccm-4"), new Map([["a", "of 4"]]));
    expect(openShelf(path("csa_ccm-4.1"))?.get("a")).toBe("of 4.1");
    expect(openShelf(path("csa_ccm-4"))?.get("a")).toBe("of 4");
    expect(readdirSync(join(home, "texts", "capabilities")).length).toBe(4);
    removeShelf(path("csa_ccm-4"));
    expect(openShelf(path("csa_ccm-4.1"))?.get("a")).toBe("of 4.1");
    expect(readdirSync(join(home, "texts", "capabilities")).length).toBe(2);
  });

  it("never leave their folder, whatever an id says", () => {
    expect(setFile("../../etc/passwd")).toMatch(/^sets\/[\w.~-]+\.json$/);
    expect(setFile("..\\x/1/16.1/enterprise")).not.toContain("\\");
    expect(() => factsFolder(join(folder, "source"))).toThrow(/holds no compiled facts/);
  });

  it("stay whole when their writer is killed at any moment", async () => {
    // A writer that does nothing but put one of two contents on the shelf, over and over, until it is killed.
    const script = join(checkout, ".cache", `shelf-writer-${process.pid}.mjs`);
    await build({
      stdin: {
        contents: `import { writeShelf } from ${JSON.stringify(join(checkout, "src", "sources", "write-shelf.ts"))};
          for (let n = 0; ; n++) writeShelf(process.argv[2], new Map([["a", String(n % 2)], ["b", String(n % 2).repeat(100000)]]));`,
        resolveDir: checkout,
      },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: script,
      packages: "external",
    });
    const path = join(home, "texts", "killed");
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, [script, path], { stdio: "ignore" });
      const ended = new Promise((resolve) => child.once("exit", resolve));
      while (!existsSync(`${path}.index.json`) && child.exitCode === null)
        await new Promise((resolve) => setImmediate(resolve));
      // A different moment each round: after so many turns of our own loop.
      for (let turns = 0; turns < round * 400; turns++) await new Promise((resolve) => setImmediate(resolve));
      child.kill("SIGKILL");
      await ended;
      const shelf = openShelf(path);
      const a = shelf?.get("a");
      expect(["0", "1"]).toContain(a);
      expect(shelf?.get("b")).toBe(String(a).repeat(100_000));
    }
    rmSync(script);
  });
});
