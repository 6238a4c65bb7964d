import { withArticle } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import type { Capability, CapabilityInSet } from "../../knowledge/capability-index.js";
import type { ManifestSet } from "../../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { nearest } from "../../knowledge/suggest.js";
import { controlOfEnhancement } from "../../model/control-enhancement.js";
import { findFrameworkId, frameworkOf } from "../../model/framework.js";
import { parseAttackVersion } from "../../model/version.js";
import { type Answer, answer, problem, type Suggestion } from "../answer.js";
import { hrefs } from "../hrefs.js";
import { type DidYouMean, didYouMean } from "./did-you-mean.js";
import { unknownFramework } from "./row-filter.js";

/** A framework's capability under any spelling; a problem suggests frameworks or ids near to what was asked. */
export function findCapability(kb: KnowledgeBase, framework: string, asked: string): Answer<Capability> {
  const frameworkId = findFrameworkId(framework, kb.frameworkIds);
  if (frameworkId === null) return unknownFramework(kb, framework, (near) => capabilityIn(kb, near, asked));
  const index = kb.capabilities(frameworkId);
  const found = index.find(asked);
  if (found) return answer(found);
  const { noun, name } = frameworkOf(frameworkId);
  const named = index.all.flatMap((capability) => {
    const { id, name: called } = capability;
    const meant = { label: labelOf(capability), href: hrefs.capability(frameworkId, id) };
    return [id, called ?? id].map((text) => ({ text, meant }));
  });
  const { words, suggestions } = controlMeant(frameworkId, index, asked) ?? didYouMean(asked, named);
  return problem(404, "TM4020", {
    title: `No such ${noun}`,
    detail: `No loaded version of ${name} has ${withArticle(noun)} ${JSON.stringify(asked.trim())}.${words}`,
    suggestions,
  });
}

/** What was asked for, in a framework that may have been meant; null where it has no such thing. */
function capabilityIn(kb: KnowledgeBase, framework: string, asked: string): Suggestion | null {
  const found = kb.capabilities(framework).find(asked);
  if (found === null) return null;
  return { label: `${frameworkOf(framework).name}: ${labelOf(found)}`, href: hrefs.capability(framework, found.id) };
}

/** Instead of an enhancement that no set names: its control. */
function controlMeant(
  framework: string,
  index: { find(text: string): Capability | null },
  asked: string,
): DidYouMean | null {
  const control = controlOfEnhancement(asked);
  const found = framework === "nist_800_53" && control !== null ? index.find(control) : null;
  if (found === null) return null;
  const label = labelOf(found);
  return {
    words: ` Its sets map controls, not their enhancements; the control is ${label}.`,
    suggestions: [{ label, href: hrefs.capability(framework, found.id) }],
  };
}

function labelOf({ id, name }: Capability): string {
  return name === null || name === id ? id : `${id} ${name}`;
}

/** A loaded set by its id (`framework/version/release/domain`, blanks and case forgiven). */
export function findSet(kb: KnowledgeBase, asked: string): Answer<ManifestSet> {
  const [framework = "", version = "", release = "", domain = ""] = asked
    .trim()
    .replace(/^\/|\/$/g, "")
    .split("/");
  const frameworkId = findFrameworkId(framework, kb.frameworkIds);
  if (frameworkId === null) return unknownFramework(kb, framework);
  const wanted = [
    frameworkId,
    version.toLowerCase(),
    parseAttackVersion(release) ?? release,
    domain.toLowerCase(),
  ].join("/");
  const found = kb.sets.find((set) => set.id.toLowerCase() === wanted.toLowerCase());
  if (found) return answer(found);
  const own = kb.sets.filter((set) => set.framework === frameworkId).map((set) => set.id);
  const near = nearest(asked, own);
  const shown = near.length > 0 ? near : own;
  return problem(404, "TM4021", {
    title: "No such mapping set",
    detail: `No set ${JSON.stringify(asked.trim())} is loaded. ${near.length > 0 ? "Did you mean" : "Of this framework there are"} ${shown.join(", ")}${near.length > 0 ? "?" : "."}`,
    suggestions: shown.map((id) => ({ label: id, href: hrefs.set(id) })),
  });
}

/** A capability of a framework as one set has it; a problem for a set of another framework says whose it is. */
export function findCapabilityOfSet(
  kb: KnowledgeBase,
  { framework, set, id }: { readonly framework: string; readonly set: string; readonly id: string },
): Answer<{ capability: Capability; inSet: CapabilityInSet }> {
  const frameworkId = findFrameworkId(framework, kb.frameworkIds);
  if (frameworkId === null) return unknownFramework(kb, framework, (near) => capabilityIn(kb, near, id));
  const found = findSet(kb, set);
  if (!found.ok) return found;
  const { id: setId, framework: owner } = found.view;
  const inSet = findCapabilityInSet(kb, setId, id);
  if (owner === frameworkId) return inSet;
  return problem(404, "TM4022", {
    title: "Set of another framework",
    detail: `${setId} is a set of ${frameworkOf(owner).name}, not of ${frameworkOf(frameworkId).name}.`,
    suggestions: inSet.ok ? [standingIn(inSet.view.inSet)] : [],
  });
}

/** A capability as one set has it; a problem says in which sets it stands instead. */
export function findCapabilityInSet(
  kb: KnowledgeBase,
  setId: string,
  asked: string,
): Answer<{ capability: Capability; inSet: CapabilityInSet }> {
  const set = findSet(kb, setId);
  if (!set.ok) return set;
  const found = findCapability(kb, set.view.framework, asked);
  if (!found.ok) return found;
  const having = found.view.sets.filter((entry) => entry.facts.id === set.view.id);
  const inSet = having.length < 2 ? having[0] : kb.capabilities(set.view.framework).spelled(having, asked);
  if (inSet) return answer({ capability: found.view, inSet });
  if (having.length > 1) return severalInSet(found.view, having);
  return problem(404, "TM4022", {
    title: `${found.view.id} is not in this set`,
    detail: `${found.view.id} stands in ${found.view.sets.map((entry) => entry.facts.id).join(", ")}, not in ${set.view.id}.`,
    suggestions: found.view.sets.map(standingIn),
  });
}

/** What is one capability now and was several in the set: the id of today means none of them more than another. */
function severalInSet({ id }: Capability, having: readonly CapabilityInSet[]) {
  return problem(404, "TM4022", {
    title: `${id} is several in this set`,
    detail: `What is ${id} now stands in ${having[0]?.facts.id} as ${wordList(
      having.map((entry) => entry.id),
      "and",
    )}.`,
    suggestions: having.map(standingIn),
  });
}

function standingIn({ id, facts }: CapabilityInSet): Suggestion {
  return { label: `${id} in ${facts.id}`, href: hrefs.setCapability(facts.id, id) };
}
