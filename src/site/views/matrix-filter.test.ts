import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { type MatrixQuestion, matrixView } from "./matrix.js";

const kb = embeddedKnowledge();
const at = (question: Partial<MatrixQuestion>) =>
  matrixView(kb, { domain: "enterprise", aligned: "16.1", ...question });

describe("the frameworks of a matrix", () => {
  it("may be several: each cell holds what one of them or the other has", () => {
    const both = at({ framework: "m365, Azure" });
    const [m365, azure] = [at({ framework: "m365" }), at({ framework: "azure" })];
    if (!both.ok || !m365.ok || !azure.ok) throw new Error("no matrix");
    expect(both.view.filter).toMatchObject({ side: "defense", frameworks: ["azure", "m365"] });
    const cells = (found: typeof both) => found.view.matrices[0]?.tactics.flatMap(({ techniques }) => techniques) ?? [];
    const [one, other] = [cells(m365), cells(azure)];
    for (const [index, { rows, capabilities, frameworks }] of cells(both).entries()) {
      const [a, b] = [one[index], other[index]];
      expect(rows).toBe((a?.rows ?? 0) + (b?.rows ?? 0));
      expect(capabilities).toBe((a?.capabilities ?? 0) + (b?.capabilities ?? 0));
      expect(frameworks).toBe(Math.min(1, a?.rows ?? 0) + Math.min(1, b?.rows ?? 0));
    }
  });

  it.each([
    ["of two sides", { framework: "m365,kev" }, /one side: M365 \(defense\), KEV \(threat\)|one side/],
    ["not of the side asked for", { framework: "m365", side: "threat" }, /one side, here threat/],
    ["unknown", { framework: "m365,azzure" }, /azure/],
    ["of an unknown side", { side: "thret" }, /Did you mean threat/],
  ])("%s are refused", (_, question, said) => {
    const found = at(question);
    expect(found.ok ? "" : found.problem.detail).toMatch(said);
  });

  it.each([
    [{ as: "tabel" }, '"tabel" is no form of the page. Did you mean table?'],
    [{ metric: "ratings" }, '"ratings" is no metric. Did you mean rating?'],
    [{ sub: "closed" }, '"closed" is no form of sub-techniques. There is only open.'],
  ])("and its look are refused alike: %s", (question, said) => {
    const found = at(question);
    expect(found.ok ? null : found.problem).toMatchObject({ status: 400, code: "TM4004", detail: said });
  });

  it("and its look are understood in any case", () => {
    const found = at({ as: "Table", metric: "RATING", sub: "open" });
    expect(found.ok && found.view).toMatchObject({ as: "table", metric: "rating", open: true });
    expect(at({ as: "matrix" }).ok && at({}).ok).toBe(true);
  });

  it("of the threat side are asked for without function and rating, which they do not have", () => {
    const found = matrixView(kb, { domain: "enterprise", side: "threat", function: "detect", "min-rating": "partial" });
    expect(found.ok && found.view.filter).toEqual({ side: "threat", frameworks: [], function: null, minRating: null });
  });
});
