import { counted, number } from "../../base/counted.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf } from "../../model/framework.js";
import { honestNumbers } from "../about/honest-numbers.js";
import { mappingTypes } from "../about/mapping-types.js";
import { method, notesOn, scored } from "../about/method.js";
import { overview } from "../about/overview.js";
import { related } from "../about/related.js";
import { retiredCve } from "../about/retired-cve.js";
import { scoring } from "../about/scoring.js";
import type { AboutSection, AboutTopic } from "../about/topic.js";
import { useCases } from "../about/use-cases.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";

/** A page of our own words, with the figures that the data gives. */
export interface AboutView extends AboutTopic {
  /** Its own lasting address. */
  readonly address: string;
}

/** Topics with an address below `/about/`, in reading order. */
export const aboutTopics: readonly AboutTopic[] = [
  scoring,
  mappingTypes,
  method,
  honestNumbers,
  useCases,
  related,
  retiredCve,
];

export function aboutView(kb: KnowledgeBase, topic: string): Answer<AboutView> {
  const found = topic === "" ? overview : aboutTopics.find(({ slug }) => slug === topic.trim().toLowerCase());
  if (!found) return unknownTopic(topic);
  const sections = found === method ? [...found.sections, byFramework(kb)] : found.sections;
  return answer({ ...found, sections, address: hrefs.about(found.slug) });
}

/** Where each framework's method and scope stand. */
function byFramework(kb: KnowledgeBase): AboutSection {
  const points = kb.frameworkIds.map((id) => ({
    term: frameworkOf(id).name,
    text: frameworkOf(id).side === "threat" ? "threat side" : "defence",
    href: hrefs.methodology(id),
  }));
  const all = { term: scored.title, text: scored.lead, href: hrefs.methodology(scored.slug) };
  return { id: "frameworks", title: "Framework by framework", paragraphs: [], points: [...points, all] };
}

/** Method and scope of a framework, or of the scored ones together. */
export function methodologyView(kb: KnowledgeBase, topic: string): Answer<AboutView> {
  const asked = topic.trim().toLowerCase();
  if (asked === scored.slug) return answer({ ...scored, address: hrefs.methodology(scored.slug) });
  const framework = kb.frameworkIds.find((id) => id === asked);
  if (framework === undefined) return unknownTopic(topic);
  const { name, side } = frameworkOf(framework);
  return answer({
    slug: framework,
    title: `How ${name} is mapped`,
    lead:
      side === "threat"
        ? `${name} describes attacks; its rows are never counted as defence.`
        : `What the rows of ${name} say, and what they leave out.`,
    sections: [...notesOn(framework), figuresOf(kb, framework)],
    address: hrefs.methodology(framework),
  });
}

/** Names of methodology pages: every framework that is loaded, and the scored ones together. */
export function methodologyTopics(kb: KnowledgeBase): readonly string[] {
  return [...kb.frameworkIds, scored.slug];
}

function figuresOf(kb: KnowledgeBase, framework: string): AboutSection {
  const sets = kb.sets.filter((set) => set.framework === framework);
  const sum = (count: (set: (typeof sets)[number]) => number) => sets.reduce((all, set) => all + count(set), 0);
  const { name, noun } = frameworkOf(framework);
  const types = [...new Set(sets.flatMap((set) => [...kb.facts(set.id).types.keys()]))];
  const rated = sets.filter((set) => kb.facts(set.id).claims.some(({ scoreValue }) => scoreValue !== null));
  const versions = new Set(sets.map(({ frameworkVersion }) => frameworkVersion));
  const releases = new Set(sets.map(({ attackVersion }) => attackVersion));
  return {
    id: "published",
    title: "What is published",
    paragraphs: [
      `${counted(sets.length, "set")}: ${counted(versions.size, "version")} over ${counted(releases.size, "ATT&CK release")}, ${number(sum(({ mappable }) => mappable))} mappable rows and ${number(sum(({ nonMappable }) => nonMappable))} non-mappable statements; ${counted(kb.capabilities(framework).all.length, noun)} in all. ${rated.length === 0 ? "None of them is scored." : rated.length === sets.length ? "All of them are scored." : `${rated.length} of them are scored.`}`,
      types.length === 0 ? "The files declare no mapping type." : `Mapping types declared: ${types.join(", ")}.`,
    ],
    points: [
      { term: name, text: "versions over releases, groups, and every entry", href: hrefs.framework(framework) },
      { term: "What a row claims", text: "mapping types in words", href: hrefs.about("mapping-types") },
    ],
  };
}

function unknownTopic(asked: string) {
  return problem(404, "TM4050", {
    title: "No such page about Tidemap",
    detail: `There is no page ${JSON.stringify(asked.slice(0, 80))} here.`,
    suggestions: [{ label: overview.title, href: hrefs.about() }],
  });
}
