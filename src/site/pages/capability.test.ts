import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { capabilitySentence } from "../components/capability-sentence.js";
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

it("a domain whose authors declare a capability non-mappable is not counted as none of its techniques", () => {
  expect(capabilitySentence(viewOf("veris", ransomware))).toBe(
    "Ransomware is mapped to 2 of 697 techniques of Enterprise 19.0, in 1 of 15 tactics; 1 of 124 techniques of Mobile 19.0, in 1 of 12 tactics; on none of them is it the only VERIS entry; for ICS its authors declare it non-mappable.",
  );
  const page = pageOf("veris", ransomware);
  expect(page).toContain("<h2>Exposure over the tactics, Mobile 19.0</h2>");
  expect(page).not.toMatch(/<h2>(Exposure over the tactics|Techniques), ICS/);
  expect(page).toContain("<h2>Declared non-mappable</h2>");
});

it("where rows reach no living technique nothing is said of tactics, nor of what rests on them", () => {
  const view = viewOf("kev", "CVE-2021-44228");
  const exposure = view.exposure.map((entry) => ({ ...entry, reached: 0 }));
  expect(capabilitySentence({ ...view, exposure })).toBe(
    "Apache Log4j2 Remote Code Execution Vulnerability is mapped to 0 of 697 techniques of Enterprise 19.0.",
  );
});
