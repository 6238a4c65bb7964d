import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { techniqueView } from "../views/technique.js";
import { techniquePage } from "./technique.js";

const kb = embeddedKnowledge();
const text = (question: Parameters<typeof techniqueView>[1]) => {
  const found = techniqueView(kb, question);
  if (!found.ok) throw new Error(found.problem.detail);
  const body = String(techniquePage(found.view).body);
  return body.replace(/<[^>]+>/g, "").replace(/\s+/g, " ");
};

it("what a filter hides is told of both sets that a framework has of one release", () => {
  const ids = ["nist_800_53/rev4/14.1/enterprise", "nist_800_53/rev5/14.1/enterprise"];
  const rows = ids.reduce((sum, id) => sum + kb.authoredRows(id, "T1550.001").length, 0);
  expect(text({ id: "T1550.001", attack: "14.1", framework: "nist_800_53", function: "detect" })).toContain(
    `NIST SP 800-53 has ${rows} rows. Without the filter there are ${rows + 2} rows of 2 frameworks.`,
  );
});

it("one row is one row", () => {
  const timeline = kb.timeline("enterprise");
  const ids = timeline
    .at(timeline.newest)
    .activeTechniques()
    .flatMap(({ id }) => id ?? []);
  const pages = ids.map((id) => text({ id }));
  expect(pages.filter((page) => page.includes("The row was written for")).length).toBeGreaterThan(10);
  expect(pages.filter((page) => page.includes(" entry describes it")).length).toBeGreaterThan(10);
  for (const page of pages) expect(page).not.toMatch(/\bAll 1 row|\b1 threat or incident entry describe |\b1 rows/);
});
