/** A set's techniques as its page counts them: ids of the file, and how many of them its release has. */
import { expect, it } from "vitest";
import { setView } from "../../src/site/views/set.js";
import { setSentence } from "../../src/site/words/set.js";
import { embeddedKnowledge } from "../embedded.js";

const kb = embeddedKnowledge();

function viewOf(set: string) {
  const found = setView(kb, { set });
  if (!found.ok) throw new Error(found.problem.detail);
  return found.view;
}

it.each(kb.sets.map(({ id }) => id))("%s", (id) => {
  const { set, counts } = viewOf(id);
  const facts = kb.facts(id);
  const timeline = kb.timeline(set.domain);
  const active = timeline.at(timeline.resolve(set.attackVersion) ?? set.attackVersion).activeTechniques();
  const here = new Set(active.map((technique) => technique.id));
  const named = [...new Set(facts.techniques.flatMap((technique) => technique.id?.trim() ?? []))];
  expect(counts.silent).toBe(here.size - named.filter((technique) => here.has(technique)).length);
  const mapped = new Set<string>();
  for (let row = 0; row < facts.rows; row++) {
    const technique = facts.techniques[facts.technique[row] ?? 0]?.id?.trim();
    const { status } = facts.claims[facts.claim[row] ?? 0] ?? {};
    if (technique !== undefined && status !== "non_mappable") mapped.add(technique);
  }
  expect(counts.notInRelease).toBe([...mapped].filter((technique) => !here.has(technique)).length);
});

it.each([
  ["nist_800_53/rev5/16.1/enterprise", 1, "to 470 techniques, 469 of them active in ATT&CK 16.1 Enterprise;"],
  ["azure/04.26.2025/16.1/enterprise", 1, "to 412 techniques, 411 of them active in ATT&CK 16.1 Enterprise;"],
  ["m365/07.18.2025/16.1/enterprise", 0, "techniques of ATT&CK 16.1 Enterprise;"],
])("%s says so", (id, strays, words) => {
  const view = viewOf(id);
  expect(view.counts.notInRelease).toBe(strays);
  expect(setSentence(view)).toContain(words);
});
