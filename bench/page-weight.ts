/**
 * Budget: the first visit of a technique page: at most 60 kB without fonts, fonts at most 120 kB, at most 8 requests with
 * them, and nothing on the page moves while it loads. Bytes as Chromium counts them on the wire, headers among them.
 */
import type { Bench, Figure } from "./budget.js";
import { bytesByPath, isFont, kilobytes, type Load, visit } from "./visit.js";

const PAGE = "/techniques/T1550.001/";

const bench: Bench = async () => {
  const visited = await visit(PAGE, async ({ page, loads }) => figures(loads, await page.evaluate(layoutShift)));
  return visited ?? { skipped: "it needs a Chromium" };
};

export default bench;

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
  const fonts = kilobytes(loads, isFont);
  const rest = kilobytes(loads, (load) => !isFont(load));
  const from = bytesByPath(loads);
  const what = "technique page, first visit:";
  return [
    { id: "page-bytes", what: `${what} kB without fonts`, value: rest, budget: { max: 60 }, from },
    { id: "page-font-bytes", what: `${what} kB of fonts`, value: fonts, budget: { max: 120 }, from: { fonts } },
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
