/** What a store lacks of the publishers' files, wherever it has the others from. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Host } from "../../src/base/host.js";
import { type Domain, domains } from "../../src/model/domain.js";
import type { AttackVersion } from "../../src/model/version.js";
import { textPull } from "../../src/server/text-pull.js";
import { newestPinned, publishedFiles, releaseIndexPath } from "../../src/sources/publisher.js";
import { pullTexts } from "../../src/sources/pull.js";
import { type LoadedSource, stageLoaded } from "../../src/sources/store.js";
import { releaseShelf } from "../../src/sources/text-store.js";

const host: Host = { env: {}, now: () => 0, out: () => undefined, err: () => undefined, columns: null, colour: false };

let home = "";
let server: Server;
let base = "";
let asked: string[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "tidemap-missing-"));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(home, { recursive: true, force: true });
});

/** Notes that the store has a file, read from a folder. */
function note(shelf: string, sha256: string): LoadedSource {
  return { shelf, source: `/copies/${shelf}`, sha256, bytes: 1, loadedAt: 0, kind: "published", records: 1 };
}

/** A store that was filled from a folder: all mapping and descriptions files, and these bundles. */
function fill(releases: readonly (readonly [Domain, AttackVersion])[]): void {
  const files = publishedFiles(base, []).map(({ path, expected }) => note(`texts/${path}`, expected.sha256 ?? ""));
  const bundles = releases.map((release) => note(`texts/${releaseShelf(...release)}`, "of the user's own copy"));
  stageLoaded(home, [...files, ...bundles]).commit();
}

const newest = (domain: Domain) => [domain, newestPinned(domain)] as const;

describe("a start", () => {
  it("loads nothing where the store has every file, be it from a folder", () => {
    fill(domains.map(newest));
    expect(textPull({ home, host, base })).toBeNull();
  });

  it.each<[string, readonly (readonly [Domain, AttackVersion])[], number]>([
    ["one bundle failed", [newest("enterprise"), newest("mobile")], 1],
    ["a pull was cut after the first bundle", [newest("enterprise")], 2],
    ["only older releases are there", domains.map((domain) => [domain, "14.1" as AttackVersion]), 3],
  ])("loads the bundles that are missing, and nothing else: %s", (_name, releases, missing) => {
    fill(releases);
    expect(textPull({ home, host, base })?.plan).toMatch(
      new RegExp(`^the newest ATT&CK release of ${missing} domains?, about \\d+ MB$`),
    );
  });
});

describe("a pull", () => {
  it("asks the publisher for what is missing, and nothing else", async () => {
    fill([newest("enterprise"), newest("mobile")]);
    const report = await pullTexts({ home, host, base });
    expect(asked.map((path) => path.replace(/.*\//, ""))).toEqual([
      `ics-attack-${newestPinned("ics")}.json`,
      releaseIndexPath.replace(/.*\//, ""),
    ]);
    expect(report).toMatchObject({ failed: [{ error: { code: "TM3052" } }], loaded: [] });
  });
});
