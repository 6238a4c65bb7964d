/** A visit in Chromium, and what a page costs there: bytes as the browser counts them on the wire, headers among them. */
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { sandboxArgs } from "../scripts/browser.mjs";
import { SITE_SERVER, serve } from "./serving.js";

export interface Load {
  readonly url: string;
  readonly kind: string;
  bytes: number;
}

/** A page of ours that was opened for the first time, and every request that it made. */
export interface Visit {
  readonly page: Page;
  readonly loads: readonly Load[];
}

/** Opens `path` in a fresh browser and gives it to `measure`; null where there is no Chromium. */
export async function visit<Value>(path: string, measure: (visit: Visit) => Promise<Value>): Promise<Value | null> {
  const executablePath = process.env.TIDEMAP_CHROMIUM;
  if (executablePath === undefined) return null;
  const server = await serve([SITE_SERVER]);
  const browser = await chromium.launch({ executablePath, args: sandboxArgs() });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const loads = await watch(await page.context().newCDPSession(page));
    await page.goto(server.origin + path, { waitUntil: "networkidle" });
    return await measure({ page, loads: [...loads.values()] });
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Kilobytes of what `wanted` names. */
export function kilobytes(loads: readonly Load[], wanted: (load: Load) => boolean): number {
  return loads.filter(wanted).reduce((bytes, load) => bytes + load.bytes, 0) / 1000;
}

export const isFont = ({ kind }: Load) => kind === "Font";

/** Bytes by path, for the record. */
export function bytesByPath(loads: readonly Load[]): Readonly<Record<string, number>> {
  return Object.fromEntries(loads.map((load) => [new URL(load.url).pathname, load.bytes]));
}

/** Every request from now on, with the bytes that it took. */
async function watch(session: CDPSession): Promise<ReadonlyMap<string, Load>> {
  const loads = new Map<string, Load>();
  session.on("Network.responseReceived", ({ requestId, response, type }) => {
    loads.set(requestId, { url: response.url, kind: type, bytes: 0 });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const load = loads.get(requestId);
    if (load !== undefined) load.bytes = encodedDataLength;
  });
  await session.send("Network.enable");
  return loads;
}
