/**
 * Budget: the first visit of a technique page: at most 60 kB without fonts, fonts at most 120 kB, at most 8 requests with
 * them, and nothing on the page moves while it loads. Bytes as Chromium counts them on the wire, headers among them.
 */
import { type CDPSession, chromium } from "@playwright/test";
import { sandboxArgs } from "../scripts/browser.mjs";
import type { Bench, Figure } from "./budget.js";
import { SITE_SERVER, serve } from "./serving.js";

const PAGE = "/techniques/T1550.001/";

interface Load {
  readonly url: string;
  readonly kind: string;
  bytes: number;
}

const bench: Bench = async () => {
  const executablePath = process.env.TIDEMAP_CHROMIUM;
  if (executablePath === undefined) return { skipped: "it needs a Chromium" };
  const server = await serve([SITE_SERVER]);
  const browser = await chromium.launch({ executablePath, args: sandboxArgs() });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const loads = await watch(await page.context().newCDPSession(page));
    await page.goto(server.origin + PAGE, { waitUntil: "networkidle" });
    const shift = await page.evaluate(layoutShift);
    return figures([...loads.values()], shift);
  } finally {
    await browser.close();
    await server.stop();
  }
};

export default bench;

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

/** Runs in the page: the sum of its layout shifts so far. */
function layoutShift(): Promise<number> {
  return new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { readonly value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
    // Buffered entries come in a task of their own; two frames later they are there.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 0)));
  });
}

function figures(loads: readonly Load[], shift: number): readonly Figure[] {
  const sum = (kinds: (load: Load) => boolean) => loads.filter(kinds).reduce((bytes, load) => bytes + load.bytes, 0);
  const fonts = sum(({ kind }) => kind === "Font");
  const rest = sum(({ kind }) => kind !== "Font");
  const from = Object.fromEntries(loads.map((load) => [new URL(load.url).pathname, load.bytes]));
  const what = "technique page, first visit:";
  return [
    { id: "page-bytes", what: `${what} kB without fonts`, value: rest / 1000, budget: { max: 60 }, from },
    { id: "page-font-bytes", what: `${what} kB of fonts`, value: fonts / 1000, budget: { max: 120 }, from: { fonts } },
    {
      id: "page-requests",
      what: `${what} requests`,
      value: loads.length,
      budget: { max: 8 },
      from: { requests: loads.length },
    },
    { id: "page-shift", what: `${what} layout shift`, value: shift, budget: { max: 0 }, from: { shift } },
  ];
}
