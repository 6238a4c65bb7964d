/** The same content for readers who see it otherwise: forced colours, twice the size, and the tree that a screen reader reads. */
import { expect, type Page, test } from "@playwright/test";
import { addresses } from "./addresses.js";

/** Roles and names of the content, as assistive technology gets them. */
async function treeOf(page: Page): Promise<string> {
  return page.locator("main").ariaSnapshot();
}

for (const [kind, address] of Object.entries(addresses)) {
  test(`${kind}: forced colours and twice the size take nothing away`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(address);
    const usual = await treeOf(page);
    expect(usual).toContain("heading");
    await page.emulateMedia({ forcedColors: "active" });
    expect(await treeOf(page)).toBe(usual);
    // A window of 1,280 pixels at 200 % has room for 640.
    await page.setViewportSize({ width: 640, height: 450 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  });
}

test("at 390 px the newest sets stand in sight beside their frameworks, and the best ratings in words", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/");
  const timeline = page.locator(".set-timeline");
  await timeline.scrollIntoViewIfNeeded();
  await expect(timeline.getByRole("columnheader").last()).toBeInViewport({ ratio: 1 });
  await expect(timeline.getByRole("rowheader", { name: "CRI Profile" })).toBeInViewport({ ratio: 1 });
  await page.goto("/techniques/T1078/");
  await expect(page.getByText("Best rating: Protect significant (Google Cloud, Intel vPro, M365)")).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByText("Best rating: Protect significant (Google Cloud, Intel vPro, M365)")).toBeHidden();
  await expect(page.getByRole("columnheader", { name: "Best rating" })).toBeVisible();
});
