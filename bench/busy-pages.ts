/**
 * Budgets of the two pages that people work in: the largest set, at most 90 kB without fonts and 50 ms from a filter over
 * all of its 5,410 rows to the rows on the screen; the matrix, at most 60 kB and 50 ms from a changed control to the next
 * picture. How fast a browser is differs more from machine to machine than anything we do: so what the same browser takes to
 * show the same finished contents, without asking anybody, is measured beside it (decision 0022).
 */
import type { Page } from "@playwright/test";
import type { Bench, Figure } from "./budget.js";
import { median } from "./measure.js";
import { bytesByPath, isFont, kilobytes, type Load, visit } from "./visit.js";

const SET = "/sets/nist_800_53/rev5/16.1/enterprise/";
const MATRIX = "/matrix/enterprise/";

const words = ["T1550.001", "access", "AC-02", "phishing", "T1059", "remote", "SI-04"];
/** Each is chosen and let go again. */
const frameworks = ["m365", "m365", "azure", "azure", "nist_800_53", "aws", "aws", "nist_800_53"];

const bench: Bench = async () => {
  const set = await visit(SET, async ({ page, loads }) => timed(page, loads, filters));
  const matrix = await visit(MATRIX, async ({ page, loads }) => timed(page, loads, choices));
  if (set === null || matrix === null) return { skipped: "it needs a Chromium" };
  return [
    weight({ id: "set-bytes", what: "page of NIST rev5 on 16.1, first visit: kB without fonts", most: 90 }, set.loads),
    ...speeds("set-filter", "a filter over its 5,410 rows, from Enter to the rows on the screen", set),
    weight({ id: "matrix-bytes", what: "enterprise matrix, first visit: kB without fonts", most: 60 }, matrix.loads),
    ...speeds("matrix-repaint", "a changed control of it, to the next picture", matrix),
  ];
};

export default bench;

interface Timed {
  readonly loads: readonly Load[];
  readonly times: readonly number[];
  /** What the browser took for contents like those, put in place at once. */
  readonly bare: readonly number[];
}

async function timed(
  page: Page,
  loads: readonly Load[],
  changes: (page: Page) => Promise<readonly number[]>,
): Promise<Timed> {
  const before = await page.locator("main").innerHTML();
  const times = await changes(page);
  return { loads, times, bare: await swaps(page, before) };
}

/** The first answer of each is not counted: scripts are compiled then. */
async function filters(page: Page): Promise<readonly number[]> {
  const box = page.getByRole("searchbox", { name: /Filter/ });
  const times: number[] = [];
  for (const word of [...words, ...words]) {
    await box.fill(word);
    times.push(await untilPainted(page, { shows: "#rows", of: ".filter-field input[type=search]" }));
  }
  return times.slice(1);
}

async function choices(page: Page): Promise<readonly number[]> {
  await page.locator(".choice summary").click();
  const times: number[] = [];
  for (const framework of [...frameworks, ...frameworks]) {
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
        let started = 0;
        const control = document.querySelector<HTMLInputElement>(of);
        const changes = new MutationObserver(() => {
          if (text() === before) return;
          changes.disconnect();
          // The next frame shows it, and a task after that comes when the frame is made.
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - started), 0));
        });
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
        const ask = () => {
          started = performance.now();
          if (control?.type === "search") control.form?.requestSubmit();
          else control?.click();
        };
        // What was typed is on the screen before somebody asks for it.
        requestAnimationFrame(() => setTimeout(ask, 0));
      }),
    where,
  );
}

/** From one content of `main` to the other and back, each time to the next picture. */
function swaps(page: Page, before: string): Promise<readonly number[]> {
  return page.evaluate(async (other) => {
    const main = document.querySelector("main");
    if (main === null) throw new Error("a page of ours has a main");
    const contents = [other, main.innerHTML];
    const picture = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    const times: number[] = [];
    for (let turn = 0; turn < 13; turn++) {
      await picture();
      const started = performance.now();
      main.innerHTML = contents[turn % 2] ?? "";
      await picture();
      times.push(performance.now() - started);
    }
    return times.slice(1);
  }, before);
}

function weight(
  { id, what, most }: { readonly id: string; readonly what: string; readonly most: number },
  loads: readonly Load[],
): Figure {
  const value = kilobytes(loads, (load) => !isFont(load));
  return { id, what, value, budget: { max: most }, from: bytesByPath(loads) };
}

function speeds(id: string, what: string, { times, bare }: Timed): readonly Figure[] {
  const from = {
    slowestMs: Math.max(...times),
    medianMs: median(times),
    changes: times.length,
    bareMedianMs: median(bare),
    bareChanges: bare.length,
  };
  return [
    { id, what: `${what}, ms`, value: median(times), budget: { max: 50 }, from },
    {
      id: `${id}-share`,
      what: "the same, times what the browser alone takes to show the finished contents",
      value: median(times) / median(bare),
      budget: { max: 2 },
      from,
    },
  ];
}
