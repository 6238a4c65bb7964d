import { counted } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import { domainNames } from "../../model/domain.js";
import { frameworkOf, type Side } from "../../model/framework.js";
import { hrefs } from "../hrefs.js";
import { releaseOf, withQuery } from "../view-hrefs.js";
import type { MatrixCell, MatrixPageView } from "../views/matrix.js";
import { isAsked } from "../views/matrix-cells.js";
import type { MatrixMetric, MatrixStep } from "../views/matrix-metric.js";
import { objectKindFacts } from "../views/object-kind.js";
import { answeredInLists, isOfAllDefense } from "./matrix-list.js";
import { plainSentence, type Sentence } from "./sentence.js";

/** What depth shows. Incident codes and vulnerabilities are no capabilities. */
export function metricWords(metric: MatrixMetric, side: Side): string {
  const words = {
    capabilities: `Number of ${unitOf[side].many}`,
    rating: "Best rating",
    frameworks: "Number of frameworks",
  };
  return words[metric];
}

/** What a framework of a side has rows of. */
export const unitOf = {
  defense: { one: "capability", many: "capabilities" },
  threat: { one: "entry", many: "entries" },
} as const satisfies Record<Side, object>;

/** Whose rows the matrix shows. */
function whoseRows(view: MatrixPageView): string {
  const { filter } = view;
  const { frameworks } = filter;
  if (frameworks.length > 3) return `${frameworks.length} defending frameworks`;
  if (frameworks.length > 0)
    return wordList(
      frameworks.map((id) => frameworkOf(id)[frameworks.length === 1 ? "name" : "shortName"]),
      "and",
    );
  const words = filter.side === "threat" ? "threat vocabulary" : "defending framework";
  if (!hasSets(view)) return `No ${words}`;
  return filter.side === "threat" ? "Threat vocabularies" : "All defending frameworks";
}

export function matrixTitle(view: MatrixPageView): string {
  const narrowed = filterWords(view);
  return `${whoseRows(view)} over ${domainNames[view.domain]} ${view.view.release}${narrowed === null ? "" : `: ${narrowed}`}`;
}

/** `detect rows rated at least partial`; null where every row counts. */
function filterWords({ filter: { function: of, minRating } }: MatrixPageView): string | null {
  if (of === null && minRating === null) return null;
  return `${of === null ? "" : `${of} `}rows${minRating === null ? "" : ` rated at least ${minRating}`}`;
}

/** Whether any framework that is asked for has a set for the domain. */
export function hasSets({ frameworks, filter }: MatrixPageView): boolean {
  return frameworks.some(({ id }) => isAsked(filter, id));
}

export function matrixSentence(view: MatrixPageView): string {
  return plainSentence(matrixCounts(view));
}

/** What is counted, of how many; what is outlined, of how many. Figures open their techniques. */
export function matrixCounts(view: MatrixPageView): Sentence {
  const { totals, outline, filter } = view;
  const { techniques, subtechniques, outlined, nonMappable } = totals;
  if (!hasSets(view)) return silent(view);
  const list = hrefs.techniques(view.domain, releaseOf(view.view));
  const opening = (count: number, asked: Readonly<Record<string, string | null>> | null) => ({
    figure: String(count),
    href: asked !== null && count > 0 ? withQuery(list, asked) : null,
  });
  const inLists = answeredInLists(view);
  const answered = (level: string) => ({ level, ...inLists });
  const narrowed = filterWords(view) === null ? "" : " that passes the filter";
  const verb = filter.side === "threat" ? "are named by at least one row" : `have at least one row${narrowed}`;
  const subs: Sentence =
    subtechniques.all === 0
      ? []
      : [" and ", opening(subtechniques.mapped, answered("sub-technique")), ` of ${subtechniques.all} sub-techniques`];
  const declared: Sentence =
    nonMappable === 0
      ? []
      : [
          " ",
          opening(nonMappable, isOfAllDefense(filter) ? { standing: "non-mappable" } : null),
          ` ${nonMappable === 1 ? "technique or sub-technique without such a row is" : "techniques and sub-techniques without such a row are"} declared non-mappable.`,
        ];
  const whose =
    outline === null
      ? ""
      : ` ${outline.name} ${outline.kind === "group" ? "is reported to use" : objectKindFacts[outline.kind].verb} ${counted(outlined.all, "technique or sub-technique", "techniques and sub-techniques")}; ${outlined.mapped} of these ${outlined.mapped === 1 ? "has" : "have"} such a row.`;
  return [
    opening(techniques.mapped, answered("technique")),
    ` of ${techniques.all} techniques`,
    ...subs,
    ` ${verb}.`,
    ...declared,
    whose,
  ];
}

/** A domain without a set of what is asked for: nobody has looked, which is not the same as "no row". */
function silent(view: MatrixPageView): Sentence {
  const { totals, filter, domain } = view;
  const { techniques, subtechniques } = totals;
  const asked = filter.frameworks.map((id) => frameworkOf(id).name);
  const one = filter.side === "threat" ? "No threat vocabulary" : "No defending framework";
  const whose =
    asked.length === 0
      ? `${one} has`
      : asked.length === 1
        ? `${asked[0]} has no`
        : `None of ${wordList(asked, "and")} has`;
  const set = asked.length === 1 ? "mapping set" : "a mapping set";
  const known = `nothing is known of its ${counted(techniques.all, "technique")} and ${counted(subtechniques.all, "sub-technique")}`;
  return [`${whose} ${set} for ${domainNames[domain]}: ${known}.`, ...others(view)];
}

/** Which frameworks have looked, and where they are shown. */
function others({ frameworks, filter: { side }, domain, view }: MatrixPageView): Sentence {
  const own = frameworks.filter((known) => known.side === side);
  const named = own.length > 0 ? own : frameworks;
  if (named.length === 0) return [];
  const names = wordList(
    named.map(({ name }) => name),
    "and",
  );
  const have = ` ${names} ${named.length === 1 ? "has" : "have"}`;
  if (own.length > 0) return [`${have}.`];
  const other = side === "threat" ? null : "threat";
  const href = withQuery(hrefs.matrix(domain, releaseOf(view)), { side: other });
  return [`${have}: `, { figure: `see the ${other === null ? "defence" : "threat"} side`, href }, "."];
}

export function legendWords({ level, from, to, rating }: MatrixStep): string {
  if (rating !== null) return `best ${rating}`;
  if (level === "unscored") return "not scored";
  if (to === null) return `${from} or more`;
  return from === to ? String(from) : `${from}–${to}`;
}

/** Every technique and sub-technique once, in id order. */
export function cellsOf({ matrices }: MatrixPageView): readonly MatrixCell[] {
  const cells = new Map<string, MatrixCell>();
  for (const { tactics } of matrices)
    for (const { techniques } of tactics)
      for (const top of techniques) for (const cell of [top, ...top.subtechniques]) cells.set(cell.id, cell);
  return [...cells.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
