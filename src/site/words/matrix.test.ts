import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { matrixPage } from "../pages/matrix.js";
import { type MatrixQuestion, matrixView } from "../views/matrix.js";
import { matrixSentence, matrixTitle } from "./matrix.js";

const kb = embeddedKnowledge();
const words = (question: MatrixQuestion) => {
  const found = matrixView(kb, question);
  if (!found.ok) throw new Error(found.problem.detail);
  return [matrixTitle(found.view), matrixSentence(found.view)];
};

it("a domain without a defending set is not one without rows", () => {
  const [title, sentence] = words({ domain: "ics" });
  expect(title).toBe("No defending framework over ICS 19.0");
  expect(sentence).toContain(
    "nothing is known of its 79 techniques and 18 sub-techniques. VERIS has: see the threat side.",
  );
  expect(words({ domain: "ics", side: "threat" })[1]).toMatch(/^\d+ of 79 techniques/);
});

it("a filter is named, and only where there is one", () => {
  const [all, whole] = words({ domain: "enterprise" });
  expect(all).toBe("All defending frameworks over Enterprise 19.0");
  expect(whole).not.toContain("passes");
  const [title, sentence] = words({ domain: "enterprise", function: "detect", "min-rating": "partial" });
  expect(title).toBe("All defending frameworks over Enterprise 19.0: detect rows rated at least partial");
  expect(sentence).toContain("that passes the filter");
});

it("a technique that another filter shows is not said to have no row", () => {
  const [, whole = ""] = words({ domain: "enterprise" });
  expect(whole).toContain("44 techniques and sub-techniques without such a row are declared non-mappable.");
  const [, outlined = ""] = words({ domain: "enterprise", function: "detect", outline: "G0016" });
  expect(outlined).toMatch(
    / have at least one row that passes the filter\. \d+ techniques and sub-techniques without such a row/,
  );
  expect(outlined).toContain("APT29 is reported to use 66 techniques and sub-techniques; ");
});

it("a framework without a set for the domain has no say, which is not no row", () => {
  const [title, sentence] = words({ domain: "mobile", framework: "m365" });
  expect(title).toBe("Microsoft 365 over Mobile 19.0");
  expect(sentence).toMatch(
    /^Microsoft 365 has no mapping set for Mobile: nothing is known of its \d+ techniques and \d+ sub-techniques\. .* have: see the threat side\.$/,
  );
  expect(words({ domain: "ics", framework: "kev" })[1]).toMatch(
    /^CISA Known Exploited Vulnerabilities has no mapping set for ICS: .*VERIS has\.$/,
  );
});

it("nor do its columns and its legend count", () => {
  const body = (question: MatrixQuestion) => {
    const found = matrixView(kb, question);
    return found.ok ? String(matrixPage(found.view).body) : "";
  };
  const silent = body({ domain: "ics" });
  expect(silent).not.toMatch(/0 of \d|no row|sub-techniques mapped/);
  expect(silent).toContain("no set, so nothing is known");
  expect(body({ domain: "ics", side: "threat" })).toMatch(/\d+(?:<\/a>)? of 12<.*no row/);
});

it("open sub-techniques leave names room: only the longest tactics stand in two columns", () => {
  const wide = (sub: string | undefined) => {
    const found = matrixView(kb, { domain: "enterprise", sub });
    return found.ok ? String(matrixPage(found.view).body).split("<section data-wide>").length - 1 : -1;
  };
  expect([wide(undefined), wide("open")]).toEqual([2, 2]);
});
