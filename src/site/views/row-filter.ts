import { wordKey } from "../../base/word-key.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { nearest } from "../../knowledge/suggest.js";
import { findFrameworkId, frameworkNames, frameworkOf } from "../../model/framework.js";
import {
  type Mapping,
  type MappingFunction,
  mappingFunctions,
  type Rating,
  ratings,
  reaches,
  type ScoredAs,
  scoredAs,
  scoredAsOf,
} from "../../model/mapping.js";
import { type Answer, answer, problem, type Suggestion } from "../answer.js";
import { hrefs } from "../hrefs.js";

/** What narrows rows down; null = everything. */
export interface RowFilter {
  readonly framework: string | null;
  readonly function: MappingFunction | null;
  /** Rows without a rating never reach one. */
  readonly minRating: Rating | null;
  readonly rating: ScoredAs | null;
}

export interface RowQuestion {
  readonly framework?: string | undefined;
  readonly function?: string | undefined;
  readonly minRating?: string | undefined;
  readonly rating?: string | undefined;
}

/** The filter of a question; a problem names the nearest word for one that is unknown. */
export function rowFilterOf(kb: KnowledgeBase, question: RowQuestion): Answer<RowFilter> {
  const framework = question.framework === undefined ? null : findFrameworkId(question.framework, kb.frameworkIds);
  if (question.framework !== undefined && framework === null) return unknownFramework(kb, question.framework);
  const wanted = wordOf("function", mappingFunctions, question.function);
  if (!wanted.ok) return wanted;
  const minRating = wordOf("least rating", ratings, question.minRating);
  if (!minRating.ok) return minRating;
  const rating = wordOf("rating", scoredAs, question.rating);
  if (!rating.ok) return rating;
  return answer({ framework, function: wanted.view, minRating: minRating.view, rating: rating.view });
}

/**
 * A problem that suggests frameworks near to what was asked, or lists all of them. `within` leads to the thing of such a framework
 * that the whole question was of; null leads to the framework.
 */
export function unknownFramework(
  kb: KnowledgeBase,
  asked: string,
  within: (framework: string) => Suggestion | null = () => null,
) {
  const names = frameworkNames(kb.frameworkIds);
  const near = [...new Set(nearest(asked, names.keys()).map((name) => names.get(name) ?? name))];
  const shown = near.length > 0 ? near : kb.frameworkIds;
  return problem(404, "TM4003", {
    title: "Framework not loaded",
    detail: `No framework is called ${JSON.stringify(asked)}. ${near.length > 0 ? "Did you mean" : "Loaded are"} ${shown.join(", ")}${near.length > 0 ? "?" : "."}`,
    suggestions: shown.map((id) => {
      const thing = near.length > 0 ? within(id) : null;
      return thing ?? { label: frameworkOf(id).name, href: hrefs.framework(id) };
    }),
  });
}

/** A filter by the names that addresses have for it. */
export function filterQuery({ framework, function: of, rating, minRating }: RowFilter) {
  return { framework, function: of, rating, "min-rating": minRating };
}

/** Whether anything is asked. */
export function isNarrowed(filter: RowFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

export function passes(filter: RowFilter, row: Mapping): boolean {
  if (filter.framework !== null && row.framework !== filter.framework) return false;
  if (filter.function !== null && row.function !== filter.function) return false;
  if (filter.minRating !== null && !reaches(row.rating, filter.minRating)) return false;
  return filter.rating === null || scoredAsOf(row) === filter.rating;
}

/** Which of some words was asked for, in whatever case, `not scored` for `not-scored`; null where none was, a problem for one that is none of them. */
export function wordOf<Word extends string>(
  what: string,
  words: readonly Word[],
  asked: string | undefined,
): Answer<Word | null> {
  if (asked === undefined) return answer(null);
  const wanted = wordKey(asked);
  const found = words.find((word) => word === wanted);
  return found === undefined ? unknownWord(what, asked, words) : answer(found);
}

/** A problem for a word that is none of those there are; it names the nearest. */
function unknownWord(what: string, asked: string, words: readonly string[]) {
  const near = nearest(asked, words);
  return problem(400, "TM4004", {
    title: `Unknown ${what}`,
    detail: `${JSON.stringify(asked)} is no ${what}. ${near.length > 0 ? `Did you mean ${near.join(", ")}?` : `There ${words.length === 1 ? "is only" : "are"} ${words.join(", ")}.`}`,
  });
}
