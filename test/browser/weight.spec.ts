import { expect, test } from "@playwright/test";
import { addresses } from "./addresses.js";

/** Budgets of docs/architecture, "technique page, first visit": 60 kB without fonts, fonts 120 kB, 8 requests. */
test("the technique page keeps its budget and asks no other host", async ({ page, baseURL }) => {
  const responses: Promise<{ url: string; bytes: number }>[] = [];
  page.on("response", (response) => {
    responses.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => ({ url: response.url(), bytes: responseBodySize })),
    );
  });
  await page.goto(addresses.technique, { waitUntil: "networkidle" });
  const loaded = await Promise.all(responses);
  const total = (fonts: boolean) =>
    loaded.filter(({ url }) => url.endsWith(".woff2") === fonts).reduce((sum, { bytes }) => sum + bytes, 0);
  expect(loaded.length).toBeLessThanOrEqual(8);
  expect(total(false)).toBeLessThanOrEqual(60_000);
  expect(total(true)).toBeLessThanOrEqual(120_000);
  expect(loaded.filter(({ url }) => !url.startsWith(baseURL ?? ""))).toEqual([]);
});

declare const window: Window & { shift: number };

for (const width of [1440, 390]) {
  test(`nothing moves at ${width}, however late the fonts are`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    // The fonts are let through only when everything else stands.
    let release = () => undefined as undefined;
    const others = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined) as undefined;
    });
    await page.route("**/*.woff2", async (route) => {
      await others;
      await route.continue();
    });
    await page.goto(addresses.technique, { waitUntil: "domcontentloaded" });
    await expect(page.locator(".site-footer")).toBeAttached();
    release();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => window.shift)).toBe(0);
  });
}
