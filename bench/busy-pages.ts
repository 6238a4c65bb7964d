/**
 * Budgets of the two pages that people work in: the largest set, at most 90 kB without fonts and 50 ms from a filter over
 * all of its 5,410 rows to the rows on the screen; the matrix, at most 60 kB and 50 ms from a changed control to the next
 * picture. Browsers on one machine take twice what they take on another: so both are also held against what this one takes
 * to replace the whole content by a finished one, at most 2.5 times that (decision 0022). No question is asked twice: the
 * server and the browser would remember the answer.
 */
import type { Page } from "@playwright/test";
import type { Bench, Figure } from "./budget.js";
import { median } from "./measure.js";
import { bytesByPath, isFont, kilobytes, type Load, visit } from "./visit.js";

const SET = "/sets/nist_800_53/rev5/16.1/enterprise/";
const MATRIX = "/matrix/enterprise/";

const words = [
  ...["T1550.001", "access", "AC-02", "phishing", "T1059", "remote", "SI-04"],
  ...["token", "CM-06", "T1003", "account", "network", "T1078", "IA-02"],
];
/** Chosen or let go one after the other, so that never the same ones are chosen again. */
const frameworks = [
  ...["m365", "azure", "m365", "nist_800_53", "m365", "azure", "m365"],
  ...["aws", "m365", "azure", "m365", "nist_800_53", "m365", "azure"],
];

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
  /** What the browser took to replace the whole content by another of the same page. */
  readonly bare: readonly number[];
}

async function timed(
  page: Page,
  loads: readonly Load[],
  changes: (page: Page, changed: () => Promise<void>) => Promise<readonly number[]>,
): Promise<Timed> {
  const contents: string[] = [];
  const times = await changes(page, async () => {
    contents.push(await page.locator("main").innerHTML());
  });
  const [first = "", last = ""] = [contents[0], contents.at(-1)];
  return { loads, times, bare: await swaps(page, first, last) };
}

/** The first answer of each is not counted: scripts are compiled then. */
async function filters(page: Page, changed: () => Promise<void>): Promise<readonly number[]> {
  const box = page.getByRole("searchbox", { name: /Filter/ });
  const times: number[] = [];
  for (const word of words) {
    await box.fill(word);
    times.push(await untilPainted(page, { shows: "#rows", of: ".filter-field input[type=search]" }));
    await changed();
  }
  return times.slice(1);
}

async function choices(page: Page, changed: () => Promise<void>): Promise<readonly number[]> {
  await page.locator(".choice summary").click();
  const times: number[] = [];
  for (const framework of frameworks) {
    times.push(await untilPainted(page, { shows: "h1", of: `input[name=framework][value=${framework}]` }));
    await changed();
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
        const control = document.querySelector<HTMLInputElement>(of);
        const ask = () => {
          const before = text();
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
        };
        // What was typed is on the screen before somebody asks for it.
        requestAnimationFrame(() => setTimeout(ask, 0));
      }),
    where,
  );
}

/** From one content of `main` to the other and back, each time to the next picture. */
function swaps(page: Page, ...contents: readonly [string, string]): Promise<readonly number[]> {
  return page.evaluate(async (contents) => {
    const main = document.querySelector("main");
    if (main === null) throw new Error("a page of ours has a main");
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
  }, contents);
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
      what: "the same, times what the browser takes to replace the whole content",
      value: median(times) / median(bare),
      budget: { max: 2.5 },
      from,
    },
  ];
}
