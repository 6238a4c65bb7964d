/**
 * Input that nobody should write: a clear error, exit 1, nothing half-written, and bounded memory. Each case runs the
 * built command line in a process of its own, whose peak is measured.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { build } from "../../scripts/build.mjs";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import { temporaryFolder } from "../cli/fake-host.js";
import { ownSet } from "../cli/own-set.js";

const peakProbe = `data:text/javascript,process.on("exit",()=>process._rawDebug("PEAK "+process.resourceUsage().maxRSS))`;
const mostKilobytes = 1_000_000;

/** Root may read and write everything, so permissions are tried as nobody then. */
const nobody = 65_534;
const unprivileged = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

let folder: ReturnType<typeof temporaryFolder>;
let sources = "";

beforeAll(() => build({ parts: ["node"] }));
beforeEach(() => {
  folder = temporaryFolder();
  sources = join(folder.path, "sources");
  mkdirSync(sources);
});
afterEach(() => {
  chmodSync(folder.path, 0o755);
  chmodSync(sources, 0o755);
  folder.remove();
});

function compile(as: { readonly uid?: number; readonly gid?: number } = {}) {
  const out = join(folder.path, "facts");
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--import", peakProbe, "bin/tidemap.js", "compile", "--from", sources, "--out", out],
    { cwd: CHECKOUT, encoding: "utf8", env: { ...process.env, TIDEMAP_HOME: join(folder.path, "home") }, ...as },
  );
  const peakKilobytes = Number(/PEAK (\d+)/.exec(stderr)?.[1]);
  return { code: status, err: stderr.replace(/PEAK \d+\s*/, ""), out: stdout, peakKilobytes };
}

function put(name: string, content: string | Uint8Array): void {
  writeFileSync(join(sources, name), content);
}

/** A file of `bytes` bytes with `head` at its start; a hole, so that no disk is filled. */
function putLarge(name: string, head: string, bytes: number): void {
  const file = openSync(join(sources, name), "w");
  writeSync(file, head);
  ftruncateSync(file, bytes);
  closeSync(file);
}

const whole = JSON.stringify(ownSet(3), null, 1);
const deep = 100_000;
const aliases = Array.from({ length: 9 }, (_, level) => {
  const items = Array.from({ length: 9 }, () => (level === 0 ? "x" : `*a${level - 1}`)).join(", ");
  return `a${level}: &a${level} [${items}]`;
}).join("\n");

describe("refused, with nothing written", () => {
  it.each([
    ["truncated", () => put("a.json", whole.slice(0, whole.length - 60)), /a\.json:\d+:\d+ error TM1001/],
    ["in UTF-16", () => put("a.json", Buffer.from(`\ufeff${whole}`, "utf16le")), /a\.json.* error TM/],
    [
      "in Latin-1",
      () => put("a.json", Buffer.from(whole.replace("Doors", "Türen"), "latin1")),
      /a\.json.* error TM1001/,
    ],
    ["not JSON", () => put("a.json", "<html>not found</html>"), /a\.json.* error TM1001/],
    ["empty", () => put("a.json", ""), /a\.json.* error TM/],
    [
      "nested too deep, rows around it",
      () => put("a.json", whole.replace('"metadata"', `"deep": ${"[".repeat(deep)}${"]".repeat(deep)}, "metadata"`)),
      /a\.json.* error TM0002/,
    ],
    ["nothing but nested", () => put("a.json", "[".repeat(deep) + "]".repeat(deep)), /a\.json.* error TM/],
    ["nested objects without end", () => put("a.json", '{"mapping_objects":'.repeat(deep)), /a\.json.* error TM/],
    [
      "a YAML alias bomb",
      () => put("a.yaml", `metadata: {mapping_framework: acme}\nmapping_objects: []\n${aliases}\n`),
      /a\.yaml.* error TM/,
    ],
    ["a deeply nested YAML file", () => put("a.yaml", `mapping_objects: ${"[".repeat(deep)}`), /a\.yaml.* error TM/],
    ["300 MB, like a mapping file", () => putLarge("a.json", whole, 300_000_000), /a\.json.* error TM0001/],
    [
      "300 MB, like a bundle",
      () => putLarge("enterprise-attack-20.0.json", '{"type": "bundle", "id": "bundle--1"', 300_000_000),
      /enterprise-attack-20\.0\.json.* error TM0001/,
    ],
    ["300 MB of nothing", () => putLarge("a.json", "", 300_000_000), /a\.json.* error TM0001/],
    [
      "a truncated bundle",
      () => put("enterprise-attack-20.0.json", '{"type": "bundle", "objects": [{"type":'),
      /enterprise-attack-20\.0\.json.* error TM2001/,
    ],
    [
      "a bundle without objects",
      () => put("enterprise-attack-20.0.json", '{"type": "bundle"}'),
      /enterprise-attack-20\.0\.json.* error TM2003/,
    ],
    [
      "one bad file among good ones",
      () => {
        put("good.json", whole);
        put("a.json", whole.slice(0, 900));
      },
      /a\.json.* error TM1001/,
    ],
  ] as const)("%s", (_, make, said) => {
    make();
    const { code, err, out, peakKilobytes } = compile();
    expect(err).toMatch(said);
    expect(err).toMatch(/nothing was written/);
    expect(err).not.toMatch(/^\s+at /m);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(peakKilobytes).toBeLessThan(mostKilobytes);
    expect(readdirSync(folder.path)).toEqual(["sources"]);
  });

  it("a folder without permission", () => {
    chmodSync(folder.path, 0o777);
    chmodSync(sources, 0o000);
    const { code, err } = compile(unprivileged);
    expect(err).toContain("may not be read");
    expect(code).toBe(1);
    expect(readdirSync(folder.path)).toEqual(["sources"]);
  });

  it("a file without permission", () => {
    put("a.json", whole);
    chmodSync(folder.path, 0o777);
    chmodSync(join(sources, "a.json"), 0o000);
    const { code, err } = compile(unprivileged);
    expect(err).toMatch(/a\.json.* error TM3011/);
    expect(code).toBe(1);
    expect(readdirSync(folder.path)).toEqual(["sources"]);
  });

  it("a place that may not be written", () => {
    put("a.json", whole);
    chmodSync(folder.path, 0o555);
    const { code, err } = compile(unprivileged);
    expect(err).toContain("may not be read or written");
    expect(code).toBe(1);
    expect(readdirSync(folder.path)).toEqual(["sources"]);
  });

  it("a folder of junk", () => {
    put("a.bin", new Uint8Array(5000).fill(7));
    put("b.txt", "text");
    put("c.json", '{"x": 1}');
    const { code, err } = compile();
    expect(code).toBe(1);
    expect(err).toContain("mapping files: a.bin, b.txt.");
    expect(err).toContain("c.json cannot be used");
    expect(readdirSync(folder.path)).toEqual(["sources"]);
  });
});

describe("read, harmlessly, with a note", () => {
  it.each([
    ["a byte order mark", () => put("a.json", `\ufeff${whole}`), /a\.json.* note TM0005/],
    [
      "a __proto__ key",
      () => put("a.json", whole.replace('"metadata"', '"__proto__": {"polluted": true}, "metadata"')),
      /a\.json.* note TM0006/,
    ],
  ] as const)("%s", (_, make, said) => {
    make();
    const { code, err } = compile();
    expect(err).toMatch(said);
    expect(code).toBe(0);
    expect(existsSync(join(folder.path, "facts", "manifest.json"))).toBe(true);
  });
});
