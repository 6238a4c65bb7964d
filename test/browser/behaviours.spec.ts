import { expect, test } from "@playwright/test";
import { addresses } from "./addresses.js";

test("slash and Ctrl K lead to the search field, and slash is a letter inside it", async ({ page }) => {
  await page.goto(addresses.technique);
  const field = page.getByRole("combobox", { name: "Search Tidemap" });
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  await page.keyboard.type("T1550/001");
  await expect(field).toHaveValue("T1550/001");
  await field.blur();
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
});

test("the first tab stop skips to the content", async ({ page }) => {
  await page.goto(addresses.technique);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("a chosen theme holds on the next page, from its first paint", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(addresses.technique);
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByLabel("Appearance").click();
  await page.getByRole("radio", { name: "Dark" }).check();
  expect(await background()).not.toBe(light);
  const dark = await background();
  await page.goto(addresses.home);
  expect(await background()).toBe(dark);
  await page.getByLabel("Appearance").click();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeHidden();
});

test("a list filters while one types, says how many are left, and keeps the words in its address", async ({ page }) => {
  await page.goto(addresses.groups);
  const rows = page.locator("#rows tbody tr");
  const all = await rows.count();
  const field = page.getByRole("searchbox", { name: /Filter/ });
  await field.pressSequentially("cozy bear");
  await expect(rows).toHaveCount(1);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("cozy bear");
  await expect(page.locator(".filter-field output")).toHaveText(`1 of ${all} rows`);
  await expect(page).toHaveURL(/\?q=cozy/);
  await field.fill("“Cozy Bear”");
  await expect(rows).toHaveCount(1);
  await field.fill("");
  await expect(rows).toHaveCount(all);
  await expect(page).toHaveURL(addresses.groups);
  await field.fill("cozy");
  await expect(rows).toHaveCount(1);
  await field.pressSequentially(" bear");
  await expect(page).toHaveURL(/\?q=cozy\+bear|\?q=cozy%20bear/);
  // What was typed is one step on the way back, however often it was asked.
  await page.goBack();
  await expect(rows).toHaveCount(all);
});

test("words are asked once, whatever stands around them, and not once the reader is elsewhere", async ({ page }) => {
  await page.clock.install();
  await page.goto(addresses.groups);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("?")) asked.push(request.url());
  });
  const field = page.getByRole("searchbox", { name: /Filter/ });
  await field.pressSequentially("apt");
  await page.clock.runFor(250);
  await expect(page).toHaveURL(/\?q=apt$/);
  await field.pressSequentially(" ");
  await page.clock.runFor(1000);
  await field.press("Backspace");
  await field.press("Enter");
  await page.clock.runFor(1000);
  expect(asked).toHaveLength(1);
  // A blank that is typed while the answer is on its way is not taken from the field, nor asked again and again.
  await field.pressSequentially("2 ");
  await page.clock.runFor(250);
  await expect(page).toHaveURL(/\?q=apt2/);
  await expect(field).toHaveValue("apt2 ");
  for (let turn = 0; turn < 5; turn++) await page.clock.runFor(250);
  expect(asked).toHaveLength(2);
  await field.pressSequentially("8");
  await page.keyboard.press("Tab");
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  await page.clock.runFor(1000);
  expect(asked).toHaveLength(2);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(focused);
});

test("a whole table sorts by number, both ways, and back", async ({ page }) => {
  await page.goto(addresses.framework);
  const table = page.getByRole("table", { name: "Sets", exact: true });
  const head = table.getByRole("columnheader", { name: "Mappings" });
  const cells = () => table.locator("tbody td[data-label=Mappings]").allTextContents();
  const before = await cells();
  const numbers = (texts: readonly string[]) => texts.map((text) => Number(text.replaceAll(",", "")));
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  expect(numbers(await cells())).toEqual(numbers(before).toSorted((a, b) => a - b));
  await head.getByRole("button").click();
  expect(numbers(await cells())).toEqual(numbers(before).toSorted((a, b) => b - a));
  await head.getByRole("button").click();
  expect(await cells()).toEqual(before);
});

test("a bar of the gauge leads to the rows as authored", async ({ page }) => {
  await page.goto(addresses.technique);
  await page.getByRole("link", { name: /As authored on 14\.1: 32 rows/ }).click();
  await expect(page).toHaveURL(/\/techniques\/T1550\.001\/v\/14\.1\/$/);
  await expect(page.locator(".answer .sentence")).toContainText("authored on 14.1");
});

test("on paper the controls go and the rows stay", async ({ page }) => {
  await page.goto(addresses.set);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const gone of [".site-header", ".facets", ".filter-field", ".pagination"]) {
    await expect(page.locator(gone)).toBeHidden();
  }
  await expect(page.locator(".split .data-table tbody tr").first()).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
});

test("what is folded on the screen is printed", async ({ page }) => {
  await page.goto("/sets/nist_800_53/rev5/16.1/enterprise/");
  const row = page.locator(".folded tbody tr").last();
  const isSeen = () => row.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
  expect(await isSeen()).toBe(false);
  await page.emulateMedia({ media: "print" });
  expect(await isSeen()).toBe(true);
});

test("other releases open above the page, and Escape closes them", async ({ page }) => {
  await page.goto("/matrix/enterprise/");
  const below = page.locator(".matrix-cell").first();
  const before = await below.boundingBox();
  const summary = page.locator(".release-switch summary");
  await summary.click();
  await expect(page.getByRole("link", { name: "18.1", exact: true })).toBeVisible();
  expect(await below.boundingBox()).toEqual(before);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "18.1", exact: true })).toBeHidden();
  await expect(summary).toBeFocused();
  await summary.click();
  await page.locator("h1").click();
  await expect(page.getByRole("link", { name: "18.1", exact: true })).toBeHidden();
});

test("a technique's tables stand in line, and no cell reaches into the next", async ({ page }) => {
  await page.setViewportSize({ width: 1300, height: 900 });
  // Ids of many signs, and ids with blanks.
  for (const address of ["/techniques/T1566/", "/techniques/T1583/"]) {
    await page.goto(address);
    const { heads, over } = await page.evaluate(() => {
      const left = (element: Element) => Math.round(element.getBoundingClientRect().left);
      const tables = [...document.querySelectorAll("main .data-table[data-in-line]")];
      const heads = tables.map((table) => [...table.querySelectorAll("th")].slice(0, 3).map(left));
      const over = tables.flatMap((table) =>
        [...table.querySelectorAll("td:not(:last-child)")].flatMap((cell) => {
          const text = document.createRange();
          text.selectNodeContents(cell);
          const end = Math.max(0, ...[...text.getClientRects()].map(({ right }) => right));
          return cell.nextElementSibling && end > left(cell.nextElementSibling) ? [cell.textContent] : [];
        }),
      );
      return { heads, over };
    });
    expect(heads.length).toBeGreaterThan(1);
    expect(new Set(heads.map((places) => places.join(" "))).size).toBe(1);
    expect(over).toEqual([]);
  }
});
