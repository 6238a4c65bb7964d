/** The page that takes a person's own mapping files: nothing leaves the browser, and what comes out is what the commands give. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { ownSet } from "../cli/own-set.js";

let folder = "";
const at = (name: string) => join(folder, name);

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tidemap-own-"));
  const own = ownSet(3) as { mapping_objects: Record<string, unknown>[] };
  Object.assign(own.mapping_objects[2] ?? {}, { attack_object_id: "T9999", attack_object_name: "<b>Nothing</b>" });
  writeFileSync(at("own.json"), JSON.stringify(own, null, 2));
  writeFileSync(at("many.json"), JSON.stringify(ownSet(24)));
  writeFileSync(at("broken.json"), '{ "metadata": ');
  writeFileSync(at("list.csv"), "Control,Technique\nA,T1078\n");
  writeFileSync(
    at("rows.csv"),
    "framework,framework_version,attack_version,domain,capability_id,technique_id,mapping_type\nacme,3,16.1,enterprise,door,T9999,m\n",
  );
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  await page.goto("/check/");
  await page.setInputFiles('input[type="file"]', names.map(at));
  await expect(page.locator("[data-own-file-results] section")).toHaveCount(names.length);
}

test("findings stand with their places, as the command line gives them", async ({ page }) => {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(request.url());
  });
  await choose(page, "own.json", "rows.csv", "broken.json", "list.csv");
  const { stdout } = spawnSync(process.execPath, ["bin/tidemap.js", "validate", at("own.json"), "--json"], {
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { line: number | null; column: number; message: string }[];
  };
  expect(diagnostics.length).toBeGreaterThan(0);
  const results = page.locator("[data-own-file-results] section");
  const [own, rows, broken, list] = [0, 1, 2, 3].map((index) => results.nth(index)) as [
    Locator,
    Locator,
    Locator,
    Locator,
  ];
  for (const { line, column, message } of diagnostics)
    await expect(own).toContainText(line === null ? message : `${line}:${column} ${message}`);
  await expect(rows).toContainText("2:29 ATT&CK 16.1 enterprise has no technique");
  await expect(broken).toContainText("cannot be read");
  await expect(list).toContainText('They are "Control", "Technique".');
  expect(sent).toEqual([]);
});

test("the set is read beside the published ones, and Back leads to the findings", async ({ page }) => {
  await choose(page, "own.json");
  await page.getByRole("link", { name: "Read it beside the published sets" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("acme");
  await page.goto("/check/#rows"); // a place, no page
  await choose(page, "own.json");
  await page.evaluate(() => {
    location.hash = "#/techniques/T1550.001/?framework=acme";
  });
  await expect(page.locator("main")).toContainText("door-1");
  await page.evaluate(() => {
    location.hash = "#/matrix/enterprise/?framework=acme";
  });
  // The picture stands nowhere, and no page may load one that was made.
  await expect(page.getByRole("link", { name: "SVG" })).toBeVisible();
  await expect(page.getByRole("button", { name: "PNG" })).toHaveCount(0);
  await page.goBack();
  await expect(page.locator("main")).toContainText("door-1");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check a mapping file");
  await expect(page.locator("[data-own-file-results] section")).toHaveCount(1);
});

test("forms of these pages are answered here, and the findings stay", async ({ page }) => {
  await choose(page, "many.json");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).search !== "") asked.push(request.url());
  });
  await page.getByRole("link", { name: "Read it beside the published sets" }).click();
  const rows = page.locator("#rows tbody tr");
  await expect(rows).toHaveCount(24);
  const filter = page.getByRole("searchbox", { name: /Filter/ });
  await filter.fill("door-17");
  await filter.press("Enter");
  await expect(page).toHaveURL(/\/check\/#\/sets\/.*\?q=door-17$/);
  await expect(rows).toHaveCount(1);

  await page.evaluate(() => {
    location.hash = "#/techniques/T1550.001/";
  });
  await page
    .getByRole("form", { name: /^Rows of/ })
    .getByLabel("acme")
    .check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/\/check\/#\/techniques\/T1550\.001\/\?framework=acme$/);
  await expect(page.locator("main .answer")).toContainText("24 capabilities of 1 defensive framework");

  await page.evaluate(() => {
    location.hash = "#/matrix/enterprise/";
  });
  await page.getByLabel("Function").selectOption("detect");
  await expect(page).toHaveURL(/\/check\/#\/matrix\/enterprise\/\?.*function=detect/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("detect rows");
  const layer = { techniques: [{ techniqueID: "T1566", score: 1 }] };
  const file = { name: "layer.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(layer)) };
  await page.getByLabel("Outline a layer file").setInputFiles(file);
  await expect(page.locator('[data-id="T1566"]').first()).toHaveAttribute("data-layer", "");

  await page.evaluate(() => {
    location.hash = "#/search/";
  });
  await page.locator("main").getByRole("combobox").fill("T1550.001");
  await expect(page.getByRole("option").first()).toContainText("T1550.001");

  await page.evaluate(() => {
    location.hash = "";
  });
  await expect(page.locator("[data-own-file-results] section")).toHaveCount(1);
  expect(asked).toEqual([]);
});

test("a file is saved in any format, as the command line writes it", async ({ page }) => {
  await choose(page, "own.json");
  for (const [format, name] of [
    ["csv", "own.csv"],
    ["stix", "own.stix.json"],
    ["oscal", "own.oscal.json"],
    ["xlsx", "own.xlsx"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`button[data-format="${format}"]`).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const out = at(`by-command-${name}`);
    spawnSync(process.execPath, ["bin/tidemap.js", "convert", at("own.json"), "--to", format, "--out", out]);
    const [saved, written] = [readFileSync(await download.path()), readFileSync(out)];
    // A workbook is an archive, which browsers and Node compress in ways of their own.
    if (format === "xlsx") expect(saved.subarray(0, 4)).toEqual(written.subarray(0, 4));
    else expect([format, saved.equals(written)]).toEqual([format, true]);
  }
});

test("a file that was mended is chosen again and looked through anew", async ({ page }) => {
  writeFileSync(at("mended.json"), '{ "metadata": ');
  await choose(page, "mended.json");
  const results = page.locator("[data-own-file-results]");
  await expect(results).toContainText("cannot be read");
  writeFileSync(at("mended.json"), JSON.stringify(ownSet(3)));
  // A browser says nothing where the same file is chosen as stands there.
  await expect(page.locator('input[type="file"]')).toHaveValue("");
  await page.setInputFiles('input[type="file"]', at("mended.json"));
  await expect(results).not.toContainText("cannot be read");
});

test("dropping is choosing; what is no mapping file says so; names are never markup", async ({ page }) => {
  await page.goto("/check/");
  const data = await page.evaluateHandle(() => {
    const files = new DataTransfer();
    files.items.add(new File(["{}"], "<img src=x onerror=alert(1)>.json"));
    return files;
  });
  await page.dispatchEvent(".own-file", "drop", { dataTransfer: data });
  await expect(page.locator("[data-own-file-results] h2")).toHaveText("<img src=x onerror=alert(1)>.json");
  await expect(page.locator("[data-own-file-results]")).toContainText("cannot be read");
  await expect(page.locator("[data-own-file-results] img")).toHaveCount(0);
});
