/** The site as files: whole, the same twice, nothing written again, no link into nothing, no folder of others' touched. */
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../scripts/build.mjs";
import { redirectFiles } from "../../src/export/redirects.js";
import { contentPolicy } from "../../src/site/page-policy.js";
import { matchRoute } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { temporaryFolder, tidemap } from "../cli/fake-host.js";
import { embeddedKnowledge } from "../embedded.js";

const folder = temporaryFolder();
const out = join(folder.path, "site");
const spelled = join(folder.path, "spelled");
const words = [
  "--base",
  "/x/y/",
  "--origin",
  "https://example.org",
  "--only",
  "matrix,tactics",
  "--releases",
  "newest",
];
const run = (to: string, more: readonly string[] = []) =>
  tidemap(join(folder.path, "home"), ["build", "--out", to, "--jobs", "0", ...words, ...more]);
const files = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

beforeAll(async () => {
  await build({ parts: ["assets", "node"] });
  expect(await run(out)).toMatchObject({ code: 0, out: "" });
  // Capabilities under names of old, and groups of the whole framework.
  expect(await run(spelled, ["--only", "frameworks", "--redirect-pages"])).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => folder.remove());

describe("an export", () => {
  it("lists the checksum of every file, and says that it is complete", () => {
    const listed = readFileSync(join(out, "SHA256SUMS"), "utf8").trimEnd().split("\n");
    const own = ["SHA256SUMS", ".tidemap-export.json"];
    expect(listed.map((line) => line.slice(66))).toEqual(files(out).filter((name) => !own.includes(name)));
    for (const line of listed.filter((_, index) => index % 37 === 0)) {
      const bytes = readFileSync(join(out, line.slice(66)));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(line.slice(0, 64));
    }
    expect(JSON.parse(readFileSync(join(out, ".tidemap-export.json"), "utf8"))).toMatchObject({ state: "complete" });
  });

  it.each([
    ["all its pages", out],
    ["pages with ids in other spellings", spelled],
  ])("no link leads to a file that is not there: %s", (_, root) => {
    const there = new Set(files(root));
    const dead = new Set<string>();
    for (const name of there) {
      if (!name.endsWith(".html")) continue;
      const page = readFileSync(join(root, name), "utf8");
      for (const [, address = ""] of page.matchAll(/\s(?:href|src|action)="(\/(?!\/)[^"]*)"/g)) {
        const path = decodeURIComponent(address.replaceAll("&amp;", "&").replace(/[?#].*$/, ""));
        if (!path.startsWith("/x/y/")) dead.add(`${name}: ${path}`);
        const file = path.slice("/x/y/".length);
        if (!there.has(file === "" || file.endsWith("/") ? `${file}index.html` : file)) dead.add(`${name}: ${path}`);
      }
    }
    expect([...dead]).toEqual([]);
  });

  it("has for each page the JSON that the API gives", () => {
    const kb = embeddedKnowledge();
    for (const address of ["/", "/matrix/ics/", "/tactics/TA0005/"]) {
      const match = matchRoute(routes, address);
      const answered = match?.route.answer(kb, match.params, {});
      const expected = answered?.ok ? JSON.parse(JSON.stringify(answered.view.json())) : null;
      expect(JSON.parse(readFileSync(join(out, `api/v1${address}index.json`), "utf8"))).toEqual(expected);
    }
  });

  it("names its own place in canonical addresses, sitemap and robots.txt", () => {
    const page = readFileSync(join(out, "matrix/ics/index.html"), "utf8");
    expect(page).toContain('href="https://example.org/x/y/matrix/ics/"');
    expect(readFileSync(join(out, "sitemap.xml"), "utf8")).toContain("https://example.org/x/y/");
    expect(JSON.parse(readFileSync(join(out, "feed.json"), "utf8")).feed_url).toBe("https://example.org/x/y/feed.json");
    expect(readFileSync(join(out, "feed.xml"), "utf8")).toContain(
      '<link rel="self" href="https://example.org/x/y/feed.xml"/>',
    );
    expect(readFileSync(join(out, "robots.txt"), "utf8")).toContain("https://example.org/x/y/sitemap.xml");
  });

  it("made twice has the same bytes; made again writes nothing, and takes away what it no longer has", async () => {
    const twin = join(folder.path, "twin");
    await run(twin);
    expect(readFileSync(join(twin, "SHA256SUMS"), "utf8")).toBe(readFileSync(join(out, "SHA256SUMS"), "utf8"));

    const before = statSync(join(out, "index.html")).mtimeMs;
    writeFileSync(join(out, "notes.txt"), "somebody's own");
    const again = await run(out);
    expect(again.err).toMatch(/; 0 written, 0 removed;/);
    expect(statSync(join(out, "index.html")).mtimeMs).toBe(before);

    const fewer = await tidemap(join(folder.path, "home"), [
      "build",
      "--out",
      twin,
      "--jobs",
      "0",
      "--only",
      "sets",
      "--releases",
      "newest",
      "--base",
      "/x/y/",
    ]);
    expect(fewer.code).toBe(0);
    expect([existsSync(join(twin, "matrix")), existsSync(join(out, "notes.txt"))]).toEqual([false, true]);
    // A static host answers no questions: the file beside a set's page holds all its rows.
    const rows = readFileSync(join(twin, "sets/nist_800_53/rev5/16.1/enterprise/rows.csv"), "utf8");
    expect(rows.trimEnd().split("\r\n")).toHaveLength(1 + 5410);
  }, 120_000);

  it("made by threads has the same bytes", async () => {
    const together = join(folder.path, "together");
    const made = await tidemap(join(folder.path, "home"), ["build", "--out", together, "--jobs", "2", ...words]);
    expect(made).toMatchObject({ code: 0 });
    expect(readFileSync(join(together, "SHA256SUMS"), "utf8")).toBe(readFileSync(join(out, "SHA256SUMS"), "utf8"));
  }, 120_000);

  it("replaces a link that stands where a file should, and does not follow it", async () => {
    const linked = join(folder.path, "linked");
    const outside = join(folder.path, "outside.html");
    expect(await run(linked)).toMatchObject({ code: 0 });
    rmSync(join(linked, "index.html"));
    symlinkSync(outside, join(linked, "index.html"));
    expect(await run(linked)).toMatchObject({ code: 0, err: expect.stringMatching(/; 1 written, 0 removed;/) });
    expect([existsSync(outside), lstatSync(join(linked, "index.html")).isFile()]).toEqual([false, true]);
  }, 120_000);

  it("with pages at old addresses leads from there to the new ones", () => {
    const page = readFileSync(join(spelled, "external/nist/AC-02/index.html"), "utf8");
    expect(page).toContain('content="0; url=/x/y/frameworks/nist_800_53/capabilities/AC-02/"');
    expect(readFileSync(join(spelled, "redirects.nginx.map"), "utf8")).toContain(
      '"/x/y/external/nist/AC-02/" "/x/y/frameworks/nist_800_53/capabilities/AC-02/";',
    );
    // One rule with a placeholder stands for the many that move alike.
    expect(readFileSync(join(spelled, "_redirects"), "utf8")).toContain(
      "/x/y/external/nist/:id/ /x/y/frameworks/nist_800_53/capabilities/:id/ 301\n",
    );
  });
});

it("says to hosts that read it what the server sends with pages", () => {
  const headers = readFileSync(join(out, "_headers"), "utf8");
  expect(headers).toMatch(/^\/x\/y\/\*\n( {2}[a-z-]+: .+\n)+/);
  expect(headers).toContain(`  content-security-policy: ${contentPolicy}\n`);
  expect(headers).toContain("/x/y/assets/*\n  cache-control: public, max-age=31536000, immutable\n");
});

it("nginx gets old addresses as it compares them, decoded, and new ones as it sends them", () => {
  const odd = { from: "/external/kev/Use%20of%20%22x%22/", to: "/frameworks/kev/groups/a%20b/" };
  const shouting = { from: "/external/kev/USE%20of%20%22x%22/", to: "/frameworks/kev/groups/A/" }; // refused as a second
  const files = [...redirectFiles([odd, shouting], { surroundings: { origin: null }, base: "/x", pages: false })];
  expect(files.find(({ name }) => name.endsWith(".map"))?.body).toBe(
    '"/x/external/kev/Use of \\"x\\"/" "/x/frameworks/kev/groups/a%20b/";\n',
  );
});

describe("a folder", () => {
  it("of somebody else is refused, or written beside with --force", async () => {
    const other = join(folder.path, "other");
    mkdirSync(other);
    writeFileSync(join(other, "thesis.txt"), "years of work");
    expect(await run(other)).toMatchObject({ code: 1, out: "" });
    expect(readdirSync(other)).toEqual(["thesis.txt"]);
  });

  it("that was left unfinished says so, and the next run finishes it", async () => {
    const half = join(folder.path, "half");
    const stop = new AbortController();
    stop.abort(new Error("interrupted"));
    const said = await tidemap(join(folder.path, "home"), ["build", "--out", half, "--jobs", "0", ...words], {
      signal: stop.signal,
    });
    expect(said.code).not.toBe(0);
    expect(readFileSync(join(half, ".tidemap-export.json"), "utf8")).toMatch(/"state": "incomplete"/);
    expect((await run(half)).code).toBe(0);
    expect(readFileSync(join(half, "SHA256SUMS"), "utf8")).toBe(readFileSync(join(out, "SHA256SUMS"), "utf8"));
  }, 60_000);
});

describe("wrong usage", () => {
  it.each([
    [["build"], "TM7002"],
    [["build", "--out", "x", "--only", "matrx"], "TM7003"],
    [["build", "--out", "x", "--base", "/a b/"], "TM7005"],
    [["build", "--out", "x", "--jobs", "many"], "TM7006"],
  ])("%j", async (line, code) => {
    const said = await tidemap(folder.path, line);
    expect(said.code).toBe(2);
    expect(said.err).toContain(code);
  });
});
