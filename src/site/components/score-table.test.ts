import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { techniqueView } from "../views/technique.js";
import { scoreTable } from "./score-table.js";

const answered = techniqueView(embeddedKnowledge(), { id: "T1059.001" });
if (!answered.ok) throw new Error("T1059.001 is loaded");
const { functions } = answered.view.summary;

it("a best rating that several frameworks have is said to be of them all", () => {
  const [protect] = functions;
  expect([protect?.best, protect?.bestFrameworks]).toEqual(["significant", ["aws", "intel-vpro", "m365"]]);
  const text = String(scoreTable(functions, null));
  expect(text).toContain("significant: AWS, Intel vPro, M365</td>");
  expect(text).toContain("Best rating: Protect significant (AWS, Intel vPro, M365); Detect significant (");
});

it("without a rating there is no best one, and it is nobody's", () => {
  const unrated = functions.map((counts) => ({ ...counts, best: null, bestFrameworks: [] }));
  expect(String(scoreTable(unrated, null))).not.toContain("Best rating:");
});
