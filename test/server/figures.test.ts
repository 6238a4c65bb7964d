/** Every figure that is a link opens as many rows as it says, and one that counts what is listed nowhere is no link. */
import { expect, it } from "vitest";
import { routes } from "../../src/site/routes.js";
import { fakeApp } from "./fake-site.js";
import { rowsAt } from "./rows-at.js";

const app = fakeApp({ routes });

/** Links of a page whose words are a count, its unit beside it or not. */
async function figuresOf(address: string) {
  const html = await (await app.request(address)).text();
  const links = html.matchAll(/<a href="([^"]+)"(?: rel="nofollow")?>([\d,]+)(?: [^<]*)?<\/a>/g);
  return [...links].map(([, href = "", words = ""]) => ({
    href: href.replaceAll("&amp;", "&"),
    count: Number(words.replaceAll(",", "")),
  }));
}

/** `figures`: how many there are at least. */
it.each([
  { address: "/techniques/", figures: 1 },
  { address: "/techniques/enterprise/v/16.1/", figures: 1 },
  { address: "/techniques/enterprise/?framework=aws,intel-vpro&q=cloud&sort=-defense", figures: 1 },
  { address: "/tactics/", figures: 118 },
  { address: "/tactics/enterprise/v/14.1/", figures: 90 },
  { address: "/tactics/TA0005/", figures: 10 },
  { address: "/tactics/TA0005/v/18.1/?framework=aws&function=detect", figures: 10 },
  { address: "/matrix/enterprise/", figures: 18 },
  { address: "/matrix/enterprise/?metric=rating&sub=open&outline=G0016", figures: 18 },
  { address: "/matrix/enterprise/v/14.1/", figures: 16 },
  { address: "/matrix/enterprise/?aligned=1.0", figures: 10 },
])("$address", async ({ address, figures: least }) => {
  const figures = await figuresOf(address);
  expect(figures.length).toBeGreaterThanOrEqual(least);
  for (const { href, count } of figures) expect(await rowsAt(app, href), href).toBe(count);
});

it.each([
  "side=threat",
  "framework=aws",
  "function=detect",
  "min-rating=partial",
])("a matrix of %s counts what no list does", async (chosen) => {
  expect(await figuresOf(`/matrix/enterprise/?${chosen}`)).toEqual([]);
});
