import { expect, type Page, test } from "@playwright/test";

/** Questions that people come with, each answered in at most three actions from home. */
const ask = async (page: Page, words: string) => {
  await page.goto("/");
  await page.getByRole("combobox", { name: "Search Tidemap" }).first().fill(words);
  await page.getByRole("combobox", { name: "Search Tidemap" }).first().press("Enter");
};
const open = (page: Page, id: string) => page.locator(".search-hits a", { hasText: id }).first().click();
const answer = (page: Page) => page.locator("main .answer");

test("an alert says T1550.001: what do we own that detects it?", async ({ page }) => {
  await ask(page, "T1550.001");
  await open(page, "T1550.001");
  const detecting = page.locator("main tbody tr", { hasText: /Detect · / });
  await expect(detecting.filter({ hasText: "DEF-SSCO-E3" })).toContainText("minimal");
  await expect(detecting.filter({ hasText: "microsoft_sentinel" })).toContainText("minimal");
  await expect(detecting).toHaveCount(2);
});

test("what does AC-2 reach, and what rests on it alone?", async ({ page }) => {
  await ask(page, "AC-2");
  await open(page, "AC-02");
  await expect(answer(page)).toContainText("reaches 218 of 697 techniques");
  await expect(answer(page)).toContainText("on none of them is it the only NIST 800-53 entry");
});

test("what is CVE-2023-34362 used for, and what answers it?", async ({ page }) => {
  await ask(page, "CVE-2023-34362");
  await open(page, "CVE-2023-34362");
  await expect(answer(page)).toContainText("is mapped to 7 of 697 techniques");
  await page.locator("main table a", { hasText: "T1190" }).first().click();
  await expect(answer(page)).toContainText(/\d+ capabilities of \d defensive frameworks have a mapping/);
});

test("is T1562.001 still valid?", async ({ page }) => {
  await ask(page, "T1562.001");
  await open(page, "T1562.001");
  await expect(page.locator("main")).toContainText("is now T1685 Disable or Modify Tools");
  await expect(page.locator("main")).toContainText("It was last active in 18.1");
});

test("what does NIST rev5 say that rev4 did not, for this technique?", async ({ page }) => {
  await ask(page, "T1550.001");
  await open(page, "T1550.001");
  await page.locator('.tide-gauge a[href$="/v/14.1/"]').first().click();
  await page.waitForURL(/\/v\/14\.1\/$/);
  const ids = async (set: RegExp) =>
    (await page.getByRole("table", { name: set }).locator("tbody tr td:first-child").allTextContents()).map(
      (id) => id.trim().replace(/-0/, "-").split(/\s/)[0],
    );
  const [older, newer] = [await ids(/NIST SP 800-53 rev4/), await ids(/NIST SP 800-53 rev5/)];
  expect([older.length, newer.length]).toEqual([14, 16]);
  // Both stand side by side on one page: two controls are rev5's alone.
  expect(newer.filter((id) => !older.includes(id))).toEqual(["AC-19", "SC-28"]);
});

test("which APT29 techniques has M365 no detection for?", async ({ page }) => {
  await ask(page, "APT29");
  await open(page, "APT29");
  const reach = page
    .getByRole("table", { name: /each framework has a row on/ })
    .locator("tr", { hasText: "Microsoft 365" });
  const link = reach.getByRole("link", { name: /^detect \d+$/ });
  const count = Number((await link.textContent())?.replace(/\D/g, ""));
  await link.click();
  const gap = page.getByRole("table", { name: "Techniques without a detect row of Microsoft 365" });
  await expect(gap.locator("tbody tr:not(.heading)")).toHaveCount(count);
  await expect(page).toHaveURL(/\/groups\/G0016\/\?framework=m365&function=detect$/);
  // Who owns more than one asks of all of them.
  await page.getByRole("group", { name: "Not answered by" }).getByLabel("Azure").check();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const both = page.getByRole("table", { name: "Techniques without a detect row of Microsoft Azure or Microsoft 365" });
  await expect(both).toBeVisible();
  expect(await both.locator("tbody tr:not(.heading)").count()).toBeLessThan(count);
  await expect(page).toHaveURL(/\?framework=azure&framework=m365&function=detect$/);
  await expect(page.getByRole("button", { name: "Show", exact: true })).toBeFocused();
});
