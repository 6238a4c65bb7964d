/** Every figure of a table of functions and ratings opens as many rows as it says. */
import { expect, it } from "vitest";
import { routes } from "../../src/site/routes.js";
import { fakeApp } from "./fake-site.js";
import { rowsAt } from "./rows-at.js";

const app = fakeApp({ routes });

async function figuresOf(address: string) {
  const html = await (await app.request(address)).text();
  const [table = ""] = /<div class="score-table">.*?<\/table>/s.exec(html) ?? [];
  return [...table.matchAll(/<tr><th scope="row">.*?<\/tr>/gs)].map(([row]) => {
    const links = [...row.matchAll(/<a href="([^"]+)" rel="nofollow">([^<]+)</g)];
    return links.map(([, href = "", words = ""]) => ({ href: href.replaceAll("&amp;", "&"), words }));
  });
}

it.each([
  "/techniques/T1078/",
  "/techniques/T1078/?function=detect&framework=m365",
  "/techniques/T1078/?aligned=18.1&min-rating=partial",
  "/techniques/T1550.001/v/14.1/",
  "/frameworks/nist_800_53/capabilities/AC-02/",
  "/frameworks/azure/capabilities/microsoft_sentinel/?aligned=16.1&q=cloud",
  "/sets/m365/07.18.2025/16.1/enterprise/capabilities/DEF-SSCO-E3/",
  "/frameworks/nist_800_53/groups/AC/",
  "/frameworks/m365/groups/m365-defender/",
  "/sets/aws/12.12.2024/16.1/enterprise/capabilities/amazon_guardduty/",
])("%s", async (address) => {
  const rows = (await figuresOf(address)).filter((links) => links.length > 0);
  expect(rows.length).toBeGreaterThan(0);
  for (const [all, ...rated] of rows) {
    expect(rated.length).toBeGreaterThan(0);
    for (const { href, words } of rated) expect(await rowsAt(app, href), href).toBe(Number(words.replaceAll(",", "")));
    const sum = rated.reduce((total, { words }) => total + Number(words.replaceAll(",", "")), 0);
    expect(await rowsAt(app, all?.href ?? ""), all?.href).toBe(sum);
  }
});
