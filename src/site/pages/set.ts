import { counted, number } from "../../base/counted.js";
import { setFileStem } from "../../knowledge/mapping-file-of.js";
import { shownDay } from "../../model/day.js";
import { domainNames } from "../../model/domain.js";
import type { Mapping } from "../../model/mapping.js";
import { answerFirst } from "../components/answer.js";
import { changeFigures } from "../components/change-figures.js";
import { downloadLinks } from "../components/downloads.js";
import { factsList } from "../components/facts-list.js";
import { figure } from "../components/figure.js";
import { findingsTable } from "../components/findings-table.js";
import { folded } from "../components/folded.js";
import { idCloud } from "../components/id-cloud.js";
import { keyFigures } from "../components/key-figures.js";
import { type MappingTable, mappingTable } from "../components/mapping-table.js";
import { notLoadedMessage } from "../components/not-loaded.js";
import { objectHead } from "../components/object-head.js";
import { refList } from "../components/ref-list.js";
import { section } from "../components/section.js";
import { sourceLink } from "../components/source-link.js";
import { hrefs } from "../hrefs.js";
import { type Child, externalLink, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { mappedCapabilities, rowsOfStatus, withQuery } from "../view-hrefs.js";
import type { SetView } from "../views/set.js";
import { setFormats } from "../views/set-formats.js";
import { setSentence } from "../words/set.js";
import { carriedAnswer, setSwitch } from "./set-carried.js";
import { changeSentence, shortWords } from "./set-changes.js";
import { setRows, techniqueOf } from "./set-rows.js";

/** What is in a file: counts, every row, what it does not map, what is odd in it. */
export function setPage(view: SetView): Page {
  const { set, framework, page, carried } = view;
  const title = `${framework.name} ${set.frameworkVersion} on ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`;
  const when = carried === null ? title : `${title}, carried to ${carried.to}`;
  return {
    title: page.page > 1 ? `${when}, page ${page.page}` : when,
    description: setSentence(view),
    body: carried === null ? frozen(view) : html`${head(view)}${carriedAnswer(view, carried)}${setRows(view)}`,
    breadcrumbs: [
      { label: "Sets", href: hrefs.sets() },
      { label: framework.name, href: hrefs.framework(framework.id) },
      { label: `${set.frameworkVersion} on ${set.attackVersion} ${domainNames[set.domain]}`, href: null },
    ],
    section: "sets",
  };
}

/** The file as it was published. */
function frozen(view: SetView): HtmlText {
  return html`${notLoadedMessage([view.set])}${head(view)}${answer(view)}${setRows(view)}${without(view)}${silent(view)}${section(
    {
      title: "Findings",
      id: "findings",
      meta: "what validation says of the file as published",
      body: findingsTable(view.findings),
    },
  )}${changes(view)}${source(view)}${others(view)}`;
}

function head(view: SetView): HtmlText {
  const { set, framework, metadata, types, carried } = view;
  const whole = set.originKind === "own" ? "own file" : "frozen as published";
  const standing = carried === null ? whole : `rows carried to ATT&CK ${carried.to}`;
  return objectHead({
    kind: `Mapping set · ${framework.side === "threat" ? "threat and incident vocabulary" : "defence"} · ${standing}`,
    title: `${framework.name} ${set.frameworkVersion}`,
    beside: `on ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`,
    facts: [
      { name: "Framework", value: html`<a href="${hrefs.framework(framework.id)}">${framework.name}</a>` },
      { name: "Author", value: metadata.author },
      { name: "Created", value: shownDay(metadata.created) },
      { name: "Updated", value: shownDay(metadata.updated) },
      { name: "Mapping types", value: types.map(({ name }) => name).join(", ") },
      { name: "Newest", value: newestWords(view) },
      { name: "Files", value: html`<a href="${hrefs.setDownloads(set.id)}">every format</a>` },
    ],
  });
}

function newestWords({ set, others: beside }: SetView): Child {
  if (set.newest) return "yes";
  if (beside.length === 0) return "not until its release is loaded";
  return html`no, <a href="${hrefs.set(set.id)}#others">others</a>`;
}

function answer(view: SetView): HtmlText {
  const { set, counts } = view;
  const opening = (count: number, href: string | null) => figure(number(count), count === 0 ? null : href);
  return answerFirst({
    sentence: setSentence(view),
    evidence: [
      keyFigures([
        {
          // Of a set that is not the newest, no page lists the capabilities.
          value: opening(counts.capabilitiesMapped, set.newest ? mappedCapabilities(set) : null),
          of: `of ${number(counts.capabilities)}`,
          label: `capabilities with a mapping, in ${counted(counts.groups, "group")}`,
        },
        {
          value: number(counts.techniques),
          label: `${counted(counts.parents, "technique")} and ${counted(counts.techniques - counts.parents, "sub-technique")}`,
        },
        {
          value: opening(counts.mappable, rowsOfStatus(set.id, "mappable")),
          of: `of ${counted(counts.rows, "row")}`,
          label: "mappings",
        },
        {
          value: opening(counts.nonMappable, rowsOfStatus(set.id, "non_mappable")),
          label: "non-mappable statements, in both directions",
        },
      ]),
      set.releaseLoaded ? setSwitch(view) : null,
    ],
    beside: files(view),
  });
}

/** A table of as many rows stands in the way of what follows it. */
const fewRows = 12;

/** Both kinds of "nothing fits", also when there is none: silence and a statement of nothing differ. */
function without({ capabilitiesWithout, techniquesWithout, set, counts }: SetView): HtmlText {
  const technique = (row: Mapping) => techniqueOf(row, set);
  const unnamed = counts.silent === null ? "techniques" : counted(counts.silent, "technique");
  const none = html`<p class="note">The authors recorded no capability and no technique as non-mappable. The ${unnamed} without a row are <b>not</b> stated to be out of reach: the file is silent on them.</p>`;
  const listed = (caption: string, rows: readonly Mapping[], look: Partial<MappingTable>) => {
    if (rows.length === 0) return null;
    const table = mappingTable({ caption, rows, frozen: true, complete: true, ...look });
    return html`<h3>${caption}</h3>${rows.length > fewRows ? folded(`All ${counted(rows.length, "row")}`, table) : table}`;
  };
  return section({
    title: "Non-mappable",
    id: "non-mappable",
    meta: `${counted(capabilitiesWithout.length, "capability", "capabilities")} that address no technique, ${counted(techniquesWithout.length, "technique")} that no capability addresses`,
    body: [
      counts.nonMappable === 0 ? none : null,
      listed("Capabilities that address no technique", capabilitiesWithout, {}),
      listed("Techniques that no capability addresses", techniquesWithout, { capability: false, technique }),
    ],
  });
}

function silent({ silent: techniques, set, counts }: SetView): HtmlText | null {
  if (counts.silent === null) return null;
  return section({
    title: "Silent",
    id: "silent",
    meta: `${counted(counts.silent, "active technique")} of ATT&CK ${set.attackVersion} that no row names, mapped or not`,
    body:
      techniques.length === 0
        ? html`<p class="note">Every active technique is named.</p>`
        : idCloud(techniques, { noun: "technique", release: set.attackVersion }),
  });
}

/** Against each set that it follows: computed, claim by claim. */
function changes({ changes: steps, set, framework }: SetView): HtmlText {
  const none = set.releaseLoaded
    ? html`<p class="note">No earlier set of ${framework.name} is loaded for ${domainNames[set.domain]}: there is nothing to compare with.</p>`
    : html`<p class="note">Sets are compared on one ATT&amp;CK release, which needs ${set.attackVersion} ${domainNames[set.domain]} to be loaded.</p>`;
  return section({
    title: "What changed",
    id: "changes",
    meta: "since the sets that it follows, both carried to one ATT&CK release",
    body:
      steps.length === 0
        ? none
        : steps.map((step) => {
            const page = hrefs.setChanges(step.newer.id, step.older.id);
            const kind = step.kind === "release" ? "Since the release before" : "Since the framework version before";
            return html`<h3>${kind}: <a href="${page}">${shortWords(step.older)}</a></h3><p class="note">${changeSentence(step)}</p>${changeFigures(step, page)}`;
          }),
  });
}

function source({ origin, metadata, serialisation }: SetView): HtmlText {
  return section({
    title: "Source",
    id: "source",
    body: factsList([
      { name: "Publisher", value: origin.publisher },
      { name: "From", value: sourceLink(origin) },
      { name: "Version", value: origin.version },
      { name: "Licence", value: origin.licence },
      { name: "SHA-256", value: html`<span class="id">${origin.sha256}</span>` },
      { name: "Origin", value: origin.kind },
      {
        name: "Contact",
        value: metadata.contact === null ? null : externalLink(contactOf(metadata.contact), metadata.contact),
      },
      { name: "Organisation", value: metadata.organization },
      { name: "File format", value: serialisation },
    ]),
  });
}

function contactOf(contact: string): string {
  return contact.includes("@") && !contact.includes(":") ? `mailto:${contact.trim()}` : contact;
}

function others({ others: sets, framework }: SetView): HtmlText | null {
  if (sets.length === 0) return null;
  return section({
    title: `Other sets of ${framework.name}`,
    id: "others",
    body: refList({
      title: "Version and release",
      unit: "rows",
      items: sets.map((set) => ({
        id: set.frameworkVersion,
        href: hrefs.set(set.id),
        name: `ATT&CK ${set.attackVersion} ${domainNames[set.domain]}${set.newest ? ", newest" : ""}`,
        value: number(set.rows),
      })),
      none: "none",
      all: true,
    }),
  });
}

/** Only the newest sets are drawn. */
function matrixOf(set: SetView["set"], { id, side }: SetView["framework"]): Child {
  if (!set.newest) return null;
  const asked = { side: side === "threat" ? side : null, framework: id };
  return html`<a href="${withQuery(hrefs.matrix(set.domain, set.attackVersion), asked)}">Its matrix</a> &middot; `;
}

function files({ set, framework }: SetView): HtmlText {
  const path = hrefs.set(set.id);
  const at = hrefs.setDownloads(set.id);
  const listed = setFormats
    .filter((format) => format.listed)
    .map(({ title, suffix }) => ({
      label: title,
      href: at + setFileStem(set.id) + suffix,
      file: setFileStem(set.id) + suffix,
    }));
  return html`${downloadLinks("This set", listed, path)}<p class="note">${matrixOf(set, framework)}<a href="${at}">What each format holds</a></p>`;
}
