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
  const words = ["build", "--out", site, "--base", "/x/y/", "--only", "tactics,frameworks", "--releases", "newest"];
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

test("another address says that nothing is there", async ({ page }) => {
  await page.goto(`${root}/nothing/at/all/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing at this address");
});
