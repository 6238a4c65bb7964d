import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { build } from "../../scripts/build.mjs";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import type { Host } from "../../src/base/host.js";
import { serveSite } from "../../src/server/serve-site.js";
import type { RunningServer } from "../../src/server/start.js";
import { textPull } from "../../src/server/text-pull.js";

let home = "";
let running: RunningServer | null = null;
let publisher: Server | null = null;
const said: string[] = [];

const hostAt = (folder: string): Host => ({
  env: { TIDEMAP_HOME: folder },
  now: () => 0,
  out: (text) => said.push(text),
  err: (text) => said.push(text),
  columns: null,
  colour: false,
});

beforeAll(() => build({ parts: ["assets"] }));

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "tidemap-serve-"));
  said.length = 0;
});

afterEach(async () => {
  await running?.stop();
  running = null;
  publisher?.closeAllConnections();
  publisher?.close();
  publisher = null;
  rmSync(home, { recursive: true, force: true });
});

/** A stand-in for the publishers that answers every request in the same way. */
function publish(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer);
  publisher = server;
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

describe("the site as it is started", () => {
  it("offline it asks nobody, and answers with the embedded facts", async () => {
    let asked = 0;
    const base = await publish((_request, response) => {
      asked++;
      response.end();
    });
    running = await serveSite({ host: hostAt(home), root: CHECKOUT, offline: true, port: 0, base });
    const page = await (await fetch(`${running.url}techniques/T1550.001/`)).text();
    expect(page).toContain("Application Access Token");
    expect(page).toContain("not loaded");
    expect(asked).toBe(0);
    expect(said.join("")).not.toContain("Loading");
  });

  it("names what it loads and how much", () => {
    const plan = textPull({ home, host: hostAt(home) })?.plan;
    expect(plan).toMatch(
      /^33 mapping files, \d+ files of descriptions, the newest ATT&CK release of 3 domains, about \d{2,3} MB$/,
    );
  });

  it("stops at once while a publisher stalls in the middle of a file", async () => {
    const base = await publish((_request, response) => {
      response.writeHead(200, { "content-length": "1000000" });
      response.write("{");
    });
    running = await serveSite({ host: hostAt(home), root: CHECKOUT, offline: false, port: 0, base });
    expect(said.join("")).toContain("`--offline` switches this off");
    expect(await (await fetch(running.url)).text()).toContain("Loading descriptions and comments");
    await running.stop();
    expect(said.join("")).not.toContain("not loaded:");
    expect(textPull({ home, host: hostAt(home) })).not.toBeNull();
  });

  it("every page loads its styles, script and fonts from files that are there", async () => {
    running = await serveSite({ host: hostAt(home), root: CHECKOUT, offline: true, port: 0 });
    const page = await (await fetch(running.url)).text();
    const files = [...page.matchAll(/"(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const answer = await fetch(new URL(file, running.url));
      expect([file, answer.status, answer.headers.get("cache-control")]).toEqual([
        file,
        200,
        "public, max-age=31536000, immutable",
      ]);
    }
  });
});
