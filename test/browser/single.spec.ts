/** The explorer as one file, opened from a disk: no request leaves, nothing is refused, and it answers what the site does. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, type Page, test } from "@playwright/test";

let folder = "";
let file = "";

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tidemap-single-"));
  const path = join(folder, "tidemap.html");
  const env = { ...process.env, TIDEMAP_HOME: join(folder, "home") };
  const made = spawnSync(process.execPath, ["bin/tidemap.js", "build", "--single", path], { env, encoding: "utf8" });
  expect(made.status, made.stderr).toBe(0);
  file = pathToFileURL(path).href;
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the page asks of anyone, and what it complains about. */
function watch(page: Page): { readonly asked: string[]; readonly complaints: string[] } {
  const seen = { asked: [] as string[], complaints: [] as string[] };
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(file)) seen.asked.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") seen.complaints.push(message.text());
  });
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  return seen;
}

test("every kind of page answers, and nothing is asked of anyone", async ({ page }) => {
  test.setTimeout(120_000);
  const seen = watch(page);
  await page.goto(file);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Which defences answer");
  for (const [path, words] of [
    ["/techniques/T1550.001/", "Application Access Token"],
    ["/techniques/T1562.001/", "Disable or Modify Tools"],
    ["/matrix/ics/", "ICS"],
    ["/sets/nist_800_53/rev5/16.1/enterprise/?function=protect", "NIST SP 800-53"],
    ["/frameworks/m365/capabilities/DEF-SSCO-E3/", "Secure Score"],
    ["/groups/G0016/", "APT29"],
    ["/search/?q=acces%20tokn", "Search"],
    ["/about/scoring/", "score"],
    ["/external/nist/AC-02/", "Account Management"],
    ["/nothing/", "Nothing at this address"],
  ] as const) {
    await page.goto(`${file}#${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(words);
  }
  expect(seen).toEqual({ asked: [], complaints: [] });
});

test("links, search and forms lead within the file; downloads are made in it", async ({ page }) => {
  const seen = watch(page);
  await page.goto(file);
  // Keys are heard once the facts are open.
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("cosy bear");
  await page.getByRole("option").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("APT29");
  await page.getByRole("link", { name: "Matrix" }).first().click();
  await page.locator(".choice summary").click();
  await page.getByLabel("Microsoft 365").check();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Microsoft 365 over");
  expect(page.url()).toContain("#/matrix/enterprise/?framework=m365");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Navigator layer" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("matrix_enterprise-19.0.layer.json");
  const layer = JSON.parse(readFileSync(await download.path(), "utf8")) as { readonly domain: string };
  expect(layer.domain).toBe("enterprise-attack");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("All defending frameworks");
  await page.goto(`${file}#/groups/`);
  await page.getByRole("searchbox", { name: /Filter/ }).fill("cozy bear");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.locator("#rows tbody tr")).toHaveCount(1);
  expect(page.url()).toContain("#/groups/?q=cozy");
  expect(seen).toEqual({ asked: [], complaints: [] });
});

test("a mistyped outline is put right, and Back leads to the link that was left by the keyboard", async ({ page }) => {
  await page.goto(`${file}#/matrix/enterprise/?metric=rating&outline=APT92`);
  await page.getByRole("link", { name: "G0016 APT29" }).click();
  await expect(page).toHaveURL(/#\/matrix\/enterprise\/\?metric=rating&outline=G0016$/);
  const second = page.locator('.matrix-cell[data-id="T1078"]').nth(1);
  await second.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Valid Accounts");
  await page.goBack();
  await expect(second).toBeFocused();
  await expect(second).toBeInViewport();
});

test("a choice keeps the field that was used, and the list open", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await page.goto(`${file}#/matrix/enterprise/`);
  await page.locator(".choice summary").click();
  for (const [name, address] of [
    ["Microsoft 365", /\?framework=m365$/],
    ["Microsoft Azure", /framework=azure/],
  ] as const) {
    await page.getByLabel(name).check();
    await expect(page).toHaveURL(address);
    await expect(page.getByLabel(name)).toBeFocused();
  }
  await page.locator(".choice summary").click();
  await page.getByText(/^Filter, depth and outline/).click();
  const choice = page.getByLabel("Function");
  await choice.focus();
  for (const name of ["protect", "detect", "respond"]) {
    await page.keyboard.press("ArrowDown");
    await expect(page).toHaveURL(new RegExp(`function=${name}`));
    await expect(choice).toBeFocused();
    await expect(choice).toBeInViewport();
  }
  const outline = page.getByRole("searchbox", { name: "Outline" });
  await outline.fill("APT29");
  await outline.press("Enter");
  await expect(page).toHaveURL(/outline=APT29/);
  await expect(outline).toBeFocused();
  await page.goto(`${file}#/groups/`);
  await page.getByRole("searchbox", { name: /Filter/ }).fill("cozy bear");
  await page.keyboard.press("Enter");
  await expect(page.locator("#rows tbody tr")).toHaveCount(1);
  await expect(page.getByRole("searchbox", { name: /Filter/ })).toBeFocused();
});

test("a place on a page stays beside its address", async ({ page }) => {
  const id = "csa-ccm-4.1-17.1-enterprise";
  const place = page.locator(":target");
  for (const path of ["/techniques/T1059/", "/techniques/T1059/?function=protect"]) {
    await page.goto(`${file}#${path}`);
    // What is folded out stays so: the page that stands here is not made again.
    await page.locator("main details.comment summary").first().click();
    await page.locator(`main a[href$="#${id}"]`).first().click();
    await expect(page).toHaveURL(`${file}#${path}#${id}`);
    await expect(place).toHaveId(id);
    await expect(place).toBeInViewport();
    await expect(page.locator("main details.comment[open]")).toHaveCount(1);
    await page.locator(`main a[href$="#${id}"]`).first().scrollIntoViewIfNeeded();
    await expect(place).not.toBeInViewport();
    await page.locator(`main a[href$="#${id}"]`).first().click();
    await expect(place).toBeInViewport();
    await page.reload();
    await expect(place).toHaveId(id);
    await expect(place).toBeInViewport();
    await expect(page).toHaveURL(`${file}#${path}#${id}`);
    await page.keyboard.press("Tab");
    await expect(page.locator(`[id="${id}"] :focus`)).toHaveCount(1);
  }
});
