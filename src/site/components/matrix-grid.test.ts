import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { type MatrixQuestion, matrixView } from "../views/matrix.js";
import { techniqueView } from "../views/technique.js";
import { cellsOf } from "../words/matrix.js";
import { rowsHref } from "./matrix-grid.js";

const kb = embeddedKnowledge();

/** The rows that a cell's link asks for, as the server reads the address. */
function rowsAt(href: string) {
  const { pathname, searchParams } = new URL(href, "http://localhost");
  const [, id = "", release] = /^\/techniques\/([^/]+)\/(?:v\/([^/]+)\/)?$/.exec(pathname) ?? [];
  const asked = (name: string) => searchParams.get(name) ?? undefined;
  const found = techniqueView(kb, {
    id,
    attack: release,
    aligned: asked("aligned"),
    framework: asked("framework"),
    function: asked("function"),
    "min-rating": asked("min-rating"),
  });
  if (!found.ok) throw new Error(found.problem.detail);
  return found.view.mappings;
}

describe.each<[string, Partial<MatrixQuestion>]>([
  ["two frameworks", { framework: "m365,azure" }],
  ["a function and a least rating", { aligned: "16.1", function: "detect", "min-rating": "partial" }],
  ["the threat side", { side: "threat" }],
])("a cell of %s", (_, question) => {
  it("leads to the rows that it counts", () => {
    const found = matrixView(kb, { domain: "enterprise", ...question });
    if (!found.ok) throw new Error(found.problem.detail);
    const cells = cellsOf(found.view).filter((_cell, place) => place % 5 === 0);
    const leads = cells.map(({ id }) => [id, rowsAt(rowsHref(found.view, id)).length]);
    expect(leads).toEqual(cells.map(({ id, rows }) => [id, rows]));
    expect(cells.some(({ rows }) => rows > 0)).toBe(true);
  });
});
