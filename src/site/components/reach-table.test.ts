import { expect, it } from "vitest";
import { parseAttackVersion } from "../../model/version.js";
import type { Reach } from "../views/reach.js";
import { reachTable } from "./reach-table.js";

const attackVersion = parseAttackVersion("16.1");
if (attackVersion === null) throw new Error("16.1 is a release");

/** Five techniques with a protect row, two of them without a rating; three with a detect row. */
const mixed: Reach = {
  ...{
    framework: "own",
    name: "Own",
    side: "defense",
    set: "own/1/16.1/enterprise",
    frameworkVersion: "1",
    attackVersion,
  },
  ...{ n: 6, of: 9, functions: { protect: 5, detect: 3, respond: 0 }, notScored: 2 },
  ...{ nonMappable: 0, parentOnly: 0, doubtful: [], gaps: [] },
};
const linked = (reach: Reach) => {
  const page = String(reachTable([reach], "Reach", { withFunction: (framework, of) => `/${framework}/${of}/` }));
  return [...page.matchAll(/<a href="(\/own\/[^"]+)">(\d+)<\/a>/g)].map(([, href, words]) => [href, words]);
};

it("a figure opens a list only where it counts all of it", () => {
  expect(linked(mixed)).toEqual([["/own/detect/", "3"]]);
  expect(linked({ ...mixed, notScored: 0 })).toEqual([
    ["/own/protect/", "5"],
    ["/own/detect/", "3"],
  ]);
  expect(linked({ ...mixed, notScored: 5 })).toEqual([
    ["/own/detect/", "3"],
    ["/own/protect/", "5"],
  ]);
});

it("what a parent answers and what is declared open their lists, where there are any", () => {
  const lists = {
    parentOnly: (framework: string) => `/${framework}/parents/`,
    nonMappable: (framework: string) => `/${framework}/declared/`,
  };
  const page = String(reachTable([{ ...mixed, parentOnly: 4 }], "Reach", lists));
  expect(page).toContain('<a href="/own/parents/">4</a>');
  expect(page).not.toContain("/own/declared/");
  expect(String(reachTable([{ ...mixed, nonMappable: 2 }], "Reach", lists))).toContain(
    '<a href="/own/declared/">2</a>',
  );
});
