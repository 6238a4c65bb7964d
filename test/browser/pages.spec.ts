import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { addresses } from "./addresses.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare const window: { readonly axe: { run(): Promise<AxeResults> } };

const looks = [
  { width: 1440, theme: "light" },
  { width: 390, theme: "dark" },
] as const;

/** What the browser complains about on a page: refused styles and scripts among them. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    // A page that says "not found" is answered with 404, and the browser logs that.
    if (message.type() === "error" && !message.text().includes("status of 404")) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

for (const [kind, address] of Object.entries(addresses)) {
  test.describe(kind, () => {
    test("stands: policy, heading, title, and never wider than the window", async ({ page }) => {
      const complaints = complaintsOf(page);
      await page.goto(address);
      await expect(page.locator("html")).toHaveAttribute("data-script", "on");
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page).toHaveTitle(/Tidemap/);
      expect(await page.locator("meta[name=description]").getAttribute("content")).toMatch(/\S{2}/);
      const wider: number[] = [];
      for (const width of [320, 390, 600, 640, 700, 768, 1024, 1280, 1440, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) wider.push(width);
      }
      expect(wider).toEqual([]);
      expect(complaints).toEqual([]);
    });

    for (const { width, theme } of looks) {
      test.describe(`${width} ${theme}`, () => {
        // The policy keeps our own checker out as it keeps out everyone's.
        test.use({ viewport: { width, height: 900 }, colorScheme: theme, bypassCSP: true });

        test("has no violation that axe knows", async ({ page }) => {
          await page.goto(address);
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run());
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
        });
      });
    }
  });
}
