/** Figures that are written down are those that were measured. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import { performancePage } from "../../scripts/performance-page.mjs";

/** Budgets that are not held yet; the page marks them. To take one away: hold it. */
const knownOver: ReadonlySet<string> = new Set(["server-rendered", "set-filter", "matrix-repaint", "export-pages"]);

const read = (path: string) => readFileSync(join(CHECKOUT, path), "utf8");

describe("figures of speed and size", () => {
  interface Bench {
    readonly machine: { readonly node: string; readonly platform: string; readonly cores: number };
    readonly figures: readonly {
      id: string;
      what: string;
      value: number;
      budget: string;
      within: boolean;
      old: string | null;
    }[];
  }
  const bench = JSON.parse(read("docs/bench.json")) as Bench;

  it("are within their budgets but for those that are known not to be, and the page is made from them", () => {
    const over = bench.figures.filter(({ within }) => !within).map(({ id }) => id);
    expect(over.filter((id) => !knownOver.has(id))).toEqual([]);
    expect(read("docs/performance.md")).toBe(performancePage(bench));
  });

  it("are quoted as measured", () => {
    const quoted = [...read("README.md").matchAll(/<!-- ([a-z0-9-]+) -->([\d.,]+)/g)];
    expect(quoted.length).toBeGreaterThan(2);
    for (const [, id, value] of quoted) {
      const figure = bench.figures.find((measured) => measured.id === id);
      expect(value, id).toBe(figure?.value.toLocaleString("en", { maximumSignificantDigits: 3 }));
    }
  });
});
