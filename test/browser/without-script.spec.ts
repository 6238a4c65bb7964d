import { expect, test } from "@playwright/test";
import { addresses } from "./addresses.js";

test.use({ javaScriptEnabled: false });

test("the technique page is complete", async ({ page }) => {
  await page.goto(addresses.technique);
  await expect(page.locator(".answer .sentence")).toContainText("38 capabilities of 7 defensive frameworks");
  await expect(page.locator(".tide-gauge a")).not.toHaveCount(0);
  await expect(page.getByRole("table", { name: /NIST SP 800-53 rev5/ }).locator("tbody tr")).toHaveCount(16);
  await expect(page.locator(".preferences")).toBeHidden();
});

test("search answers a form", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("searchbox").fill("T1550/001");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/\/search\/\?q=T1550%2F001$/);
  await expect(page.locator(".search-hits li").first()).toContainText("T1550.001");
});

test("a set's rows are filtered by links, over all pages, and cleared again", async ({ page }) => {
  await page.goto(addresses.set);
  await page.locator(".score-grid a").filter({ hasText: "155" }).click();
  await expect(page).toHaveURL(/function=detect&rating=significant/);
  await expect(page.locator(".filter-field output")).toContainText("155 of");
  await expect(page.locator(".split .data-table tbody tr")).toHaveCount(100);
  await page.getByRole("link", { name: /Remove filter Rating/ }).click();
  await page.getByRole("link", { name: /Remove filter Function/ }).click();
  await expect(page).toHaveURL(addresses.set);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.locator(".pagination [aria-current]")).toHaveText("2");
});

test("a set's rows are carried to a release, and each figure opens its rows", async ({ page }) => {
  await page.goto(addresses.set);
  await page.getByRole("link", { name: /Carried to 19\.0/ }).click();
  await expect(page.locator(".answer .sentence")).toContainText("31 id rewritten");
  await page.locator(".key-figures div").filter({ hasText: "id rewritten" }).getByRole("link").click();
  await expect(page).toHaveURL(/aligned=19\.0&carried=rewritten#rows$/);
  await expect(page.locator(".split .data-table tbody tr")).toHaveCount(31);
  await expect(page.locator(".split .data-table tbody tr").first()).toContainText("rewritten");
  await page.getByRole("searchbox", { name: /Filter all rows/ }).fill("T1685.002");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/aligned=19\.0/);
  // Rows that were all carried alike say so each: there is no label above them.
  await expect(page.locator(".split .data-table tbody tr").first()).toContainText(/Disable.*rewritten.*→ T1685\.002/);
});

/** Lists and tables of a page, a word that some of their rows hold, and a facet. */
const lists: readonly (readonly [address: string, word: string, facet: string])[] = [
  [addresses.sets, "rev5", "superseded"],
  [addresses.groups, "bear", "ICS"],
  [addresses["software list"], "kit", "tool"],
  [addresses.framework, "access", "Access Control"],
  [addresses.tactic, "T1036", "Windows"],
  [addresses["capability of a set"], "T1003", "Credential Access"],
];
for (const [address, word, facet] of lists) {
  test(`${address} is filtered by a form and by links`, async ({ page }) => {
    await page.goto(address);
    const rows = page.locator("#rows .data-table tbody tr:not(.heading)");
    const all = await rows.count();
    await page.locator("#rows").getByRole("searchbox").fill(word);
    await page.getByRole("button", { name: "Filter" }).click();
    // Waits for the whole page: what is counted once must not be counted while it still comes in.
    await page.waitForURL(/\?q=/);
    const found = await rows.count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    await page.getByRole("link", { name: /Remove filter Words/ }).click();
    await expect(rows).toHaveCount(all);
    const link = page.locator(".facets a").filter({ hasText: facet }).first();
    const count = Number(await link.locator(".count").textContent());
    await link.click();
    await expect(rows).toHaveCount(count);
  });
}

test("a list of techniques is filtered by facets and put in order", async ({ page }) => {
  await page.goto(addresses.techniques);
  const rows = page.locator(".split .data-table tbody tr");
  const silent = page.locator(".facets a").filter({ hasText: "no word on it" });
  const count = Number(await silent.locator(".count").textContent());
  await silent.click();
  await expect(page).toHaveURL(/standing=silent$/);
  await expect(rows).toHaveCount(count);
  await page.getByRole("columnheader", { name: "Name", exact: true }).getByRole("link").click();
  await page.waitForURL(/standing=silent&sort=name$/);
  const names = await rows.locator("td.main").allTextContents();
  expect(names).toEqual(names.toSorted(new Intl.Collator("en", { numeric: true }).compare));
});
