import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Answer } from "../answer.js";
import { aboutFields, methodologyFields, searchFields } from "../fields.js";
import { type AboutView, aboutView as viewAbout, methodologyView as viewMethodology } from "../views/about.js";
import { type SearchView, searchView as viewSearch } from "../views/search.js";
import { ask, type QuestionOf } from "./ask.js";

export type SearchQuestion = QuestionOf<typeof searchFields>;
export type AboutQuestion = QuestionOf<typeof aboutFields>;
export type MethodologyQuestion = QuestionOf<typeof methodologyFields>;
export type MethodologyView = AboutView;

/** Everything with a page, by id, name or other spelling; the first 100 hits. */
export function searchView(kb: KnowledgeBase, question: SearchQuestion): Answer<SearchView> {
  return ask(searchFields, question, (asked) => viewSearch(kb, asked));
}

/**
 * What Tidemap is, or one of its pages about scores, types and figures.
 * Problems: TM4050.
 */
export function aboutView(kb: KnowledgeBase, question: AboutQuestion = {}): Answer<AboutView> {
  return ask(aboutFields, question, ({ topic = "" }) => viewAbout(kb, topic));
}

/**
 * How one framework is mapped: method, scope, what is published.
 * Problems: TM4050.
 */
export function methodologyView(kb: KnowledgeBase, question: MethodologyQuestion): Answer<MethodologyView> {
  return ask(methodologyFields, question, ({ topic }) => viewMethodology(kb, topic));
}
