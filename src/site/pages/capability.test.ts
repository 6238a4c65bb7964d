import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { capabilityView } from "../views/capability.js";
import { capabilityGroupView } from "../views/capability-group.js";
import { capabilityPage } from "./capability.js";
import { capabilityGroupPage } from "./capability-group.js";

const kb = embeddedKnowledge();
const viewOf = (framework: string, id: string) => {
  const answered = capabilityView(kb, { framework, id });
  if (!answered.ok) throw new Error(answered.problem.detail);
  return answered.view;
};
const pageOf = (framework: string, id: string) => String(capabilityPage(viewOf(framework, id)).body);
const groupPageOf = (framework: string, group: string) => {
  const answered = capabilityGroupView(kb, { framework, group });
  if (!answered.ok) throw new Error(answered.problem.detail);
  return String(capabilityGroupPage(answered.view).body);
};
const ransomware = "action.malware.variety.Ransomware";

it.each([
  ["a vulnerability", pageOf("kev", "CVE-2021-44228")],
  ["an incident code", pageOf("veris", ransomware)],
  ["a group of vulnerabilities", groupPageOf("kev", "code_execution")],
])("the techniques of %s are mapped, not unscored", (_, page) => {
  expect(page).not.toMatch(/not scored|best rating|> (minimal|partial|significant)/);
  expect(page).toContain('<li><i data-step="mapped">&bull;</i> mapped</li><li><i></i> no row</li>');
  expect(page).toMatch(/data-step="mapped" title="T\d{4}[^"]*: mapped"/);
});

it("the techniques of a defence keep ratings and their key", () => {
  const page = pageOf("aws", "amazon_guardduty");
  expect(page).toContain("with the best rating of each function");
  expect(page).toMatch(/data-step="2" title="T\d{4}[^"]*: [^"]*partial/);
  expect(page).toContain("not scored</li>");
  expect(page).not.toContain('data-step="mapped"');
});
