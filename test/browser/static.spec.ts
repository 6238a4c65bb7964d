/** An export on a host that only sends files, below a path: search and old addresses are answered by the pages themselves. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { expect, test } from "@playwright/test";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

let folder = "";
let server: Server;
let root = "";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), "tidemap-static-"));
  const site = join(folder, "site");
  const words = [
    "build",
    "--out",
    site,
    "--base",
    "/x/y/",
    "--only",
    "tactics,frameworks,matrix",
    "--releases",
    "newest",
  ];
  const env = { ...process.env, TIDEMAP_HOME: join(folder, "home") };
  const made = spawnSync(process.execPath, ["bin/tidemap.js", ...words], { env, encoding: "utf8" });
  expect(made.status, made.stderr).toBe(0);
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    const below = path.startsWith("/x/y/") ? normalize(path.slice("/x/y/".length)) : "..";
    const file = join(site, below, path.endsWith("/") ? "index.html" : "");
    const there = !below.startsWith("..") && existsSync(file) && statSync(file).isFile();
    const sent = there ? file : join(site, "404.html");
    response.writeHead(there ? 200 : 404, { "content-type": types[extname(sent)] ?? "text/plain" });
    response.end(readFileSync(sent));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  root = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/x/y`;
});

test.afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the search page answers its address, and offers only pages that are there", async ({ page }) => {
  await page.goto(`${root}/search/?q=AC-2`);
  await expect(page.locator(".search-hits a").first()).toHaveAttribute(
    "href",
    "/x/y/frameworks/nist_800_53/capabilities/AC-02/",
  );
  await expect(page).toHaveTitle("Search: AC-2 · Tidemap");
  // Groups are not in this export.
  await page.goto(`${root}/search/?q=APT29`);
  await expect(page.getByText("Nothing matches")).toBeVisible();
});

test("the next question and a kind are answered of the same list", async ({ page }) => {
  await page.goto(`${root}/search/?q=AC-2`);
  const hits = page.locator(".search-hits a");
  await expect(hits.first()).toHaveAttribute("href", /\/capabilities\/AC-02\/$/);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const field = page.locator("main").getByRole("combobox", { name: "Search Tidemap" });
  await field.fill("access");
  await field.press("Enter");
  await expect(page).toHaveURL(`${root}/search/?q=access`);
  await expect(page).toHaveTitle("Search: access · Tidemap");
  const all = await hits.count();
  await page.getByRole("link", { name: /^Tactics? \d+/i }).click();
  await expect(page).toHaveURL(`${root}/search/?q=access&kind=tactic`);
  await expect(hits).not.toHaveCount(all);
  await expect(hits.first()).toHaveAttribute("href", /\/x\/y\/tactics\//);
  await page.goBack();
  await expect(hits).toHaveCount(all);
  await expect(field).toHaveValue("access");
  expect(asked.filter((path) => path.startsWith("/x/y/facts/") || path.endsWith("list.json"))).toEqual([]);
});

test("the field answers while typing", async ({ page }) => {
  await page.goto(`${root}/tactics/`);
  await page.getByRole("combobox", { name: "Search Tidemap" }).fill("lateral");
  await page.getByRole("option").first().click();
  await expect(page).toHaveURL(/\/x\/y\/tactics\/TA0008\/$/);
});

for (const [old, now] of [
  ["/external/nist/AC-02/", "/frameworks/nist_800_53/capabilities/AC-02/"],
  ["/external/NIST/ac-02/", "/frameworks/nist_800_53/capabilities/AC-02/"],
  ["/external/nist/capability-groups/AC/", "/frameworks/nist_800_53/groups/AC/"],
  ["/external/azure/", "/frameworks/azure/"],
] as const) {
  test(`${old} leads to its page`, async ({ page }) => {
    await page.goto(root + old);
    await expect(page).toHaveURL(root + now);
    await expect(page.locator("h1")).not.toHaveText("Nothing at this address");
  });
}

test("questions in addresses are answered by the page itself, from the facts beside it", async ({ page }) => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`${root}/matrix/enterprise/`);
  const whole = await page.locator(".matrix-sentence").textContent();
  await page.getByLabel("Least rating").or(page.getByLabel("Function")).first().selectOption({ index: 1 });
  await expect(page.locator(".matrix-sentence")).not.toHaveText(whole ?? "");
  await expect(page).toHaveURL(/\/x\/y\/matrix\/enterprise\/\?/);
  const asked = await page.locator(".matrix-sentence").textContent();
  // A deep link reproduces the view, links stay below the path, and the file is of what is shown.
  await page.reload();
  await expect(page.locator(".matrix-sentence")).toHaveText(asked ?? "");
  await expect(
    page.locator("main a.matrix-cell").or(page.locator("main a[href*='/techniques/']")).first(),
  ).toHaveAttribute("href", /^\/x\/y\//);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator('main a[download][href*="matrix.csv?"]').first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^matrix_enterprise-[\d.]+\.csv$/);
  expect(complaints).toEqual([]);
});

test("a PNG is offered only of the picture that the host sends", async ({ page }) => {
  const png = page.getByRole("button", { name: "PNG" });
  await page.goto(`${root}/matrix/enterprise/`);
  await expect(png).toBeVisible();
  await page.getByLabel("Function").selectOption("detect");
  await expect(page).toHaveURL(/\?function=detect$/);
  await expect(page.getByRole("link", { name: "SVG" })).toBeVisible();
  await expect(png).toHaveCount(0);
  await page.goBack();
  await expect(png).toBeVisible();
});

test("who chooses what the address asks already, before its answer has come, gets it", async ({ page }) => {
  let answer: () => void = () => undefined;
  const chosen = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/facts\//, async (route) => {
    await chosen;
    await route.continue();
  });
  await page.goto(`${root}/matrix/enterprise/?function=detect`);
  await page.getByLabel("Function").selectOption("detect");
  answer();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("detect rows");
});

test("where the facts cannot be fetched, the page says that it does not answer its address", async ({ page }) => {
  await page.route(/\/facts\//, (route) => route.abort());
  await page.goto(`${root}/frameworks/nist_800_53/?group=AC`);
  const chosen = page.locator(".facets [aria-current]");
  const said = page.getByRole("alert");
  await expect(said).toContainText("What the address asks could not be answered here");
  await expect(chosen).toHaveCount(0);
  // Another choice leads to another address, of which the same is true.
  const field = page.getByRole("searchbox", { name: /Filter/ });
  await field.fill("access");
  await field.press("Enter");
  await expect(page).toHaveURL(/\?q=access$/);
  await expect(said).toHaveCount(1);
  await page.unroute(/\/facts\//);
  await field.fill("access");
  await field.press("Enter");
  await expect(page.getByRole("link", { name: /Remove filter Words/ })).toBeVisible();
  await expect(said).toHaveCount(0);
});

test("a question in an address is asked again on the way back, and the focus is where it was left", async ({
  page,
}) => {
  await page.goto(`${root}/frameworks/nist_800_53/?group=AC`);
  const link = page.locator("#rows tbody a[href*='/capabilities/']").nth(2);
  const chosen = page.locator(".facets [aria-current]");
  await expect(chosen).toHaveCount(1);
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/capabilities\//);
  await page.goBack();
  await expect(chosen).toHaveCount(1);
  await expect(link).toBeFocused();
});

test("a list is filtered while one types, by a facet, and as a file, without a server", async ({ page }) => {
  await page.goto(`${root}/frameworks/nist_800_53/`);
  const rows = page.locator("#rows tbody tr");
  const all = await rows.count();
  const field = page.getByRole("searchbox", { name: /Filter/ });
  await field.pressSequentially("access");
  await expect(page).toHaveURL(`${root}/frameworks/nist_800_53/?q=access`);
  await expect(rows).not.toHaveCount(all);
  await expect(field).toBeFocused();
  const facet = page.locator(".facets a").filter({ hasText: "Access Control" });
  const passing = Number(await facet.locator(".count").textContent());
  await facet.click();
  await expect(rows).toHaveCount(passing);
  await page.reload();
  await expect(rows).toHaveCount(passing);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator('main a[download][href*="capabilities.csv?"]').click(),
  ]);
  expect(
    readFileSync(await download.path(), "utf8")
      .split("\n")
      .filter(Boolean),
  ).toHaveLength(passing + 1);
});

test("a figure leads to the list that only the answer holds", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 240 });
  await page.goto(`${root}/frameworks/kev/capabilities/CVE-2023-34362/`);
  const reach = page.getByRole("table", { name: /each framework has a row on/ });
  const link = reach.locator("tr", { hasText: "CRI Profile" }).locator(".part-of a");
  const count = Number(await link.textContent());
  await link.click();
  const list = page.getByRole("table", { name: "Techniques with a row of CRI Profile" });
  await expect(list.locator("tbody tr")).toHaveCount(count);
  await expect(page.locator("#answered-enterprise h2")).toBeInViewport();
  await expect(page.locator(":target")).toHaveAttribute("id", "answered-enterprise");
  await page.keyboard.press("Tab");
  await expect(page.locator("#answered-enterprise :focus")).toHaveCount(1);
});

test("a name that the page does not ask for loads nothing", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${root}/tactics/TA0006/?utm_source=elsewhere`, { waitUntil: "networkidle" });
  expect(asked.filter((path) => path.startsWith("/x/y/facts/"))).toEqual([]);
  await page.goto(`${root}/tactics/TA0006/?function=respond`);
  await expect(page.locator(".filter-field output")).toContainText(" of ");
  expect(asked.filter((path) => path.startsWith("/x/y/facts/"))).not.toEqual([]);
});

test("another address says that nothing is there", async ({ page }) => {
  await page.goto(`${root}/nothing/at/all/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing at this address");
});
