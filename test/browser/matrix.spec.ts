import { expect, test } from "@playwright/test";
import { addresses } from "./addresses.js";
import { holdBack } from "./held-back.js";

const cells = ".matrix-cell";

test("a matrix is one tab stop, and arrows move as it looks", async ({ page }) => {
  await page.goto(addresses.matrix);
  await expect(page.locator(`${cells}[tabindex="0"]`)).toHaveCount(1);
  const first = page.locator(cells).first();
  await first.focus();
  await page.keyboard.press("ArrowDown");
  const below = page.locator(`${cells}:focus`);
  await expect(below).not.toHaveAttribute("data-id", (await first.getAttribute("data-id")) ?? "");
  await page.keyboard.press("ArrowRight");
  const column = await page.locator("section:has(.matrix-cell:focus) h2").textContent();
  expect(column?.replaceAll("\u00ad", "")).toBe("Resource Development");
  await page.keyboard.press("End");
  const last = page.locator("section:has(.matrix-cell:focus) .matrix-cell").last();
  await expect(last).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/techniques\/T/);
});

test("a choice shows at once, keeps its address and the focus", async ({ page }) => {
  await page.goto(addresses.matrix);
  await page.locator(".choice summary").click();
  const frameworks = page.getByRole("group", { name: "Frameworks, none checked is all" });
  await frameworks.getByLabel("Microsoft 365").check();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Microsoft 365 over");
  await expect(page).toHaveURL(/\?framework=m365$/);
  await expect(frameworks.getByLabel("Microsoft 365")).toBeFocused();
  await frameworks.getByLabel("Microsoft Azure").check();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Azure and M365 over");
  await expect(page).toHaveURL(/\?framework=m?[a-z]+,m?[a-z0-9]+$/);
  await frameworks.getByLabel("Microsoft Azure").uncheck();
  await expect(page).toHaveURL(/\?framework=m365$/);
  await page.getByLabel("Depth shows").selectOption("rating");
  await expect(page.getByText("best significant").first()).toBeVisible();
  // The address comes last: before it, the field that is filled may still be replaced.
  await expect(page).toHaveURL(/metric=rating/);
  const outline = page.getByRole("searchbox", { name: "Outline" });
  await outline.fill("APT29");
  await outline.press("Enter");
  await expect(page.locator('[data-outline="own"]').first()).toBeVisible();
  await expect(page).toHaveURL(/framework=m365.*outline=APT29/);
  const shown = await page.locator(".matrix-sentence").textContent();
  await page.reload();
  await expect(page.locator(".matrix-sentence")).toHaveText(shown ?? "");
});

test("a cell opens the rows that it counts, under the choices made", async ({ page }) => {
  await page.goto(`${addresses.matrix}?framework=m365&framework=azure&function=detect`);
  const cell = page.locator(`${cells}:has(> b:text-is("2"))`).first();
  await cell.click();
  await expect(page).toHaveURL(/\/techniques\/T[\d.]+\/.*framework=azure%2Cm365&function=detect$/);
  await expect(page.locator("main h2").first()).toBeVisible();
  await expect(page.locator("main")).toContainText(/2 capabilities of [12] defensive frameworks? have a mapping/);
  await expect(page.getByRole("link", { name: /Remove filter/ })).toHaveCount(3);
});

test("a mistyped outline stays on the matrix, says so at the field and is put right by a link", async ({ page }) => {
  await page.goto(`${addresses.matrix}?framework=m365&sub=open`);
  const outline = page.getByRole("searchbox", { name: "Outline" });
  await outline.fill("cobalt stirke");
  await outline.press("Enter");
  await expect(page).toHaveURL(/framework=m365&outline=cobalt/);
  await expect(outline).toBeFocused();
  await expect(outline).toHaveValue("cobalt stirke");
  await expect(outline).toHaveAccessibleDescription(/Nothing is outlined .* is called "cobalt stirke"/);
  await page.getByRole("link", { name: "S0154 Cobalt Strike" }).click();
  await expect(page).toHaveURL(/\?framework=m365&outline=S0154&sub=open$/);
  await expect(page.locator('[data-outline="own"]').first()).toBeVisible();
  await expect(outline).toHaveAccessibleDescription("");
});

test("Back undoes one choice after the other", async ({ page }) => {
  await page.goto("/");
  await page.goto(addresses.matrix);
  const heading = page.getByRole("heading", { level: 1 });
  const plain = (await heading.textContent()) ?? "";
  await page.getByLabel("Function").selectOption("detect");
  await expect(page).toHaveURL(/\?function=detect$/);
  await page.getByLabel("Open sub-techniques").check();
  await expect(page).toHaveURL(/sub=open/);
  await page.goBack();
  await expect(page.getByLabel("Open sub-techniques")).not.toBeChecked();
  await expect(page).toHaveURL(/\?function=detect$/);
  await page.goBack();
  await expect(heading).toHaveText(plain);
  await expect(page.getByLabel("Function")).toHaveValue("");
  await page.goForward();
  await expect(page.getByLabel("Function")).toHaveValue("detect");
  await expect(heading).toContainText("detect rows");
});

test("what is typed while an answer comes stays where it is typed", async ({ page }) => {
  await page.goto(addresses.matrix);
  const rating = await holdBack(page, /metric=rating/);
  await page.getByLabel("Depth shows").selectOption("rating");
  const outline = page.getByRole("searchbox", { name: "Outline" });
  await outline.pressSequentially("APT");
  await rating.answer();
  await expect(page).toHaveURL(/metric=rating/);
  await page.keyboard.type("29");
  await expect(outline).toHaveValue("APT29");
});

test("a choice that is taken back before its answer comes does not show", async ({ page }) => {
  await page.goto(addresses.matrix);
  const heading = page.getByRole("heading", { level: 1 });
  const plain = (await heading.textContent()) ?? "";
  const detect = await holdBack(page, /function=detect/);
  await page.getByLabel("Function").selectOption("detect");
  await detect.asked;
  await page.getByLabel("Function").selectOption("");
  await detect.answer();
  await expect(page).toHaveURL(addresses.matrix);
  await expect(heading).toHaveText(plain);
  await expect(page.getByLabel("Function")).toHaveValue("");
});

test("the same stands as a table at an address of its own, and its controls stay in it", async ({ page }) => {
  await page.goto(`${addresses.matrix}?framework=m365`);
  const mapped = await page.locator(".matrix-cell[data-level]:not([data-level='0'])").count();
  expect(mapped).toBeGreaterThan(0);
  await page.getByRole("link", { name: "The same as a table" }).click();
  await expect(page).toHaveURL(/framework=m365&as=table$/);
  const rows = page.locator(".data-table tbody tr");
  await expect(rows).toHaveCount(697);
  await expect(page.locator(cells)).toHaveCount(0);
  await page.getByLabel("Depth shows").selectOption("rating");
  await expect(page).toHaveURL(/metric=rating.*as=table|as=table.*metric=rating/);
  await expect(rows).toHaveCount(697);
  await page.getByRole("link", { name: "The same as a matrix" }).click();
  await expect(page.locator(`${cells}[tabindex="0"]`)).toHaveCount(1);
});

test("a layer file outlines its techniques, in the browser alone", async ({ page }) => {
  await page.goto(addresses.matrix);
  const layer = {
    techniques: [
      { techniqueID: "T1566", score: 1 },
      { techniqueID: "T1190", enabled: false, score: 1 },
    ],
  };
  const file = { name: "own.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(layer)) };
  await page.getByLabel("Outline a layer file").setInputFiles(file);
  await expect(page.locator('[data-id="T1566"]').first()).toHaveCSS("outline-style", "solid");
  await expect(page.locator('[data-id="T1190"]').first()).toHaveCSS("outline-style", "none");
  // The same file may be chosen again when it was edited: a browser says nothing where it stands already.
  await expect(page.getByLabel("Outline a layer file")).toHaveValue("");
  await page.getByLabel("Outline a layer file").setInputFiles({ ...file, buffer: Buffer.from("no layer") });
  await expect(page.locator(".matrix-controls output")).toContainText("no Navigator layer");
});

test("a layer file leaves the outline that was asked for, and what is none leaves all", async ({ page }) => {
  await page.goto(`${addresses.matrix}?outline=G0016`);
  const asked = page.locator(".matrix-cell[data-outline]");
  const [count, own] = [await asked.count(), page.locator('.matrix-cell[data-outline="own"]')];
  expect(count).toBeGreaterThan(0);
  const said = page.locator(".matrix-controls output");
  const open = (techniqueID: string) =>
    page.getByLabel("Outline a layer file").setInputFiles({
      name: "own.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ techniques: [{ techniqueID, score: 1 }] })),
    });
  const below = await page.locator('.matrix-cell[data-outline="below"]').first().getAttribute("data-id");
  await open(below ?? "");
  await expect(said).toContainText("1 technique, 1 cell outlined");
  await expect(asked).toHaveCount(count);
  await expect(own.first()).toHaveCSS("outline-style", "solid");
  await expect(page.locator(`[data-id="${below}"]`).first()).toHaveCSS("outline-style", "solid");
  await open("");
  await expect(said).toContainText("no Navigator layer");
  await expect(asked).toHaveCount(count);
  await expect(page.locator(`[data-id="${below}"]`).first()).toHaveCSS("outline-style", "solid");
  await open("T1190");
  await expect(said).toContainText("1 technique");
  await expect(page.locator(`[data-id="${below}"]`).first()).toHaveCSS("outline-style", "dashed");
});

test("on a phone the first cells are in sight, and the choices folded away unless one is made", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(addresses.matrix);
  await expect(page.locator(cells).first()).toBeInViewport();
  const choice = page.getByLabel("Function");
  await expect(choice).toBeHidden();
  await page.getByText("Filter, depth and outline").click();
  await choice.selectOption("detect");
  await expect(page).toHaveURL(/function=detect$/);
  await expect(choice).toBeFocused();
  await page.reload();
  await expect(page.getByText("Filter, depth and outline: 1 set")).toBeVisible();
  await expect(choice).toBeHidden();
  await page.goto(`${addresses.matrix}?outline=APT92`);
  await expect(page.getByRole("searchbox", { name: "Outline" })).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByText("Filter, depth and outline")).toBeHidden();
  await expect(choice).toBeVisible();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the form leads to the same matrix", async ({ page }) => {
    await page.goto(addresses.matrix);
    await page.locator(".choice summary").click();
    await page.getByLabel("NIST SP 800-53").check();
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.locator(".matrix-sentence")).toContainText(
      "96 techniques and sub-techniques without such a row are declared non-mappable",
    );
    await page.locator(".choice summary").click();
    await page.getByLabel("Microsoft 365").check();
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("M365 and NIST");
  });

  test("a mistyped outline stays on the matrix too", async ({ page }) => {
    await page.goto(`${addresses.matrix}?function=detect`);
    await page.getByRole("searchbox", { name: "Outline" }).fill("APT92");
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByRole("link", { name: "G0016 APT29" }).click();
    await expect(page).toHaveURL(/\?function=detect&outline=G0016$/);
  });
});
