import type { Capability, CapabilityInSet } from "../../knowledge/capability-index.js";
import type { ManifestSet } from "../../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { nearest } from "../../knowledge/suggest.js";
import { findFrameworkId, frameworkOf } from "../../model/framework.js";
import { parseAttackVersion } from "../../model/version.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";
import { unknownFramework } from "./row-filter.js";

/** A framework's capability under any spelling; a problem suggests frameworks or ids near to what was asked. */
export function findCapability(kb: KnowledgeBase, framework: string, asked: string): Answer<Capability> {
  const frameworkId = findFrameworkId(framework, kb.frameworkIds);
  if (frameworkId === null) return unknownFramework(kb, framework);
  const index = kb.capabilities(frameworkId);
  const found = index.find(asked);
  if (found) return answer(found);
  const { noun, name } = frameworkOf(frameworkId);
  const near = nearest(
    asked,
    index.all.map((capability) => capability.id),
  );
  const named = near.length > 0 ? near : nearestByName(index.all, asked);
  return problem(404, "TM4020", {
    title: `No such ${noun}`,
    detail: `No loaded version of ${name} has a ${noun} ${JSON.stringify(asked.trim())}.${named.length > 0 ? ` Did you mean ${named.join(", ")}?` : ""}`,
    suggestions: named.map((id) => ({ label: id, href: hrefs.capability(frameworkId, id) })),
  });
}

function nearestByName(all: readonly Capability[], asked: string): readonly string[] {
  const ids = new Map(all.map(({ id, name }) => [name ?? id, id]));
  return nearest(asked, ids.keys()).map((name) => ids.get(name) ?? name);
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
  const inSet = found.view.sets.find((entry) => entry.facts.id === set.view.id);
  if (inSet) return answer({ capability: found.view, inSet });
  return problem(404, "TM4022", {
    title: `${found.view.id} is not in this set`,
    detail: `${found.view.id} stands in ${found.view.sets.map((entry) => entry.facts.id).join(", ")}, not in ${set.view.id}.`,
    suggestions: found.view.sets.map((entry) => ({
      label: `${entry.id} in ${entry.facts.id}`,
      href: hrefs.setCapability(entry.facts.id, entry.id),
    })),
  });
}
