import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Domain, domains } from "../../model/domain.js";
import type { AttackVersion } from "../../model/version.js";
import { type Answer, answer, problem } from "../answer.js";
import { hrefs } from "../hrefs.js";
import type { Query } from "../route.js";
import type { PreparedTable } from "../table/prepared-table.js";
import type { TableQuestion } from "../table/question.js";
import { type TableFrame, type TableView, tableView } from "../table/table-view.js";
import { alignedFrameOf, type Frame, framesOf } from "./frame.js";
import { keptQuestion, keptRelease } from "./kept-choices.js";
import type { TechniqueRow } from "./technique-list.js";
import { someDefends } from "./technique-rows.js";
import { techniqueTableOf } from "./technique-table.js";

/** Techniques of one release, or of one in each domain that has it. */
export interface TechniquesView {
  /** null = all domains. */
  readonly domain: Domain | null;
  readonly views: readonly Frame[];
  /** Those of the domains that no defensive framework has a set of: its rows say nothing of their techniques. */
  readonly silentDomains: readonly Domain[];
  /** The one tactic that is asked, and all its techniques in the list; null where none or several are. */
  readonly tactic: { readonly id: string; readonly name: string; readonly techniques: number } | null;
  /** All of those that pass, in id order unless asked otherwise. */
  readonly page: TableView<TechniqueRow>;
}

/** All active techniques of a domain (or of every domain) at a release, with what answers them, as the question asks. */
export function techniquesView(kb: KnowledgeBase, question: Query): Answer<TechniquesView> {
  const domain =
    question.domain === undefined ? null : (kb.domains.find((known) => known === question.domain) ?? undefined);
  if (domain === undefined) return unknownDomain(question.domain ?? "");
  const framed = framesOf(domain === null ? kb.domains : [domain], (one) => alignedFrameOf(kb, one, question));
  if (!framed.ok) return framed;
  const table = techniqueTableOf(kb, framed.view);
  const page = tableView(table, question);
  if (!page.ok) return page;
  const isSilent = (one: Domain) => !someDefends(kb.newestSets(one));
  return answer({
    domain,
    views: framed.view,
    silentDomains: framed.view.map((frame) => frame.domain).filter(isSilent),
    tactic: tacticOf(table, page.view),
    page: page.view,
  });
}

function tacticOf(table: PreparedTable<TechniqueRow>, { question }: TableFrame): TechniquesView["tactic"] {
  const [id, ...others] = question.facets.tactic ?? [];
  const facet = table.spec.facets.find((known) => known.id === "tactic");
  if (id === undefined || others.length > 0 || facet === undefined) return null;
  const techniques = table.values("tactic").filter((tactics) => tactics.includes(id)).length;
  return techniques === 0 ? null : { id, name: facet.label?.(id) ?? id, techniques };
}

/** What a page of the list shows beside it. */
export interface TechniquesPageView extends TechniquesView {
  /** The same question in each domain and (null) in all of them, for links to their lists. */
  readonly kept: readonly {
    readonly domain: Domain | null;
    /** null: as it is now. */
    readonly release: AttackVersion | null;
    readonly question: TableQuestion;
  }[];
}

export function techniquesPageView(kb: KnowledgeBase, question: Query): Answer<TechniquesPageView> {
  const found = techniquesView(kb, question);
  if (!found.ok) return found;
  const { page, views } = found.view;
  const [frame] = views;
  const keep = (domain: Domain | null) => ({
    domain,
    release: frame === undefined ? null : keptRelease(kb, domain ?? frame.domain, frame),
    question: keptQuestion(kb, { domains: domain === null ? kb.domains : [domain], frame }, page.question),
  });
  return answer({ ...found.view, kept: [null, ...kb.domains].map(keep) });
}

/** A problem that names the three domains. */
export function unknownDomain(asked: string) {
  return problem(404, "TM4006", {
    title: "No such domain",
    detail: `${JSON.stringify(asked)} is no ATT&CK domain; there are ${domains.join(", ")}.`,
    suggestions: domains.map((domain) => ({ label: domain, href: hrefs.techniques(domain) })),
  });
}
