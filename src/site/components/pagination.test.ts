import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pagination } from "./pagination.js";

const at = (page: number, pages: number) => String(pagination({ page, pages, href: (n) => `?page=${n}` }) ?? "");

describe("pagination", () => {
  it("is nothing for one page", () => {
    expect(at(1, 1)).toBe("");
  });

  it("leads to first, last and neighbours, and says where one is", () => {
    const links = [...at(5, 9).matchAll(/href="\?page=(\d+)"(?: aria-current="page")?/g)].map((match) => match[0]);
    expect(links).toEqual([
      'href="?page=4"',
      'href="?page=1"',
      'href="?page=4"',
      'href="?page=5" aria-current="page"',
      'href="?page=6"',
      'href="?page=9"',
      'href="?page=6"',
    ]);
  });

  it("never leads to a page that is not there", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), (pages, seed) => {
        const page = (seed % pages) + 1;
        const linked = [...at(page, pages).matchAll(/\?page=(\d+)/g)].map((match) => Number(match[1]));
        expect(linked.every((n) => n >= 1 && n <= pages)).toBe(true);
      }),
    );
  });
});
