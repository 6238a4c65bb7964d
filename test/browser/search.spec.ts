import { expect, test } from "@playwright/test";
import { addresses } from "./addresses.js";

test("what is typed is answered below the field, by keyboard alone", async ({ page }) => {
  await page.goto(addresses.technique);
  await page.keyboard.press("/");
  const field = page.getByRole("combobox", { name: "Search Tidemap" });
  await expect(field).toBeFocused();
  await page.keyboard.type("cosy bear");
  const list = page.getByRole("listbox", { name: "Hits" });
  await expect(list.getByRole("option").first()).toContainText("APT29");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(list.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  const marked = await field.getAttribute("aria-activedescendant");
  expect(marked).toBe(await list.getByRole("option").first().getAttribute("id"));
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.type("s");
  await page.keyboard.press("Backspace");
  await expect(list).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/groups\/G0016\/$/);
});

test("Enter without a choice asks the search page", async ({ page }) => {
  await page.goto(addresses.home);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("access token");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\/\?q=access\+token$/);
  await expect(page.getByRole("heading", { level: 2 }).first().or(page.locator(".search-hits"))).toBeVisible();
});

test("the search page asked again shows its answer, not the list below the field", async ({ page }) => {
  await page.goto("/search/?q=token");
  const field = page.locator("main").getByRole("combobox", { name: "Search Tidemap" });
  const list = page.getByRole("listbox", { name: "Hits" });
  await field.fill("access");
  await expect(list).toBeVisible();
  await field.press("Enter");
  await expect(page).toHaveURL(/\?q=access$/);
  await expect(field).toBeFocused();
  await expect(list).toBeHidden();
  await page.getByRole("link", { name: /^Tactics \d+$/ }).click();
  await expect(page).toHaveURL(/\?q=access&kind=tactic$/);
});

test("the last option leads to all hits, by pointer too", async ({ page }) => {
  await page.goto(addresses.technique);
  await page.getByRole("combobox", { name: "Search Tidemap" }).fill("token");
  await page.getByRole("option", { name: /^All \d+ hits$/ }).click();
  await expect(page).toHaveURL(/\/search\/\?q=token$/);
});

test("the only hit is the only option: no list of one stands between", async ({ page }) => {
  await page.goto(addresses.technique);
  await page.getByRole("combobox", { name: "Search Tidemap" }).fill("CVE-2023-34362");
  const hits = page.getByRole("listbox", { name: "Hits" }).getByRole("option");
  await expect(hits).toHaveCount(1);
  await hits.click();
  await expect(page).toHaveURL(/\/capabilities\/CVE-2023-34362\/$/);
});

test("a page has one search field to be seen, and the key leads to it", async ({ page }) => {
  const fields = page.getByRole("combobox", { name: "Search Tidemap" });
  for (const address of [addresses.home, addresses.search, "/nothing-here/", addresses.technique]) {
    await page.goto(address);
    await expect(fields).toHaveCount(1);
    await page.keyboard.press("/");
    await expect(fields).toBeFocused();
  }
});
