import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import type { TableQuestion } from "../table/question.js";
import { noValue } from "../table/spec.js";
import type { MatrixFilter } from "./matrix-cells.js";
import type { MatrixOutline } from "./matrix-outline.js";
import { frameOfKinds } from "./object-frame.js";
import { outlineKindFacts } from "./outline-kind.js";

/** What of a matrix's choices another domain has too, at its newest release. Choices not named here fit any domain. */
export interface KeptChoices {
  readonly domain: Domain;
  readonly frameworks: readonly string[];
  /** Id of what is outlined; null where nothing is, or the domain has it not. */
  readonly outline: string | null;
}

export function keptChoices(
  kb: KnowledgeBase,
  domain: Domain,
  { filter, outline }: { readonly filter: MatrixFilter; readonly outline: MatrixOutline | null },
): KeptChoices {
  const has = frameworksIn(kb, [domain]);
  return {
    domain,
    frameworks: filter.frameworks.filter((framework) => has.has(framework)),
    outline: outline !== null && isIn(kb, domain, outline) ? outline.id : null,
  };
}

function isIn(kb: KnowledgeBase, domain: Domain, { kind, id }: MatrixOutline): boolean {
  const { kinds } = outlineKindFacts[kind];
  const framed = frameOfKinds(kb, { domain, kinds }, {});
  if (!framed.ok) return false;
  const release = kb.timeline(domain).at(framed.view.release);
  return kinds.some((known) => release.object(known, id) !== null);
}

function frameworksIn(kb: KnowledgeBase, domains: readonly Domain[]): ReadonlySet<string> {
  return new Set(domains.flatMap((domain) => kb.newestSets(domain).map(({ framework }) => framework)));
}

/** What is asked of a list of techniques, without the tactics, platforms and frameworks that other domains have not. */
export function keptQuestion(kb: KnowledgeBase, domains: readonly Domain[], question: TableQuestion): TableQuestion {
  const known: Readonly<Record<string, () => ReadonlySet<string>>> = {
    framework: () => frameworksIn(kb, domains),
    tactic: () => new Set(releasesOf(kb, domains).flatMap((release) => release.tactics().map(({ id }) => id ?? ""))),
    platform: () =>
      new Set(releasesOf(kb, domains).flatMap((release) => release.activeTechniques().flatMap((one) => one.platforms))),
  };
  const facets = Object.entries(question.facets).flatMap(([facet, values]) => {
    const has = known[facet]?.();
    const kept = has === undefined ? values : values.filter((value) => value === noValue || has.has(value));
    return kept.length === 0 ? [] : [[facet, kept] as const];
  });
  return { ...question, facets: Object.fromEntries(facets), page: 1 };
}

function releasesOf(kb: KnowledgeBase, domains: readonly Domain[]) {
  return domains.map((domain) => kb.timeline(domain).at(kb.newestRelease(domain)));
}
