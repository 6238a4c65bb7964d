/**
 * Budgets of the two pages that people work in: the largest set, at most 90 kB without fonts and 50 ms from a filter over
 * all of its 5,410 rows to the rows on the screen; the matrix, at most 60 kB and 50 ms from a changed control to the next
 * picture.
 */
import type { Page } from "@playwright/test";
import type { Bench, Figure } from "./budget.js";
import { median } from "./measure.js";
import { bytesByPath, isFont, kilobytes, type Load, visit } from "./visit.js";

const SET = "/sets/nist_800_53/rev5/16.1/enterprise/";
const MATRIX = "/matrix/enterprise/";

const words = ["T1550.001", "access", "AC-02", "phishing", "T1059", "remote", "SI-04"];

const bench: Bench = async () => {
  const set = await visit(SET, async ({ page, loads }) => ({ loads, times: await filters(page) }));
  const matrix = await visit(MATRIX, async ({ page, loads }) => ({ loads, times: await choices(page) }));
  if (set === null || matrix === null) return { skipped: "it needs a Chromium" };
  return [
    weight({ id: "set-bytes", what: "page of NIST rev5 on 16.1, first visit: kB without fonts", most: 90 }, set.loads),
    speed("set-filter", "a filter over its 5,410 rows, from Enter to the rows on the screen, ms", set.times),
    weight({ id: "matrix-bytes", what: "enterprise matrix, first visit: kB without fonts", most: 60 }, matrix.loads),
    speed("matrix-repaint", "a changed control of it, to the next picture, ms", matrix.times),
  ];
};

export default bench;

/** The first answer of each is not counted: scripts are compiled then. */
async function filters(page: Page): Promise<readonly number[]> {
  const box = page.getByRole("searchbox", { name: /Filter/ });
  const times: number[] = [];
  for (const word of words) {
    await box.fill(word);
    times.push(await untilPainted(page, { shows: "#rows", of: ".filter-field input[type=search]" }));
  }
  return times.slice(1);
}

async function choices(page: Page): Promise<readonly number[]> {
  await page.locator(".choice summary").click();
  const times: number[] = [];
  for (const framework of ["m365", "m365", "azure", "azure", "nist_800_53", "aws", "aws", "nist_800_53"]) {
    times.push(await untilPainted(page, { shows: "h1", of: `input[name=framework][value=${framework}]` }));
  }
  return times.slice(1);
}

/** From a click or Enter on `of` to the picture after the text of `shows` is another one. */
function untilPainted(page: Page, where: { readonly shows: string; readonly of: string }): Promise<number> {
  return page.evaluate(
    ({ shows, of }) =>
      new Promise<number>((done, failed) => {
        setTimeout(() => failed(new Error(`${of} changed nothing in ${shows}`)), 10_000);
        const text = () => document.querySelector(shows)?.textContent;
        const before = text();
        const control = document.querySelector<HTMLInputElement>(of);
        const changes = new MutationObserver(() => {
          if (text() === before) return;
          changes.disconnect();
          // The next frame shows it, and a task after that comes when the frame is made.
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - started), 0));
        });
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
        const started = performance.now();
        if (control?.type === "search") control.form?.requestSubmit();
        else control?.click();
      }),
    where,
  );
}

function weight(
  { id, what, most }: { readonly id: string; readonly what: string; readonly most: number },
  loads: readonly Load[],
): Figure {
  const value = kilobytes(loads, (load) => !isFont(load));
  return { id, what, value, budget: { max: most }, from: bytesByPath(loads) };
}

function speed(id: string, what: string, times: readonly number[]): Figure {
  return {
    id,
    what,
    value: median(times),
    budget: { max: 50 },
    from: { slowestMs: Math.max(...times), medianMs: median(times), changes: times.length },
  };
}
