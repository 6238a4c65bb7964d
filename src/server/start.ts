import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Host } from "../base/host.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { TidemapError } from "../model/diagnostic.js";
import { problemJson } from "../site/render.js";
import type { AnyRoute } from "../site/route.js";
import type { Assets } from "../sources/assets-folder.js";
import { logAccess } from "./access-log.js";
import { createApp } from "./app.js";
import { pullInBackground, type TextPull } from "./background-pull.js";
import { anyOrigin } from "./headers.js";
import { listen } from "./listen.js";
import { LiveStatus } from "./live-status.js";
import { limits, requestProblem } from "./question.js";

export interface ServeOptions {
  readonly routes: readonly AnyRoute[];
  readonly assets: Assets;
  /** The package's version. */
  readonly version: string;
  /** Makes a knowledge base of facts and store as they are now; called again whenever texts have landed. */
  open(): KnowledgeBase;
  /** Texts to load while serving; null when none are missing or `--offline` is set. */
  readonly pull: TextPull | null;
  readonly host: Host;
  /** Else `PORT`, else 4600. 0 takes any free port. */
  readonly port?: number | undefined;
  /** Loopback where absent. */
  readonly hostname?: string | undefined;
  /** `https://host` under which readers see the site, for canonical addresses. */
  readonly origin?: string | null;
  /** One JSON line a request on stderr. */
  readonly log?: boolean;
  readonly cacheBytes?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:4600/` */
  readonly url: string;
  readonly port: number;
  /** Stops taking requests, lets running ones end (5 s at most), ends a pull. */
  stop(): Promise<void>;
  /** Resolves once stopped: by a signal (its name) or by `stop` (null). */
  readonly stopped: Promise<NodeJS.Signals | null>;
}

const defaultPort = 4600;
const loopback = "127.0.0.1";
const graceMs = 5000;
const stopSignals = ["SIGINT", "SIGTERM"] as const;

/** What one client may take, in milliseconds and bytes. Nothing here takes a body, so requests are short. */
const bounds = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
};

/** Also ends the connection of a reader who takes no bytes any more. */
const idleSocketMs = 60_000;

/**
 * Serves the site until a signal or `stop`. Throws a TidemapError where the port cannot be opened. Texts that are
 * missing are loaded meanwhile (`pull`) and show up without a restart.
 */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const { host } = options;
  const live = new LiveStatus(() => options.open());
  const server = createServer(bounds, listenerOf(options, live));
  server.setTimeout(idleSocketMs);
  const hostname = options.hostname ?? loopback;
  const port = await listen(server, { port: options.port ?? portOf(host), hostname });
  const url = `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}/`;
  host.err(`Tidemap serves ${url} (Ctrl+C stops it)\n`);
  const pulling = new AbortController();
  const pulled = options.pull === null ? null : pullInBackground(options.pull, live, { host, signal: pulling.signal });
  return { url, port, ...stopping(server, { pulling, pulled }) };
}

function listenerOf(options: ServeOptions, live: LiveStatus) {
  const { host } = options;
  const app = createApp({
    routes: options.routes,
    assets: options.assets,
    version: options.version,
    knowledge: () => live.knowledge,
    status: () => live.status,
    origin: options.origin ?? null,
    ...(options.cacheBytes === undefined ? {} : { cacheBytes: options.cacheBytes }),
    fault: (error, target) => host.err(faultText(error, target)),
  });
  const listener = getRequestListener(app.fetch, { hostname: loopback });
  return (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (options.log === true) logAccess(incoming, outgoing, host);
    if (announcesBody(incoming)) return refuseBody(incoming, outgoing);
    return listener(incoming, outgoing);
  };
}

/** `PORT` of the environment where it is set. */
function portOf(host: Host): number {
  const text = host.env.PORT;
  if (text === undefined || text.trim() === "") return defaultPort;
  if (/^\s*\d{1,5}\s*$/.test(text)) return Number(text);
  throw new TidemapError("TM6001", `PORT is ${JSON.stringify(text)}, which is no port.`, {
    hint: "Set it to a number from 0 to 65535, or leave it away.",
    exitCode: 2,
  });
}

function announcesBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && Number(length) > limits.bodyBytes);
}

/** Answered and hung up on before the body is read. */
function refuseBody(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const problem = requestProblem("TM4107", {
    title: "No body wanted",
    detail: "No address here takes a body: everything is read with GET.",
  });
  const headers = { ...anyOrigin, "content-type": "application/problem+json", connection: "close" };
  outgoing.writeHead(problem.status, headers);
  outgoing.end(JSON.stringify(problemJson(problem, incoming.url ?? "/")), () => outgoing.destroy());
}

function stopping(
  server: Server,
  { pulling, pulled }: { readonly pulling: AbortController; readonly pulled: Promise<void> | null },
): Pick<RunningServer, "stop" | "stopped"> {
  let end: (signal: NodeJS.Signals | null) => void = () => undefined;
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    end = resolve;
  });
  let stopped: Promise<void> | null = null;
  const stop = (signal: NodeJS.Signals | null) => {
    stopped ??= (async () => {
      // A second signal finds no handler of ours and ends the process at once.
      for (const name of stopSignals) process.off(name, onSignal);
      pulling.abort();
      await Promise.all([closed(server), within(pulled, graceMs)]);
      end(signal);
    })();
    return stopped;
  };
  const onSignal = (signal: NodeJS.Signals) => void stop(signal);
  for (const name of stopSignals) process.on(name, onSignal);
  return { stop: () => stop(null), stopped: ended };
}

async function closed(server: Server): Promise<void> {
  // Idle connections are closed with it; those that are being answered end by themselves, or when time is up.
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await done;
  clearTimeout(timer);
}

/** The promise, but no longer than so many milliseconds. */
async function within(promise: Promise<void> | null, mostMs: number): Promise<void> {
  if (promise === null) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, mostMs);
  });
  await Promise.race([promise, late]);
  clearTimeout(timer);
}

function faultText(error: unknown, target: string): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Fault in Tidemap while answering ${JSON.stringify(target)}; please report it.\n${trace}\n`;
}
