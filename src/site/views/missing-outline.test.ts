import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { matrixPage } from "../pages/matrix.js";
import { type MatrixQuestion, matrixView } from "./matrix.js";
import { missingOutlineProblem } from "./missing-outline.js";

const kb = embeddedKnowledge();
const at = (question: Partial<MatrixQuestion>) => {
  const found = matrixView(kb, { domain: "enterprise", ...question });
  if (!found.ok) throw new Error(found.problem.detail);
  return found.view;
};

/** Links of the message, as they are written. */
function linksOf(question: Partial<MatrixQuestion>): readonly string[] {
  const [, message = ""] = /id="outline-missing">(.*?)<\/div>/.exec(String(matrixPage(at(question)).body)) ?? [];
  return [...message.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
}

describe("an outline that is not there", () => {
  it.each([
    ["APT92", "G0016"],
    ["cobalt stirke", "S0154"],
    ["Sandwrom", "G0034"],
    ["G9016", "G1016"],
    ["cozy baer", "G0016"],
    ["SolarWinds Compromse", "C0024"],
  ])("%s leaves the matrix as it is and leads to %s, with all other choices", (outline, id) => {
    const view = at({ outline, framework: "m365", "min-rating": "partial", sub: "open" });
    expect(view).toMatchObject({ outline: null, missing: { asked: outline, known: false } });
    expect(view.legend).toEqual(at({ framework: "m365", "min-rating": "partial" }).legend);
    const links = linksOf({ outline, framework: "m365", "min-rating": "partial", sub: "open" });
    expect(links).toContain(`/matrix/enterprise/?framework=m365&min-rating=partial&outline=${id}&sub=open`);
  });

  it("of an older release leads to that release's matrix", () => {
    expect(linksOf({ outline: "Sandwrom", aligned: "16.1" })).toContain("/matrix/enterprise/v/16.1/?outline=G0034");
  });

  it("of another domain is looked for there, with the frameworks that it has", () => {
    const { missing } = at({ domain: "ics", outline: "APT29", side: "threat", framework: "veris" });
    expect(missing).toMatchObject({ known: true, said: "APT29 is not in ICS 18.1, the newest with groups." });
    expect(linksOf({ domain: "ics", outline: "APT29" })).toEqual(["/matrix/enterprise/?outline=G0016"]);
    expect(linksOf({ domain: "enterprise", framework: "m365,gcp", outline: "S0399" })).toEqual([
      "/matrix/mobile/?outline=S0399",
    ]);
  });

  it("of other releases leads to the first and the newest that have it; a source without the kind is not silent on one", () => {
    const { missing } = at({ aligned: "19.0", outline: "C0024" });
    expect(missing?.said).toBe("Nothing is known of campaigns in Enterprise 19.0: its source has none.");
    expect(linksOf({ aligned: "19.0", outline: "C0024" })).toEqual([
      "/matrix/enterprise/v/13.0/?outline=C0024",
      "/matrix/enterprise/v/18.1/?outline=C0024",
    ]);
    expect(at({ outline: "C0024" }).outline?.techniques.length).toBeGreaterThan(10);
  });

  it("is a technique, or nothing like anything", () => {
    expect(linksOf({ outline: "T1059" })).toEqual(["/techniques/T1059/"]);
    expect(at({ outline: "T1059" }).missing?.said).toContain("T1059 is a technique");
    expect(linksOf({ outline: "zzzzzzzz" })).toEqual(["/search/?q=zzzzzzzz"]);
  });

  it("is a problem for who asks for data", () => {
    const { missing } = at({ outline: "APT92" });
    expect(missing && missingOutlineProblem(missing)).toMatchObject({ status: 404, code: "TM4044" });
    expect(missing && missingOutlineProblem(missing).suggestions).toContainEqual({
      label: "G0016 APT29",
      href: "/groups/G0016/",
    });
  });
});

it("the same in another domain keeps what that has", () => {
  const kept = (question: Partial<MatrixQuestion>) =>
    at(question).kept.map(({ domain, frameworks, outline }) => [domain, frameworks.join(), outline]);
  expect(kept({ framework: "m365,aws", outline: "G0016" })).toEqual([
    ["enterprise", "aws,m365", "G0016"],
    ["mobile", "", null],
    ["ics", "", null],
  ]);
  expect(kept({ framework: "veris,kev", outline: "Sandworm Team" })).toEqual([
    ["enterprise", "kev,veris", "G0034"],
    ["mobile", "kev,veris", "G0034"],
    ["ics", "veris", "G0034"],
  ]);
});
