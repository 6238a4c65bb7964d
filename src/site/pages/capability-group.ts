import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { capabilityTable } from "../components/capability-table.js";
import { downloadLinks } from "../components/downloads.js";
import { droppedMessage } from "../components/dropped.js";
import { exposureMultiples } from "../components/exposure.js";
import { notLoadedMessage } from "../components/not-loaded.js";
import { objectHead } from "../components/object-head.js";
import { refList } from "../components/ref-list.js";
import { type RowsHref, scoreTable } from "../components/score-table.js";
import { section } from "../components/section.js";
import { setWords } from "../components/set-table.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { facetQuery } from "../table/question.js";
import { withQuery } from "../view-hrefs.js";
import type { CapabilityGroupView } from "../views/capability-group.js";
import { meaningOfRow } from "../words/mapping.js";

/** What a framework's own group of capabilities reaches. */
export function capabilityGroupPage(view: CapabilityGroupView): Page {
  const { framework, group, view: frame } = view;
  const frozen = frame.kind === "as-authored";
  const [set] = frame.sets;
  return {
    title: `${group.name}, ${framework.shortName}${frozen && set ? ` ${set.frameworkVersion} on ATT&CK ${set.attackVersion}` : ""}`,
    description: sentence(view),
    body: html`${notLoadedMessage(frame.sets)}${frame.dropped && !frozen ? droppedMessage(framework, frame.sets) : null}${objectHead(
      {
        kind: `Capability group of ${framework.name}`,
        title: group.name,
        id: group.id === group.name ? null : group.id,
        facts: [
          {
            name: "Sets",
            value: frame.sets.map((shown, index) => [
              index > 0 ? "; " : null,
              html`<a href="${hrefs.set(shown.id)}">${setWords(shown)}</a>`,
            ]),
          },
        ],
      },
    )}${answer(view)}<div class="columns"><div>${main(view)}</div>${aside(view)}</div>`,
    breadcrumbs: [
      { label: "Frameworks", href: hrefs.frameworks() },
      { label: framework.name, href: hrefs.framework(framework.id) },
      ...(frozen && set ? [{ label: `${set.frameworkVersion} on ${set.attackVersion}`, href: hrefs.set(set.id) }] : []),
      { label: group.name, href: null },
    ],
    section: frozen ? "sets" : "frameworks",
  };
}

function sentence({ capabilities, exposure, framework, view }: CapabilityGroupView): string {
  const mapped = new Set(capabilities.filter(({ rows }) => rows > 0).map(({ id }) => id)).size;
  const all = new Set(capabilities.map(({ id }) => id)).size;
  const reached = exposure.map(
    ({ reached: n, active, domain, release }) =>
      `${number(n)} of ${counted(active, "technique")} of ${domainNames[domain]} ${release}`,
  );
  const verb = framework.side === "threat" ? "are mapped to" : "reach";
  const unplaced = view.sets.map((set) => `techniques of ATT&CK ${set.attackVersion}, which is not loaded`);
  const what = reached.length > 0 ? reached : unplaced;
  return `${number(mapped)} of its ${counted(all, "entry", "entries")} ${verb} ${what.join(" and ")}.`;
}

function answer(view: CapabilityGroupView): HtmlText {
  const { framework, summary } = view;
  return answerFirst({
    sentence: sentence(view),
    evidence: html`<p class="note">${counted(summary.rows, "row")} of the group; what an entry has in another group counts there. Each technique is counted once, by its exact id. ${meaningOfRow[framework.side]}</p>`,
    ...(framework.side === "defense" ? { beside: scoreTable(summary.functions, rowsHref(view)) } : {}),
  });
}

/** Where the group's rows stand: with all others of their set; rows of several sets stand nowhere together. */
function rowsHref({ group, view: { kind, sets }, exposure }: CapabilityGroupView): RowsHref | null {
  const [set] = sets;
  if (set === undefined || sets.length > 1) return null;
  const aligned = kind === "current" ? exposure[0]?.release : null;
  return (rows) => `${withQuery(hrefs.set(set.id), { aligned, ...facetQuery({ group: group.id, ...rows }) })}#rows`;
}

function main({ framework, view, exposure, capabilities }: CapabilityGroupView): HtmlText {
  const frozen = view.kind === "as-authored";
  const bodies = view.sets.map((set) => ({
    heading: view.sets.length === 1 ? null : setWords(set),
    rows: capabilities.filter((row) => row.set === set.id),
  }));
  return html`${section({
    title: "Capabilities",
    id: "capabilities",
    meta: `${counted(capabilities.length, "entry", "entries")}${view.sets.length > 1 ? `, those of each of ${view.sets.length} sets` : ""}, with their rows of this group`,
    body: capabilityTable({
      caption: "Capabilities",
      framework: framework.id,
      frozen,
      scored: framework.side === "defense",
      bodies,
    }),
  })}${exposure.map((entry) =>
    section({
      title: `Exposure over the tactics, ${domainNames[entry.domain]} ${entry.release}`,
      meta: "one square a technique or sub-technique, those reached first",
      body: exposureMultiples(entry, {
        release: frozen ? entry.release : null,
        side: framework.side,
        href: (id) => hrefs.technique(id, frozen ? entry.release : null),
      }),
    }),
  )}`;
}

function aside({ framework, group, versions, view }: CapabilityGroupView): HtmlText {
  const [shown] = view.sets;
  const frozen = view.kind === "as-authored" && shown !== undefined;
  const path = frozen ? hrefs.setGroup(shown.id, group.id) : hrefs.capabilityGroup(framework.id, group.id);
  return html`<aside class="aside" aria-label="Related">${refList({
    title: "All versions",
    items: versions.map((set) => ({
      id: set.frameworkVersion,
      href: hrefs.setGroup(set.id, group.id),
      name: `ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`,
      current: frozen && set.id === shown.id,
    })),
    none: "none",
    all: true,
  })}${downloadLinks("This page", [{ label: "JSON", href: hrefs.api(path), file: `${framework.id}_${group.id}.json` }], path)}</aside>`;
}
