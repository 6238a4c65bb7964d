import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { capabilityChangesView, techniqueChangesView } from "../views/object-changes.js";
import { capabilityChangesPage, techniqueChangesPage } from "./object-changes.js";

const kb = embeddedKnowledge();
const technique = techniqueChangesView(kb, { id: "T1059.001" });
const capability = capabilityChangesView(kb, { framework: "nist_800_53", id: "AC-02" });
if (!technique.ok || !capability.ok) throw new Error("both are loaded");
const pages = {
  technique: String(techniqueChangesPage(technique.view).body),
  capability: String(capabilityChangesPage(capability.view).body),
};

it.each(Object.entries(pages))("the page of a %s says that a renamed type is the same claim", (_, page) => {
  expect(page).toContain("Renamed capabilities and mapping types are the same claim.");
});

it("claims said again under another type name are counted as such, not as unchanged", () => {
  expect(pages.technique).not.toContain("unchanged");
  expect(pages.technique).toContain("all with a renamed type: protects, now mitigates</td>");
  expect(pages.technique).toContain(
    "18 claims kept (all with a renamed type: protects, now mitigates; 16 with the capability spelled otherwise)",
  );
  expect(pages.capability).toContain("202 claims kept (all with a renamed type: protects, now mitigates), Enterprise");
});

it("claims that kept every word are just kept", () => {
  expect(pages.technique).toContain("1 claim came, 0 went; 2 claims kept<");
});
