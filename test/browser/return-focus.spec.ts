/** Who leaves a page by the keyboard and comes back with Back is at the link they left by. */
import { expect, type Page, test } from "@playwright/test";
import { addresses } from "./addresses.js";

const scrolled = (page: Page) => page.evaluate(() => Math.round(scrollY));

test("a matrix is where it was left, at the one of several links to a technique", async ({ page }) => {
  await page.goto(addresses.matrix);
  const second = page.locator('.matrix-cell[data-id="T1078"]').nth(1);
  await second.focus();
  const before = await scrolled(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/techniques\/T1078\//);
  await page.goBack();
  await expect(second).toBeFocused();
  expect(await scrolled(page)).toBe(before);
  // It is the matrix's one tab stop too.
  await expect(second).toHaveAttribute("tabindex", "0");
});

test("a list that was filtered in place is where it was left", async ({ page }) => {
  await page.goto(addresses.techniques);
  await page.locator(".facets a").filter({ hasText: "no word on it" }).click();
  await page.waitForURL(/standing=silent$/);
  const link = page.locator("#rows tbody td.id a").nth(3);
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/techniques\/T\d/);
  await page.goBack();
  await expect(page).toHaveURL(/standing=silent$/);
  await expect(page.locator("#rows tbody td.id a").nth(3)).toBeFocused();
});

test("a pointer, a new visit and a reload bring no focus", async ({ page }) => {
  const isFree = () => page.evaluate(() => document.activeElement === document.body);
  const link = page.locator("#rows tbody td.id a").nth(3);
  await page.goto(addresses.techniques);
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/techniques\/T\d/);
  await page.goto(addresses.techniques, { waitUntil: "load" });
  expect(await isFree()).toBe(true);
  await link.click();
  await expect(page).toHaveURL(/\/techniques\/T\d/);
  await page.goBack({ waitUntil: "load" });
  expect(await isFree()).toBe(true);
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/techniques\/T\d/);
  await page.goBack();
  await expect(link).toBeFocused();
  await page.reload({ waitUntil: "load" });
  expect(await isFree()).toBe(true);
});
