import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Host } from "../../src/base/host.js";
import { TidemapError } from "../../src/model/diagnostic.js";
import type { PullWatch, TextPull } from "../../src/server/background-pull.js";
import { type RunningServer, type ServeOptions, startServer } from "../../src/server/start.js";
import { embeddedKnowledge } from "../embedded.js";
import { fakeAssets, fakeRoutes } from "./fake-site.js";

interface Heard extends Host {
  readonly said: string[];
}

function fakeHost(env: Host["env"] = {}): Heard {
  const said: string[] = [];
  let now = 0;
  return {
    env,
    said,
    now: () => (now += 1000),
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    columns: null,
    colour: false,
  };
}

const running: RunningServer[] = [];

async function start(more: Partial<ServeOptions> = {}): Promise<RunningServer> {
  const server = await startServer({
    routes: fakeRoutes,
    assets: fakeAssets,
    version: "0.0.0",
    open: embeddedKnowledge,
    pull: null,
    host: fakeHost(),
    port: 0,
    ...more,
  });
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

const textOf = async (server: RunningServer, path = "things/1/") => (await fetch(server.url + path)).text();

describe("start", () => {
  it("serves on loopback and says where", async () => {
    const host = fakeHost();
    const server = await start({ host });
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
    expect(host.said.join("")).toContain(server.url);
    const answer = await fetch(`${server.url}things/1/`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(await answer.text()).toContain("Thing 1");
  });

  it("a busy port names itself, what holds it and what to do", async () => {
    const { port } = await start();
    const failed = await start({ port }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(TidemapError);
    expect(failed).toMatchObject({
      code: "TM6002",
      exitCode: 1,
      message: expect.stringContaining(`Port ${port} on 127.0.0.1 is taken: a Tidemap already serves`),
      hint: expect.stringContaining(`--port ${port + 1}`),
    });
  });

  it("PORT is taken where no port is given", async () => {
    await expect(start({ port: undefined, host: fakeHost({ PORT: "1234567" }) })).rejects.toMatchObject({
      code: "TM6001",
      exitCode: 2,
    });
    const taken = await start();
    await expect(start({ port: undefined, host: fakeHost({ PORT: String(taken.port) }) })).rejects.toMatchObject({
      code: "TM6002",
    });
  });

  it.each([-1, 65536, 1.5, Number.NaN])("%s is no port", async (port) => {
    await expect(start({ port })).rejects.toMatchObject({ code: "TM6001" });
  });

  it("an address of another machine is refused with advice", async () => {
    await expect(start({ hostname: "192.0.2.1" })).rejects.toMatchObject({
      code: "TM6003",
      hint: expect.stringContaining("--host"),
    });
  });

  it("writes one line a request with --log, and nothing of the reader", async () => {
    const host = fakeHost();
    const server = await start({ host, log: true });
    await textOf(server, "things/1/?q=a");
    const line = JSON.parse(host.said.find((text) => text.startsWith("{")) ?? "{}") as object;
    expect(line).toMatchObject({
      method: "GET",
      target: "/things/1/?q=a",
      status: 200,
      bytes: expect.any(Number),
      complete: true,
    });
    expect(Object.keys(line).sort()).toEqual(["bytes", "complete", "method", "ms", "status", "target", "time"]);
  });

  it("hangs up on a body, and goes on answering", async () => {
    const server = await start();
    const answer = await fetch(`${server.url}things/1/`, { method: "POST", body: "x".repeat(100_000) });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: "TM4107", instance: "/things/1/" });
    expect((await fetch(server.url)).status).toBe(200);
  });

  it.each([
    "GET /things/1/ HTTP/1.1\r\n\r\n",
    "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
    "\u0000\u0001\u0002",
    `GET /${"a".repeat(50_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(50_000)}\r\n\r\n`,
    "GET http://[ HTTP/1.1\r\nHost: [\r\n\r\n",
    "GET \\\\evil HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a b c\r\n\r\n",
  ])("survives a raw request: %j", async (raw) => {
    const server = await start();
    const status = await send(server.port, raw);
    expect(status).toMatch(/^(HTTP\/1\.1 4\d\d|HTTP\/1\.1 505|$)/);
    expect((await fetch(server.url)).status).toBe(200);
  });
});

/** The status line of the answer to raw bytes; "" where the server just hung up. */
function send(port: number, raw: string): Promise<string> {
  return new Promise((done) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(raw));
    socket.on("data", (bytes) => {
      heard += bytes.toString("latin1");
      socket.end();
    });
    socket.on("error", () => done(heard.split("\r\n")[0] ?? ""));
    socket.on("close", () => done(heard.split("\r\n")[0] ?? ""));
  });
}

describe("stop", () => {
  it("ends with idle connections open, and frees the port", async () => {
    const server = await start();
    await textOf(server);
    await server.stop();
    expect(await server.stopped).toBeNull();
    await expect(fetch(server.url)).rejects.toThrow();
    const next = await start({ port: server.port });
    expect(next.port).toBe(server.port);
  });

  it("stopping twice is stopping once", async () => {
    const server = await start();
    await Promise.all([server.stop(), server.stop()]);
  });

  it("a signal stops it, and leaves no handler behind", async () => {
    const before = process.listenerCount("SIGTERM");
    const server = await start();
    expect(process.listenerCount("SIGTERM")).toBe(before + 1);
    process.emit("SIGTERM", "SIGTERM");
    expect(await server.stopped).toBe("SIGTERM");
    expect(process.listenerCount("SIGTERM")).toBe(before);
    expect(process.listenerCount("SIGINT")).toBe(before);
  });
});

/** A pull whose steps a test takes one by one. */
function steered(remarks: readonly string[] = []): {
  pull: TextPull;
  watch: Promise<PullWatch>;
  end(error?: Error): void;
} {
  let begun: (watch: PullWatch) => void = () => undefined;
  let end: (error?: Error) => void = () => undefined;
  const watch = new Promise<PullWatch>((resolve) => {
    begun = resolve;
  });
  const run = (given: PullWatch) =>
    new Promise<readonly string[]>((done, failed) => {
      given.signal.addEventListener("abort", () => failed(new Error("ended")));
      end = (error) => (error === undefined ? done(remarks) : failed(error));
      begun(given);
    });
  return { pull: { plan: "37 files (94 MB)", run }, watch, end: (error) => end(error) };
}

describe("texts in the background", () => {
  it("says what it loads on stderr and on the page, and how to switch it off", async () => {
    const host = fakeHost();
    const { pull, watch, end } = steered();
    const server = await start({ host, pull });
    const { progress } = await watch;
    expect(host.said.join("")).toContain("37 files (94 MB). `--offline` switches this off.");
    expect(await textOf(server)).toContain("Loading descriptions and comments: 37 files (94 MB).");
    host.now();
    progress("12 of 37 files");
    expect(await textOf(server)).toContain("12 of 37 files");
    end();
    await expect.poll(() => textOf(server)).not.toContain("Loading descriptions");
  });

  it("shows what has landed without a restart", async () => {
    let opened = 0;
    const { pull, watch, end } = steered();
    const open = () => {
      opened++;
      return embeddedKnowledge();
    };
    const server = await start({ pull, open });
    const { ready } = await watch;
    const before = (await fetch(`${server.url}things/1/`)).headers.get("etag");
    expect(opened).toBe(1);
    ready();
    expect(opened).toBe(2);
    end();
    await expect.poll(() => opened).toBe(3);
    expect((await fetch(`${server.url}things/1/`)).headers.get("etag")).not.toBe(before);
  });

  it("passes on what the operator should know", async () => {
    const host = fakeHost();
    const { pull, watch, end } = steered(["2 files could not be loaded."]);
    await start({ host, pull });
    await watch;
    end();
    await expect.poll(() => host.said.join("")).toContain("are loaded.\n2 files could not be loaded.\n");
  });

  it("goes on without network, and says so once", async () => {
    const host = fakeHost();
    const { pull, watch, end } = steered();
    const server = await start({ host, pull });
    await watch;
    end(new TidemapError("TM5000", "No network.", { hint: "Ask again later." }));
    await expect.poll(() => textOf(server)).not.toContain("Loading descriptions");
    expect(host.said.filter((text) => text.includes("No network. Ask again later."))).toHaveLength(1);
    expect((await fetch(server.url)).status).toBe(200);
  });

  it("texts that do not open leave what was loaded in place", async () => {
    const host = fakeHost();
    const { pull, watch, end } = steered();
    let opened = 0;
    const open = () => {
      opened++;
      if (opened > 1) throw new Error("torn file");
      return embeddedKnowledge();
    };
    const server = await start({ host, pull, open });
    (await watch).ready();
    expect(host.said.join("")).toContain("torn file");
    expect(await textOf(server)).toContain("Thing 1");
    end();
  });

  it("a pull that hangs is told to end, and does not keep the server", async () => {
    const host = fakeHost();
    const { pull, watch } = steered();
    const server = await start({ host, pull });
    const { signal } = await watch;
    await server.stop();
    expect(signal.aborted).toBe(true);
    expect(host.said.join("")).not.toContain("not loaded");
  });
});
