import { parseCsv } from "hucre/csv";
import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { type MatrixPageView, matrixView } from "../views/matrix.js";
import { matrixCsv } from "./matrix-csv.js";

it("has a line a technique, as the other files have theirs", async () => {
  const [head, first] = (await matrixCsv(ofMobile())).split("\n");
  expect(head).toBe("technique,name,tactics,capabilities,frameworks,rows,best,functions,nonMappable,outlined");
  expect(first).toBe("T1398,Boot or Logon Initialization Scripts,TA0028,0,0,0,,,,");
});

it.each(["=1+1", "'=1+1", "''-x", 'a "b", c'])("gives the name %s back", async (name) => {
  const view = ofMobile();
  const matrices = view.matrices.map((drawn) => ({
    ...drawn,
    tactics: drawn.tactics.map((tactic) => ({
      ...tactic,
      techniques: tactic.techniques.map((cell) => ({ ...cell, name })),
    })),
  }));
  const [, first] = parseCsv(await matrixCsv({ ...view, matrices }), { delimiter: "," });
  expect(String(first?.[1]).replace(/^'(?='*[=+\-@\t\r\n\0|])/, "")).toBe(name);
});

function ofMobile(): MatrixPageView {
  const answered = matrixView(embeddedKnowledge(), { domain: "mobile" });
  if (!answered.ok) throw new Error("no matrix");
  return answered.view;
}
