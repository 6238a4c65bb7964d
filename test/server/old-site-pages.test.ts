import { describe, expect, it } from "vitest";
import { resolveOldAddress } from "../../src/site/old-addresses.js";
import { oldSitePages } from "../../src/site/old-site-pages.js";
import { matchRoute } from "../../src/site/route.js";
import { routes } from "../../src/site/routes.js";
import { everyAddress } from "../../src/site/sitemap.js";
import { standingAddress } from "../../src/site/standing-address.js";
import { embeddedKnowledge } from "../embedded.js";

const kb = embeddedKnowledge();
const pages = [...oldSitePages(kb)];

describe("the pages of the site we succeed", () => {
  it("are as many of each kind as its builder made", () => {
    const count = (pattern: RegExp) => pages.filter((page) => pattern.test(page)).length;
    expect(new Set(pages).size).toBe(pages.length);
    // Two of the old site's 9,949 technique pages were called "None", and stand for no technique.
    expect({
      sets: count(/^\/external\/[^/]+\/attack-[^/]+\/domain-[^/]+\/[^/]+\/$/),
      techniqueLists: count(/\/techniques\/$/),
      techniques: count(/\/techniques\/T/),
      tacticLists: count(/\/tactics\/$/),
      tactics: count(/\/tactics\/TA/),
    }).toEqual({ sets: 33, techniqueLists: 33, techniques: 9947, tacticLists: 33, tactics: 433 });
    // It had no page for what has no mapping; ours has.
    expect(count(/\/domain-.*\/capability-groups\//)).toBeGreaterThanOrEqual(508);
    expect(count(/^\/external\/.*\/domain-[^/]+\/[^/]+\/(?!capability-groups\/).+\/$/)).toBeGreaterThanOrEqual(3027);
    expect(pages.length).toBeGreaterThan(15_087);
  });

  it("each lead to a page that is there", () => {
    const there = new Set(everyAddress(routes, kb));
    const lost = pages.flatMap((page) => {
      const target = resolveOldAddress(kb, page, {})?.href ?? (matchRoute(routes, page) ? page : null);
      const answered = target !== null && standingAddress(kb, target, there) !== null;
      return answered ? [] : [`${page} -> ${target}`];
    });
    expect(lost).toEqual([]);
  });
});
