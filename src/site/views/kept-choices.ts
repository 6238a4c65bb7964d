import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import type { AttackVersion } from "../../model/version.js";
import type { TableQuestion } from "../table/question.js";
import { noValue } from "../table/spec.js";
import type { Frame } from "./frame.js";
import type { MatrixFilter } from "./matrix-cells.js";
import type { MatrixOutline } from "./matrix-outline.js";
import { frameOfKinds } from "./object-frame.js";
import { outlineKindFacts } from "./outline-kind.js";

/** The release that is shown, where a domain has it too; null: the domain is shown as it is now. */
export function keptRelease(kb: KnowledgeBase, domain: Domain, { kind, release }: Frame): AttackVersion | null {
  return kind === "current" || kb.timeline(domain).resolve(release) === null ? null : release;
}

/** What of a matrix's choices another domain has too. Choices not named here fit any domain. */
export interface KeptChoices {
  readonly domain: Domain;
  readonly release: AttackVersion | null;
  readonly frameworks: readonly string[];
  /** Id of what is outlined; null where nothing is, or the domain has it not. */
  readonly outline: string | null;
}

export function keptChoices(
  kb: KnowledgeBase,
  domain: Domain,
  chosen: { readonly frame: Frame; readonly filter: MatrixFilter; readonly outline: MatrixOutline | null },
): KeptChoices {
  const { frame, filter, outline } = chosen;
  const release = keptRelease(kb, domain, frame);
  const has = frameworksIn(kb, [domain]);
  return {
    domain,
    release,
    frameworks: filter.frameworks.filter((framework) => has.has(framework)),
    outline: outline !== null && isIn(kb, { domain, release }, outline) ? outline.id : null,
  };
}

function isIn(
  kb: KnowledgeBase,
  { domain, release }: { readonly domain: Domain; readonly release: AttackVersion | null },
  { kind, id }: MatrixOutline,
): boolean {
  const { kinds } = outlineKindFacts[kind];
  const framed = frameOfKinds(kb, { domain, kinds }, { aligned: release ?? undefined });
  if (!framed.ok) return false;
  const shown = kb.timeline(domain).at(framed.view.release);
  return kinds.some((known) => shown.object(known, id) !== null);
}

function frameworksIn(kb: KnowledgeBase, domains: readonly Domain[]): ReadonlySet<string> {
  return new Set(domains.flatMap((domain) => kb.newestSets(domain).map(({ framework }) => framework)));
}

/** What is asked of a list of techniques, without the tactics, platforms and frameworks that other domains have not. */
export function keptQuestion(
  kb: KnowledgeBase,
  { domains, frame }: { readonly domains: readonly Domain[]; readonly frame: Frame | undefined },
  question: TableQuestion,
): TableQuestion {
  const releases = domains.map((domain) => {
    const timeline = kb.timeline(domain);
    const kept = frame === undefined ? null : keptRelease(kb, domain, frame);
    return timeline.at((kept === null ? null : timeline.resolve(kept)) ?? kb.newestRelease(domain));
  });
  const known: Readonly<Record<string, () => ReadonlySet<string>>> = {
    framework: () => frameworksIn(kb, domains),
    tactic: () => new Set(releases.flatMap((release) => release.tactics().map(({ id }) => id ?? ""))),
    platform: () => new Set(releases.flatMap((release) => release.activeTechniques().flatMap((one) => one.platforms))),
  };
  const facets = Object.entries(question.facets).flatMap(([facet, values]) => {
    const has = known[facet]?.();
    const kept = has === undefined ? values : values.filter((value) => value === noValue || has.has(value));
    return kept.length === 0 ? [] : [[facet, kept] as const];
  });
  return { ...question, facets: Object.fromEntries(facets), page: 1 };
}
