import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { changeFigures, fateSign } from "../components/change-figures.js";
import { changeTable } from "../components/change-table.js";
import { type Column, dataTable } from "../components/data-table.js";
import { downloadLinks } from "../components/downloads.js";
import { capabilityLink } from "../components/links.js";
import { objectHead } from "../components/object-head.js";
import { section } from "../components/section.js";
import { setWords } from "../components/set-table.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import type { Rewording } from "../views/rewording.js";
import type { ChangePart, SetChangesView, SetStepView } from "../views/set-changes.js";
import type { SetRef } from "../views/set-ref.js";
import { fateWords, partTitle } from "../words/change.js";
import { typeWords } from "../words/mapping.js";
import { claimRule, rewordingsByKind, sameClaimRule } from "../words/rewording.js";

/** What a set says that an earlier one did not, and the reverse: counts by cause, then every claim behind them. */
export function setChangesPage(view: SetChangesView): Page {
  const { framework, older, newer } = view;
  const title = `${framework.name}: ${shortWords(older)} to ${shortWords(newer)}`;
  const path = hrefs.setChanges(newer.id, older.id);
  const file = `${newer.id.replaceAll("/", "_")}_since_${older.frameworkVersion}_${older.attackVersion}.json`;
  return {
    title: `What changed: ${title}`,
    description: changeSentence(view),
    body: html`${head(view)}${answerFirst({
      sentence: changeSentence(view),
      evidence: [changeFigures(view, ""), html`<p class="note">${ruleWords(view)}</p>`],
      beside: causes(view),
    })}${view.parts.map((part, index) => partSection(view, part, isFirst(view.parts, index)))}${renumbered(view)}${rewordings(view)}<div class="section">${downloadLinks("This page", [{ label: "JSON", href: hrefs.api(path), file }], path)}</div>`,
    breadcrumbs: [
      { label: "Sets", href: hrefs.sets() },
      { label: framework.name, href: hrefs.framework(framework.id) },
      { label: `${shortWords(newer)} ${domainNames[newer.domain]}`, href: hrefs.set(newer.id) },
      { label: `since ${shortWords(older)}`, href: null },
    ],
    section: "sets",
  };
}

/** `rev5 on 16.1` */
export function shortWords({ frameworkVersion, attackVersion }: SetRef): string {
  return `${frameworkVersion} on ${attackVersion}`;
}

/** The step in one sentence, for pages, terminal and feeds. */
export function changeSentence({ older, newer, tally: { mapped, nonMappable } }: SetStepView): string {
  const { added, removed, kept, rescored } = mapped;
  const before = kept.claims + rescored.claims + removed.claims;
  const again = rescored.claims === 0 ? "" : `, ${number(rescored.claims)} of them rescored`;
  const statements = nonMappable.added.claims + nonMappable.removed.claims;
  const none =
    statements === 0
      ? ""
      : ` ${counted(nonMappable.added.claims, "non-mappable statement")} came, ${number(nonMappable.removed.claims)} went.`;
  return `${shortWords(newer)} makes ${number(kept.claims + rescored.claims)} of the ${counted(before, "claim")} of ${shortWords(older)} again${again}; ${number(added.claims)} came and ${number(removed.claims)} went.${none}`;
}

function head({ framework, older, newer, release }: SetChangesView): HtmlText {
  return objectHead({
    kind: `What changed · ${framework.name} · ${domainNames[newer.domain]}`,
    title: `${shortWords(older)} to ${shortWords(newer)}`,
    facts: [
      { name: "Older", value: html`<a href="${hrefs.set(older.id)}">${setWords(older)}</a>` },
      { name: "Newer", value: html`<a href="${hrefs.set(newer.id)}">${setWords(newer)}</a>` },
      { name: "Compared on", value: `ATT&CK ${release}` },
    ],
  });
}

function ruleWords({ release, older, newer, tally: { mapped } }: SetChangesView): string {
  const parts = Object.values(mapped);
  const rows = (side: "olderRows" | "newerRows") => parts.reduce((sum, part) => sum + part[side], 0);
  return `Both sets are carried to ATT&CK ${release}. ${claimRule}; rows that repeat one count once: ${counted(rows("olderRows"), "row")} of ${shortWords(older)} and ${number(rows("newerRows"))} of ${shortWords(newer)}. ${sameClaimRule}`;
}

function causes({ parts }: SetChangesView): HtmlText | null {
  if (parts.length === 0) return null;
  return dataTable<ChangePart>({
    caption: "Why claims came and went",
    columns: [
      {
        label: "Why",
        kind: "main",
        cell: (part) => html`${fateSign(part.fate)} <a href="#${anchorOfPart(part)}">${partTitle(part)}</a>`,
      },
      { label: "Claims", kind: "number", narrowLabel: "Claims", cell: ({ tally }) => number(tally.claims) },
    ],
    bodies: [{ rows: parts }],
  });
}

function anchorOfPart({ fate, cause, mappable }: ChangePart): string {
  return [fate, ...(cause === null ? [mappable ? "scores" : "statements"] : [cause])].join("-");
}

/** The first part of its fate: the figure above leads there. */
function isFirst(parts: readonly ChangePart[], index: number): boolean {
  return parts.findIndex(({ fate }) => fate === parts[index]?.fate) === index;
}

function partSection(view: SetChangesView, part: ChangePart, first: boolean): HtmlText {
  const { older, newer, release } = view;
  const set = part.fate === "removed" ? older : newer;
  const claims = part.mappable ? counted(part.tally.claims, "claim") : counted(part.tally.claims, "statement");
  const body = section({
    id: anchorOfPart(part),
    title: html`${fateSign(part.fate)} ${partTitle(part)}`,
    meta: `${fateWords[part.fate]}, ${claims}, ${counted(part.tally.olderRows + part.tally.newerRows, "row")}`,
    body: changeTable({
      caption: `${fateWords[part.fate]}: ${partTitle(part)}`,
      bodies: [{ rows: part.changes }],
      capability: ({ capabilityId }) => hrefs.setCapability(set.id, capabilityId ?? ""),
      technique: ({ techniqueId, living }) =>
        living ? hrefs.technique(techniqueId ?? "", release) : hrefs.technique(techniqueId ?? ""),
      sides: part.fate === "rescored" ? ["older", "newer"] : [part.fate === "removed" ? "older" : "newer"],
    }),
  });
  return first ? html`<div id="${part.fate}">${body}</div>` : body;
}

function renumbered({ renumbered: changes, older, newer, release }: SetChangesView): HtmlText | null {
  if (changes.length === 0) return null;
  return section({
    id: "renumbered",
    title: html`${fateSign("kept")} Technique renumbered in between`,
    meta: `${counted(changes.length, "claim")} of both: ${shortWords(older)} names the technique by an older id`,
    body: changeTable({
      caption: "Claims on renumbered techniques",
      bodies: [{ rows: changes }],
      capability: ({ capabilityId }) => hrefs.setCapability(newer.id, capabilityId ?? ""),
      technique: ({ techniqueId }) => hrefs.technique(techniqueId ?? "", release),
      sides: ["newer"],
    }),
  });
}

const rewordingTitles = {
  renamed: "Capability renamed",
  respelled: "Capability spelled otherwise",
  regrouped: "Capability in another group",
  retyped: "Mapping type renamed",
} as const satisfies Record<Rewording["kind"], string>;

/** Words that changed while the claim stayed: listed by word, since the claims are all those of that word. */
function rewordings({ rewordings: all, newer, framework }: SetChangesView): Child {
  return rewordingsByKind(all).map(({ kind, own, claims }) => {
    const words = (word: string | null) => (kind === "retyped" ? typeWords(word) : (word ?? "none"));
    const capability: Column<Rewording> = {
      label: "Capability",
      kind: "id",
      cell: ({ capabilityId, to }) =>
        capabilityLink({ framework: framework.id, set: newer.id }, capabilityId ?? to ?? ""),
    };
    const columns: readonly Column<Rewording>[] = [
      ...(kind === "retyped" ? [] : [capability]),
      { label: "Older writes", kind: "main", narrowLabel: "Older", cell: ({ from }) => words(from) },
      { label: "Newer writes", narrowLabel: "Newer", cell: ({ to }) => words(to) },
      { label: "Claims", kind: "number", narrowLabel: "Claims", cell: (row) => number(row.claims) },
    ];
    return section({
      id: kind,
      title: html`${fateSign("kept")} ${rewordingTitles[kind]}`,
      meta: `${counted(own.length, "change")} of words, ${counted(claims, "claim")} that both sets make`,
      body: dataTable<Rewording>({ caption: rewordingTitles[kind], columns, bodies: [{ rows: own }], complete: true }),
    });
  });
}
