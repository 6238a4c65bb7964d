import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../test/embedded.js";
import { atomFeed, feedItems, jsonFeed } from "./feed.js";
import { matchRoute } from "./route.js";
import { routes } from "./routes.js";

const kb = embeddedKnowledge();
const root = "https://example.org/x&y";

describe("the feed", () => {
  it("holds every set, and every release whose day is known, the newest first", () => {
    const items = feedItems(kb);
    expect(items.filter(({ path }) => path.startsWith("/sets/"))).toHaveLength(33);
    expect(items.some(({ title }) => title === "ATT&CK 18.1 Enterprise")).toBe(true);
    // 19.0 is derived: no publisher names its day.
    expect(items.some(({ title }) => title.includes("19.0 "))).toBe(false);
    const days = items.map(({ day }) => day);
    expect(days).toEqual([...days].sort().reverse());
    expect(
      items.every(
        ({ path }) => matchRoute(routes, path)?.route.answer(kb, matchRoute(routes, path)?.params ?? {}, {}).ok,
      ),
    ).toBe(true);
  });

  it("is JSON Feed 1.1", () => {
    const feed = JSON.parse(jsonFeed(kb, root));
    expect(feed).toMatchObject({ version: "https://jsonfeed.org/version/1.1", feed_url: `${root}/feed.json` });
    for (const item of feed.items) {
      expect(item.id).toMatch(/^https:\/\/example\.org\/x&y\//);
      expect(Number.isNaN(Date.parse(item.date_published))).toBe(false);
    }
    expect(new Set(feed.items.map(({ id }: { id: string }) => id)).size).toBe(feed.items.length);
  });

  it("is Atom, as XML, and the same twice", () => {
    const text = atomFeed(kb, root);
    const tag = /<\/?[a-z-]+(?: [a-z]+="[^"<>&]*(?:&(?:amp|lt|gt|quot);[^"<>&]*)*")*\/?>|<\?xml [^?]*\?>/g;
    expect(text.replace(tag, "")).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|apos;)/);
    expect(text.split("<entry>").length - 1).toBe(feedItems(kb).length);
    expect(text.split("</entry>").length - 1).toBe(feedItems(kb).length);
    expect(atomFeed(kb, root)).toBe(text);
  });
});
