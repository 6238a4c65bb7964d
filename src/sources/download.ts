import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EnvHttpProxyAgent, request } from "undici";
import { TidemapError } from "../model/diagnostic.js";
import { makeFolder } from "./make-folder.js";

/** What a file must be; at least one hash unless `anyContent`. */
export interface Expected {
  readonly sha256?: string;
  /** Git blob id: SHA-1 over `blob SIZE\0` and the bytes. */
  readonly blob?: string;
  readonly bytes?: number;
}

export interface DownloadOptions {
  readonly url: string;
  /** Where an unfinished download stays, for the next try to go on from. */
  readonly part: string;
  readonly expected: Expected;
  readonly maxBytes: number;
  readonly limits: DownloadLimits;
  readonly signal?: AbortSignal | undefined;
  onBytes?(bytes: number): void;
}

export interface DownloadLimits {
  readonly connectMs: number;
  readonly headersMs: number;
  /** Longest silence inside a body. */
  readonly stallMs: number;
  /** Tries in all; the wait before the n-th is `backoffMs` × 2^(n-2). */
  readonly tries: number;
  readonly backoffMs: number;
  readonly redirects: number;
}

export const defaultLimits: DownloadLimits = {
  connectMs: 10_000,
  headersMs: 20_000,
  stallMs: 20_000,
  tries: 4,
  backoffMs: 500,
  redirects: 5,
};

/** Trouble that another try may mend; anything else ends the download at once. */
class Passing extends Error {}

/** What has come is no beginning of the file: the next try starts from nothing. */
class UselessPart extends Passing {}

/**
 * The bytes of an address, verified. Goes on from an unfinished download, tries again with growing waits, honours the
 * proxy variables. Throws a TidemapError that says what was wrong: no network, refused, cut, too large, not the file.
 */
export async function download(options: DownloadOptions): Promise<Uint8Array> {
  const { limits, part, expected, url } = options;
  const agent = new EnvHttpProxyAgent({
    connect: { timeout: limits.connectMs },
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.stallMs,
  });
  makeFolder(dirname(part));
  try {
    for (let attempt = 1; ; attempt++) {
      options.signal?.throwIfAborted();
      try {
        await fetchInto(options, agent);
        const bytes = readFileSync(part);
        verify(bytes, expected, url);
        removePart(part);
        return bytes;
      } catch (cause) {
        options.signal?.throwIfAborted();
        if (cause instanceof UselessPart) removePart(part);
        if (!isPassing(cause)) throw cause;
        if (attempt >= limits.tries) throw lost(url, cause);
        await wait(limits.backoffMs * 2 ** (attempt - 1), undefined, options.signal ? { signal: options.signal } : {});
      }
    }
  } finally {
    await agent.close().catch(() => agent.destroy());
  }
}

function removePart(part: string): void {
  rmSync(part, { force: true });
  rmSync(etagFileOf(part), { force: true });
}

/** Names the file that the part is of, as its server does. */
function etagFileOf(part: string): string {
  return `${part}.etag`;
}

/** Brings the part file to its end, from where it is. */
async function fetchInto(options: DownloadOptions, agent: EnvHttpProxyAgent): Promise<void> {
  const { part, maxBytes } = options;
  const etagFile = etagFileOf(part);
  const etag = existsSync(etagFile) ? readFileSync(etagFile, "utf8") : null;
  const have = etag !== null && existsSync(part) ? statSync(part).size : 0;
  const headers: Record<string, string> = { "accept-encoding": "identity", "user-agent": "tidemap" };
  if (have > 0 && etag) Object.assign(headers, { range: `bytes=${have}-`, "if-range": etag });
  const response = await follow(options, agent, headers);
  const resumed = response.statusCode === 206 && have > 0;
  if (!resumed) {
    writeFileSync(part, "");
    const tag = response.headers.etag;
    // Only a strong validator proves that the rest belongs to the same file.
    if (typeof tag === "string" && !tag.startsWith("W/")) writeFileSync(etagFile, tag);
    else rmSync(etagFile, { force: true });
  }
  const declared = Number(response.headers["content-length"] ?? Number.NaN);
  let size = resumed ? have : 0;
  if (Number.isFinite(declared) && size + declared > maxBytes) {
    // A body that is let go tells its abortion as an error event, which nobody else listens to.
    response.body.on("error", () => undefined).destroy();
    throw tooLarge(options.url, size + declared, maxBytes);
  }
  const start = size;
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(options.url, size, maxBytes);
    appendFileSync(part, chunk);
    options.onBytes?.(size);
  }
  if (Number.isFinite(declared) && size - start < declared) throw new Passing(`the answer was cut after ${size} bytes`);
}

type Response = Awaited<ReturnType<typeof request>>;

async function follow(
  options: DownloadOptions,
  agent: EnvHttpProxyAgent,
  headers: Record<string, string>,
): Promise<Response> {
  let url = options.url;
  for (let hops = 0; hops <= options.limits.redirects; hops++) {
    const response = await request(url, {
      dispatcher: agent,
      headers,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    const { statusCode } = response;
    if (statusCode >= 300 && statusCode < 400 && typeof response.headers.location === "string") {
      await response.body.dump();
      const next = new URL(response.headers.location, url).href;
      if (!mayFollow(url, next)) throw refused(options.url, `leads to ${next}, which is not https`);
      url = next;
      continue;
    }
    if (statusCode === 200 || statusCode === 206) return response;
    await response.body.dump();
    // Nothing comes after the part: it is whole, or longer than the file. Either way it is fetched anew.
    if (statusCode === 416 && headers.range !== undefined) throw new UselessPart(`the server answered ${statusCode}`);
    if (statusCode === 408 || statusCode === 429 || statusCode >= 500)
      throw new Passing(`the server answered ${statusCode}`);
    throw refused(options.url, `is answered with ${statusCode}`);
  }
  throw refused(options.url, `redirects more than ${options.limits.redirects} times`);
}

/** Only to https; a loopback address (tests, a mirror of one's own) may stay on loopback. */
function mayFollow(from: string, to: string): boolean {
  const target = new URL(to);
  if (target.protocol === "https:") return true;
  return target.protocol === "http:" && isLoopback(target.hostname) && isLoopback(new URL(from).hostname);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\./.test(host);
}

function verify(bytes: Uint8Array, { sha256, blob, bytes: size }: Expected, url: string): void {
  const wrong =
    (size !== undefined && size !== bytes.length) ||
    (sha256 !== undefined && createHash("sha256").update(bytes).digest("hex") !== sha256) ||
    (blob !== undefined && createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex") !== blob);
  // What was fetched may have been cut into by a proxy.
  if (wrong) throw new Mismatch(url);
}

class Mismatch extends UselessPart {
  constructor(url: string) {
    super(`${url} is not the file that was expected: its hash differs`);
  }
}

function isPassing(cause: unknown): boolean {
  if (cause instanceof Passing) return true;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^(UND_ERR_|ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|HPE_)/.test(code);
}

function lost(url: string, cause: unknown): TidemapError {
  if (cause instanceof Mismatch) {
    return new TidemapError("TM3051", `${cause.message}.`, {
      hint: "Nothing was stored. Try again, or report the address.",
      cause,
    });
  }
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new TidemapError("TM3050", `${url} could not be loaded: ${reason}.`, {
    hint: "Check the network and the proxy variables, or load from a folder: tidemap pull --from DIR.",
    cause,
  });
}

function refused(url: string, reason: string): TidemapError {
  return new TidemapError("TM3052", `${url} ${reason}.`, {
    hint: "The publisher may have moved it; tidemap pull --from DIR loads your own copy.",
  });
}

function tooLarge(url: string, bytes: number, most: number): TidemapError {
  return new TidemapError("TM3053", `${url} has ${bytes} bytes; at most ${most} are loaded.`, {
    hint: "Nothing was stored.",
  });
}
