import { counted } from "../../base/counted.js";
import { shownDay } from "../../model/day.js";
import { domainNames } from "../../model/domain.js";
import { answerFirst } from "../components/answer.js";
import { dataTable } from "../components/data-table.js";
import { emptyState } from "../components/empty-state.js";
import { objectHead } from "../components/object-head.js";
import { section } from "../components/section.js";
import { sourceLink } from "../components/source-link.js";
import { releaseTag, tag } from "../components/tag.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import type { SourcesView } from "../views/sources.js";
import { sourcesSentence } from "../words/sources.js";

/** What is loaded, from where, how old, published or derived. */
export function sourcesPage(view: SourcesView): Page {
  return {
    title: "Sources",
    description: sourcesSentence(view),
    body: html`${objectHead({ kind: "Every file that a number here comes from", title: "Sources" })}${answerFirst({
      sentence: sourcesSentence(view),
      evidence: textsNote(view),
    })}${view.attack.map(releases)}${sets(view)}`,
    breadcrumbs: [{ label: "Sources", href: null }],
    section: "sources",
  };
}

function textsNote({ attack, sets: loaded }: SourcesView): Child {
  const withTexts = attack.flatMap((entry) => entry.releases).filter(({ textsLoaded }) => textsLoaded).length;
  const setTexts = loaded.filter(({ textsLoaded }) => textsLoaded).length;
  const words = html`Descriptions of ${counted(withTexts, "release")} and comments of ${counted(setTexts, "set")} are in your store.`;
  if (withTexts + setTexts > 0) return html`<p class="note">${words} <code>tidemap pull</code> loads more.</p>`;
  return emptyState(
    "Texts are not loaded.",
    html`Names, numbers and addresses are complete. <code>tidemap pull</code> loads the publishers&rsquo; descriptions and comments into your own store.`,
  );
}

function releases({ domain, releases: rows }: SourcesView["attack"][number]): HtmlText {
  return section({
    title: `ATT&CK ${domainNames[domain]}`,
    id: domain,
    meta: `${counted(rows.length, "release")}, newest first`,
    body: dataTable({
      caption: `Releases of ${domainNames[domain]}`,
      columns: [
        {
          label: "Release",
          kind: "main",
          cell: ({ version }) => html`<a href="${hrefs.techniques(domain, version)}">${version}</a>`,
        },
        {
          label: "Origin",
          cell: ({ origin, sameAs }) => (origin ? originTag(origin.kind) : `same as ${sameAs ?? ""}`),
        },
        {
          label: "Texts",
          cell: ({ textsLoaded }) => (textsLoaded ? "loaded" : html`<span class="faint">not loaded</span>`),
        },
        { label: "From", kind: "full", cell: ({ origin }) => (origin ? sourceLink(origin) : null) },
        { label: "Licence", cell: ({ origin }) => html`<span class="muted">${origin?.licence}</span>` },
        { label: "SHA-256", cell: ({ origin }) => (origin ? digest(origin.sha256) : null) },
        {
          label: "Kinds held",
          kind: "full",
          narrowLabel: "Kinds",
          cell: ({ kinds }) =>
            html`<span class="muted">${kinds.length === 0 ? null : counted(kinds.length, "kind")}</span>`,
        },
      ],
      bodies: [{ rows }],
      room: 1200,
      tone: ({ origin }) => (origin === null ? "off" : null),
    }),
  });
}

function sets({ sets: rows }: SourcesView): HtmlText {
  return section({
    title: "Mapping sets",
    id: "sets",
    meta: counted(rows.length, "set"),
    body: dataTable({
      caption: "Sources of the mapping sets",
      columns: [
        {
          label: "Set",
          kind: "main",
          cell: (set) => html`<a href="${hrefs.set(set.id)}">${set.frameworkName} ${set.frameworkVersion}</a>`,
        },
        {
          label: "ATT&CK",
          narrowLabel: "ATT&CK",
          cell: (set) => html`${set.attackVersion} ${domainNames[set.domain]}${releaseTag(set)}`,
        },
        {
          label: "Updated",
          narrowLabel: "Updated",
          cell: ({ updated }) => html`<span class="muted">${shownDay(updated)}</span>`,
        },
        { label: "Origin", cell: ({ origin }) => originTag(origin.kind) },
        {
          label: "Comments",
          narrowLabel: "Comments",
          cell: ({ textsLoaded }) => (textsLoaded ? "loaded" : html`<span class="faint">not loaded</span>`),
        },
        { label: "From", kind: "full", cell: ({ origin }) => sourceLink(origin) },
        { label: "Licence", cell: ({ origin }) => html`<span class="muted">${origin.licence}</span>` },
        { label: "SHA-256", cell: ({ origin }) => digest(origin.sha256) },
      ],
      bodies: [{ rows }],
      room: 1200,
    }),
  });
}

function originTag(kind: "published" | "derived" | "own"): HtmlText {
  return tag(kind, kind === "derived" ? "warn" : "plain");
}

/** The first digits; all of them are in the title and in the JSON. */
function digest(sha256: string): HtmlText {
  return html`<span class="id muted" title="${sha256}">${sha256.slice(0, 12)}</span>`;
}
