/** What a figure of reach leads to stands on the page that asks for the framework, and holds as many techniques. */
import { describe, expect, it } from "vitest";
import { bodyAt } from "../reply-at.js";

/** Figures that lead to an address with such a place: what they say, and where. */
function figuresOf(address: string, place: RegExp) {
  const links = bodyAt(address).matchAll(/<a href="([^"]+)#([^"]+)"[^>]*>([\d,]+)<\/a>/g);
  return [...links].flatMap(([, path = "", id = "", says = ""]) =>
    place.test(id) ? [{ path: path.replaceAll("&amp;", "&"), id, says: Number(says.replaceAll(",", "")) }] : [],
  );
}

/** Rows of the section, or below the heading, that has the id. */
function rowsAt(body: string, id: string): number {
  const [, after = ""] = body.split(` id="${id}"`);
  const [part = ""] = after.split(id.startsWith("answered") ? "</section>" : /<tr class="heading">|<\/tbody>/);
  return part.split("<tr").length - part.split('<tr class="heading"').length - part.split("<thead>").length + 1;
}

describe.each([
  ...["/groups/G0016/", "/groups/G0034/", "/groups/G0016/v/14.1/", "/software/S0154/", "/software/S0604/v/15.1/"],
  ...["/campaigns/C0024/", "/mitigations/M1026/", "/frameworks/kev/capabilities/CVE-2023-34362/"],
  "/frameworks/veris/capabilities/action.malware.variety.Ransomware/?aligned=16.1",
])("reach on %s", (address) => {
  const figures = figuresOf(address, /^(answered|parent-only|non-mappable)-/);

  it("leads to lists of as many techniques", () => {
    expect(figures.length).toBeGreaterThan(5);
    const found = figures.map(({ path, id }) => ({ path, id, says: rowsAt(bodyAt(path), id) }));
    expect(found).toEqual(figures);
  });
});
