/** Every figure that is a link opens as many rows as it says. */
import { expect, it } from "vitest";
import { hrefs } from "../../src/site/hrefs.js";
import { routes } from "../../src/site/routes.js";
import type { AttackObjectView } from "../../src/site/views/attack-object.js";
import { fakeApp } from "./fake-site.js";
import { rowsAt } from "./rows-at.js";

const app = fakeApp({ routes });

/** Links of a page whose words are a count, its unit beside it or not; claims that came and went are no rows of a table. */
async function figuresOf(address: string) {
  const html = await (await app.request(address)).text();
  const links = html.matchAll(/<a href="([^"]+)"(?: rel="nofollow")?>([\d,]+)(?: [^<]*)?<\/a>/g);
  return [...links]
    .filter(([, href = ""]) => !href.includes("/changes/"))
    .map(([, href = "", words = ""]) => ({
      href: href.replaceAll("&amp;", "&"),
      count: Number(words.replaceAll(",", "")),
    }));
}

/** `figures`: how many there are at least. */
it.each([
  { address: "/", figures: 49 },
  { address: "/frameworks/", figures: 40 },
  { address: "/frameworks/aws/", figures: 1 },
  { address: "/sets/", figures: 48 },
  { address: "/frameworks/nist_800_53/", figures: 14 },
  { address: "/frameworks/veris/", figures: 14 },
  { address: "/sets/csa_ccm/4.1/17.1/enterprise/", figures: 3 },
  { address: "/sets/nist_800_53/rev5/14.1/enterprise/?group=AC&q=policy", figures: 2 },
  { address: "/sets/veris/1.4.0/16.1/ics/?aligned=19.0", figures: 2 },
  { address: "/techniques/", figures: 1 },
  { address: "/techniques/enterprise/v/16.1/", figures: 1 },
  { address: "/techniques/enterprise/?framework=aws,intel-vpro&q=cloud&sort=-defense", figures: 1 },
  { address: "/tactics/", figures: 118 },
  { address: "/tactics/enterprise/v/14.1/", figures: 90 },
  { address: "/tactics/TA0005/", figures: 26 },
  { address: "/tactics/TA0005/v/18.1/?framework=aws&function=detect", figures: 27 },
  { address: "/matrix/enterprise/", figures: 18 },
  { address: "/matrix/enterprise/?metric=rating&sub=open&outline=G0016", figures: 18 },
  { address: "/matrix/enterprise/v/14.1/", figures: 16 },
  { address: "/matrix/enterprise/?aligned=1.0", figures: 10 },
  { address: "/matrix/enterprise/?side=threat", figures: 17 },
  { address: "/matrix/enterprise/?framework=veris", figures: 17 },
  { address: "/matrix/mobile/?side=threat&framework=kev", figures: 2 },
  { address: "/matrix/enterprise/?framework=aws", figures: 14 },
  { address: "/matrix/enterprise/?framework=nist_800_53&function=protect", figures: 14 },
  { address: "/matrix/enterprise/?framework=m365,azure&function=detect&metric=rating", figures: 14 },
  { address: "/matrix/enterprise/v/16.1/?function=respond", figures: 10 },
  { address: "/matrix/enterprise/?min-rating=partial", figures: 14 },
  { address: "/matrix/enterprise/v/16.1/?framework=m365&function=detect&min-rating=significant", figures: 10 },
  { address: "/matrix/enterprise/?framework=m365,aws&min-rating=minimal&metric=rating", figures: 14 },
  { address: "/techniques/enterprise/?framework=aws&function=protect&min-rating=significant", figures: 1 },
])("$address", async ({ address, figures: least }) => {
  const figures = await figuresOf(address);
  expect(figures.length).toBeGreaterThanOrEqual(least);
  for (const { href, count } of figures) expect(await rowsAt(app, href), href).toBe(count);
});

it("a mitigation names every capability that it counts", async () => {
  const page = await (await app.request("/mitigations/M1026/")).text();
  const twin = (await (await app.request("/api/v1/mitigations/M1026/")).json()) as AttackObjectView;
  const sharing = twin.domains.flatMap((domain) => domain.sharing);
  expect(sharing.length).toBeGreaterThan(5);
  for (const { framework, capabilities } of sharing)
    for (const { id } of capabilities) expect(page).toContain(`href="${hrefs.capability(framework, id)}"`);
});
