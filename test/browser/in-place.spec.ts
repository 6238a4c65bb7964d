import { expect, type Page, test } from "@playwright/test";
import { addresses } from "./addresses.js";
import { holdBack } from "./held-back.js";

const set = "/sets/nist_800_53/rev5/16.1/enterprise/";

/** A mark that a page loaded anew would not have. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { mark: true }));
const isMarked = (page: Page) => page.evaluate(() => "mark" in window);

test("a filter over all 5,410 rows is answered in place, and Back takes it away", async ({ page }) => {
  await page.goto(set);
  await mark(page);
  const rows = page.locator(".split .data-table tbody tr");
  const before = (await rows.first().textContent()) ?? "";
  await page.getByRole("searchbox", { name: /Filter/ }).fill("T1550.001");
  await page.getByRole("searchbox", { name: /Filter/ }).press("Enter");
  await expect(rows).toHaveCount(16);
  await expect(page).toHaveURL(`${set}?q=T1550.001`);
  await expect(page.getByRole("searchbox", { name: /Filter/ })).toBeFocused();

  await page.locator(".facets a", { hasText: "Access Control" }).first().click();
  await expect(rows).toHaveCount(4);
  await page.goBack();
  await expect(rows).toHaveCount(16);
  await page.goBack();
  await expect(page).toHaveURL(set);
  await expect(rows.first()).toHaveText(before);
  expect(await isMarked(page)).toBe(true);
});

test("figures of a technique's answer open their rows, and a chip closes them again", async ({ page }) => {
  await page.goto("/techniques/T1550.001/");
  await mark(page);
  const answer = page.locator("main .answer");
  await answer
    .getByRole("row", { name: /Detect/ })
    .getByRole("link", { name: "Detect" })
    .click();
  await expect(page).toHaveURL(/\?function=detect$/);
  await expect(answer).toContainText("2 capabilities of 2 defensive frameworks");
  await expect(page.locator("main .data-table tbody tr", { hasText: /Detect · / })).toHaveCount(2);
  await expect(page.locator("main .data-table tbody tr", { hasText: /Mitigates · not scored/ })).toHaveCount(0);
  await answer.getByRole("link", { name: "Function: detect" }).click();
  await expect(answer).toContainText("38 capabilities of 7 defensive frameworks");
  await answer
    .getByRole("row", { name: /Protect/ })
    .getByRole("link", { name: "33" })
    .click();
  await expect(page).toHaveURL(/\?function=protect&rating=not-scored$/);
  await expect(answer).toContainText("33 rows in 3 sets of 3 frameworks.");
  expect(await isMarked(page)).toBe(true);
});

test("what an answer does not change stays as it is", async ({ page }) => {
  await page.goto(set);
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("main > *, #rows thead")) Object.assign(part, { kept: true });
  });
  const kept = (selector: string) => page.locator(selector).evaluate((part) => "kept" in part);
  await page.getByRole("searchbox", { name: /Filter/ }).fill("T1550.001");
  await page.getByRole("searchbox", { name: /Filter/ }).press("Enter");
  await expect(page.locator(".split .data-table tbody tr")).toHaveCount(16);
  expect([await kept("#silent"), await kept("#non-mappable"), await kept(".answer")]).toEqual([true, true, true]);
  // The heads lead to other addresses now.
  expect(await kept("#rows thead")).toBe(true);
  await expect(page.getByRole("columnheader", { name: "Name", exact: true }).getByRole("link")).toHaveAttribute(
    "href",
    `${set}?q=T1550.001&sort=name`,
  );
});

test("what the reader opened stays open, and a form shows what the page is filtered by", async ({ page }) => {
  await page.goto(set);
  const columns = page.locator(".table-tools details").filter({ hasText: "Columns" });
  await columns.locator("summary").click();
  const field = page.getByRole("searchbox", { name: /Filter/ });
  await field.fill("token");
  await expect(page).toHaveURL(/\?q=token$/);
  await columns.getByRole("link", { name: "Tactics" }).press("Enter");
  await expect(page.getByRole("columnheader", { name: "Tactics" })).toBeVisible();
  // The sign behind its words is another now; the column stands where files have it.
  await expect(columns.getByRole("link", { name: "Tactics" })).toBeFocused();
  const heads = await page.locator("#rows thead th").allTextContents();
  expect(heads.indexOf("Tactics")).toBeGreaterThan(heads.indexOf("Mapping"));
  await expect(columns).toHaveAttribute("open");
  await expect(field).toHaveValue("token");
  await page.getByRole("link", { name: /Remove filter Words/ }).click();
  await expect(field).toHaveValue("");
});

test("a link that was followed keeps the focus, and the next page of rows begins at its first", async ({ page }) => {
  await page.goto(set);
  await mark(page);
  const head = page.locator("#rows").getByRole("columnheader", { name: /^Technique(?! name)/ });
  await head.getByRole("link").press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(head.getByRole("link")).toBeFocused();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.locator(".pagination [aria-current]")).toHaveText("2");
  await expect(page.locator("#rows")).toBeInViewport();
  expect(await isMarked(page)).toBe(true);
});

test("words that are taken back before their answer comes do not filter", async ({ page }) => {
  await page.goto(set);
  const field = page.getByRole("searchbox", { name: /Filter/ });
  const token = await holdBack(page, /\?q=token$/);
  await field.fill("token");
  await field.press("Enter");
  await token.asked;
  await field.fill("");
  await field.press("Enter");
  await token.answer();
  await expect(page).toHaveURL(set);
  await expect(field).toHaveValue("");
});

test("a field that is emptied while the answer to its words comes stays empty", async ({ page }) => {
  await page.goto(addresses.groups);
  const rows = page.locator("#rows tbody tr");
  const all = await rows.count();
  const field = page.getByRole("searchbox", { name: /Filter/ });
  const apt = await holdBack(page, /\?q=apt$/);
  await field.fill("apt");
  await apt.asked;
  await field.fill("");
  await apt.answer();
  await expect(field).toHaveValue("");
  await expect(field).toBeFocused();
  await expect(page).toHaveURL(addresses.groups);
  await expect(rows).toHaveCount(all);
});

test("forward again before the answer to Back has come: the page is that of its address", async ({ page }) => {
  await page.goto(addresses.groups);
  const field = page.getByRole("searchbox", { name: /Filter/ });
  await field.fill("cozy bear");
  const rows = page.locator("#rows tbody tr");
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/\?q=cozy/);
  const before = await holdBack(page, new RegExp(`${addresses.groups}$`));
  await page.goBack();
  await before.asked;
  await page.goForward();
  await before.answer();
  await expect(page).toHaveURL(/\?q=cozy/);
  await expect(rows).toHaveCount(1);
  await page.goBack();
  await expect(field).toHaveValue("");
  await expect(page).toHaveURL(addresses.groups);
});

test("what cannot be fetched on the way back is loaded as by a link", async ({ page }) => {
  await page.goto(addresses.groups);
  const rows = page.locator("#rows tbody tr");
  const all = await rows.count();
  await page.getByRole("searchbox", { name: /Filter/ }).fill("cozy bear");
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/\?q=cozy/);
  await mark(page);
  await page.route(/\/groups\/$/, (route) =>
    route.request().resourceType() === "fetch" ? route.abort() : route.continue(),
  );
  await page.goBack();
  await expect(rows).toHaveCount(all);
  expect(await isMarked(page)).toBe(false);
});

test("a place on the page, another page and a new tab are left to the browser", async ({ page, context }) => {
  await page.goto(set);
  await mark(page);
  const facet = page.locator(".facets a").first();
  const [tab] = await Promise.all([context.waitForEvent("page"), facet.click({ modifiers: ["Control"] })]);
  await expect(tab).toHaveURL(/\?/);
  await expect(page).toHaveURL(set);
  await page.locator("main a.id").first().click();
  await expect(page).not.toHaveURL(set);
  expect(await isMarked(page)).toBe(false);
});
