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

/** What narrows rows down; null, and no framework named, = everything. */
export interface RowFilter {
  /** Ids, sorted, each once: rows of any of them. */
  readonly frameworks: readonly string[];
  readonly function: MappingFunction | null;
  /** Rows without a rating never reach one. */
  readonly minRating: Rating | null;
  readonly rating: ScoredAs | null;
}

export interface RowQuestion {
  /** One framework, or several with commas. */
  readonly framework?: string | undefined;
  readonly function?: string | undefined;
  readonly "min-rating"?: string | undefined;
  readonly rating?: string | undefined;
}

/** The filter of a question; a problem names the nearest word for one that is unknown. */
export function rowFilterOf(kb: KnowledgeBase, question: RowQuestion): Answer<RowFilter> {
  const named = frameworksOf(kb, question.framework);
  if (!named.ok) return named;
  const wanted = wordOf("function", mappingFunctions, question.function);
  if (!wanted.ok) return wanted;
  const minRating = wordOf("least rating", ratings, question["min-rating"]);
  if (!minRating.ok) return minRating;
  const rating = wordOf("rating", scoredAs, question.rating);
  if (!rating.ok) return rating;
  return answer({
    frameworks: named.view,
    function: wanted.view,
    minRating: minRating.view,
    rating: rating.view,
  });
}

/** The ids of named frameworks; a problem for the first that is none, and where names are asked for and none is there. */
function frameworksOf(kb: KnowledgeBase, asked: string | undefined): Answer<readonly string[]> {
  if (asked === undefined) return answer([]);
  const names = asked.split(",").filter((name) => name.trim() !== "");
  const found = new Set<string>();
  for (const name of names.length === 0 ? [asked] : names) {
    const id = findFrameworkId(name, kb.frameworkIds);
    if (id === null) return unknownFramework(kb, name.trim());
    found.add(id);
  }
  return answer([...found].sort());
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
export function filterQuery({ frameworks, function: of, rating, minRating }: RowFilter) {
  return { framework: frameworks.join(","), function: of, rating, "min-rating": minRating };
}

/** Whether anything is asked. */
export function isNarrowed(filter: RowFilter): boolean {
  const { frameworks, function: of, minRating, rating } = filter;
  return frameworks.length > 0 || of !== null || minRating !== null || rating !== null;
}

/** Whether rows of a framework are asked for. */
export function isOf({ frameworks }: RowFilter, framework: string): boolean {
  return frameworks.length === 0 || frameworks.includes(framework);
}

export function passes(filter: RowFilter, row: Mapping): boolean {
  if (!isOf(filter, row.framework)) return false;
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
