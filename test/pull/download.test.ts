import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DownloadLimits, type DownloadOptions, download } from "../../src/sources/download.js";

const body = Buffer.from("the whole file, forty-two bytes of it, yes!");
const sha256 = createHash("sha256").update(body).digest("hex");
const blob = createHash("sha1").update(`blob ${body.length}\0`).update(body).digest("hex");

/** Short enough for a test, long enough for a busy machine. */
const limits: DownloadLimits = { connectMs: 2000, headersMs: 2000, stallMs: 300, tries: 3, backoffMs: 1, redirects: 3 };

type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

let folder = "";
let server: Server;
let base = "";
let answer: Answer;
let asked: IncomingMessage["headers"][] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "tidemap-download-"));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.headers);
    answer(request, response, asked.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function get(options: Partial<DownloadOptions> = {}): Promise<Uint8Array> {
  return download({
    url: `${base}/file`,
    part: join(folder, "part"),
    expected: { sha256, blob },
    maxBytes: 1000,
    limits,
    ...options,
  });
}

const whole: Answer = (_request, response) => response.end(body);

/** Of a server that knows ranges and is asked for what comes after the end. */
const nothingLeft: Answer = (request, response, count) =>
  request.headers.range === undefined ? whole(request, response, count) : response.writeHead(416).end();

describe("download", () => {
  it("gives the bytes, verified, and leaves no part behind", async () => {
    answer = whole;
    expect(Buffer.from(await get())).toEqual(body);
    expect(existsSync(join(folder, "part"))).toBe(false);
  });

  it("tries again after 503, twice", async () => {
    answer = (request, response, count) =>
      count < 3 ? response.writeHead(503).end() : whole(request, response, count);
    expect(Buffer.from(await get())).toEqual(body);
    expect(asked.length).toBe(3);
  });

  it("goes on from where it was cut, by Range, when the server names the file", async () => {
    answer = (request, response, count) => {
      if (count === 1) {
        response.writeHead(200, { etag: '"one"', "content-length": body.length });
        response.write(body.subarray(0, 10), () => response.destroy());
        return;
      }
      expect(request.headers.range).toBe("bytes=10-");
      expect(request.headers["if-range"]).toBe('"one"');
      response.writeHead(206, { etag: '"one"' }).end(body.subarray(10));
    };
    expect(Buffer.from(await get())).toEqual(body);
  });

  it("starts anew where the server ignores Range, or names no file", async () => {
    answer = (request, response, count) => {
      if (count > 1) return whole(request, response, count);
      response.writeHead(200, { "content-length": body.length });
      response.write(body.subarray(0, 10), () => response.destroy());
    };
    expect(Buffer.from(await get())).toEqual(body);
    expect(asked[1]?.range).toBeUndefined();
  });

  it.each<[string, Answer, string]>([
    ["a stall", (_request, response) => void response.writeHead(200, { "content-length": 99 }).write("x"), "TM3050"],
    [
      "a length that is a lie",
      (_request, response) =>
        void response.writeHead(200, { "content-length": 99 }).write(body, () => response.destroy()),
      "TM3050",
    ],
    ["bytes of another file", (_request, response) => response.end("something else altogether"), "TM3051"],
    ["a range refused that nobody asked for", (_request, response) => response.writeHead(416).end(), "TM3052"],
    ["a missing file", (_request, response) => response.writeHead(404).end(), "TM3052"],
    [
      "a redirect to http elsewhere",
      (_request, response) => response.writeHead(302, { location: "http://example.org/" }).end(),
      "TM3052",
    ],
    [
      "a redirect to another scheme",
      (_request, response) => response.writeHead(302, { location: "ftp://127.0.0.1/" }).end(),
      "TM3052",
    ],
    ["redirects in a circle", (_request, response) => response.writeHead(302, { location: "/file" }).end(), "TM3052"],
    [
      "a declared size beyond the bound",
      (_request, response) => response.writeHead(200, { "content-length": 2000 }).end(),
      "TM3053",
    ],
    ["an undeclared size beyond the bound", (_request, response) => response.end(Buffer.alloc(2000)), "TM3053"],
  ])("ends with a clear error on %s", async (_name, wrong, code) => {
    answer = wrong;
    await expect(get()).rejects.toMatchObject({ name: "TidemapError", code });
  });

  it("follows a redirect on loopback", async () => {
    answer = (request, response, count) =>
      request.url === "/file" ? response.writeHead(302, { location: "/moved" }).end() : whole(request, response, count);
    expect(Buffer.from(await get())).toEqual(body);
  });

  it("does not take a part of another file for its own", async () => {
    writeFileSync(join(folder, "part"), "rubbish left by somebody");
    answer = whole;
    expect(Buffer.from(await get())).toEqual(body);
  });

  it("begins again where an earlier process left a part that is whole", async () => {
    writeFileSync(join(folder, "part"), body);
    writeFileSync(join(folder, "part.etag"), '"one"');
    answer = nothingLeft;
    expect(Buffer.from(await get())).toEqual(body);
    expect(asked.map(({ range }) => range)).toEqual([`bytes=${body.length}-`, undefined]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("begins again where an answer of no declared length broke at its very end", async () => {
    answer = (request, response, count) => {
      if (count > 1) return nothingLeft(request, response, count);
      response.writeHead(200, { etag: '"one"' });
      response.write(body, () => response.destroy());
    };
    expect(Buffer.from(await get())).toEqual(body);
    expect(asked.map(({ range }) => range)).toEqual([undefined, `bytes=${body.length}-`, undefined]);
  });

  it("stops when told to, and keeps what it has for the next time", async () => {
    const stop = new AbortController();
    answer = (_request, response) => {
      response.writeHead(200, { etag: '"one"', "content-length": body.length });
      response.write(body.subarray(0, 10));
    };
    await expect(get({ signal: stop.signal, onBytes: () => stop.abort() })).rejects.toThrow();
    expect(readFileSync(join(folder, "part")).length).toBe(10);
  });

  it("says so when nobody answers", async () => {
    await expect(get({ url: "http://127.0.0.1:9/none" })).rejects.toMatchObject({ code: "TM3050" });
  });
});
