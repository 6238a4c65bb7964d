import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { type Mapping, standsOn } from "../../model/mapping.js";
import { answerFirst } from "../components/answer.js";
import { askedListing } from "../components/asked-listing.js";
import { defenseSections } from "../components/defense-sections.js";
import { downloadLinks } from "../components/downloads.js";
import { droppedMessage } from "../components/dropped.js";
import { exposureMultiples } from "../components/exposure.js";
import { gapLists } from "../components/gap-section.js";
import { mappingTable } from "../components/mapping-table.js";
import { message } from "../components/message.js";
import { notLoadedMessage } from "../components/not-loaded.js";
import { objectHead } from "../components/object-head.js";
import { prose } from "../components/prose.js";
import { isFolded, reachedTechniques } from "../components/reached-techniques.js";
import { refList } from "../components/ref-list.js";
import { releaseSwitch } from "../components/release-switch.js";
import { scoreTable } from "../components/score-table.js";
import { section } from "../components/section.js";
import { segmented } from "../components/segmented.js";
import { setWords } from "../components/set-table.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { TableLinks } from "../table/table-links.js";
import { techniqueHref } from "../view-hrefs.js";
import type { CapabilityView } from "../views/capability.js";
import { type DefenseIn, defenseQuery } from "../views/defense.js";
import type { Exposure } from "../views/exposure.js";
import { capabilitySentence, isDeclared, lackingWords, rowsWords } from "../words/capability.js";

/** What a capability reaches, and what rests on it alone. */
export function capabilityPage(view: CapabilityView): Page {
  const { framework, capability, view: frame } = view;
  const frozen = frame.kind === "as-authored";
  const [set] = frame.sets;
  const aligned = frame.kind === "aligned" ? `, aligned to ${frame.release}` : "";
  const when = frozen && set ? `, ${set.frameworkVersion} on ATT&CK ${set.attackVersion}` : aligned;
  return {
    title: `${titleOf(capability)}, ${framework.shortName}${when}`,
    description: capabilitySentence(view),
    body: html`${head(view)}${answer(view)}<div class="columns"><div>${main(view)}</div>${aside(view)}</div>${rowSections(view)}`,
    breadcrumbs: [
      { label: "Frameworks", href: hrefs.frameworks() },
      { label: framework.name, href: hrefs.framework(framework.id) },
      ...(frozen && set ? [{ label: `${set.frameworkVersion} on ${set.attackVersion}`, href: hrefs.set(set.id) }] : []),
      { label: capability.id, href: null },
    ],
    section: frozen ? "sets" : "frameworks",
  };
}

/** Id and name; the id alone where it ends with the name. */
function titleOf({ id, name }: CapabilityView["capability"]): string {
  return name === null || id.endsWith(name) ? id : `${id} ${name}`;
}

function head({ framework, capability, view, versions }: CapabilityView): HtmlText {
  const groupHref = (group: string) => {
    const [set] = view.sets;
    return view.kind === "as-authored" && set
      ? hrefs.setGroup(set.id, group)
      : hrefs.capabilityGroup(framework.id, group);
  };
  const groups = capability.groups.map(({ id, name }, index) => [
    index > 0 ? ", " : null,
    html`<a href="${groupHref(id)}">${name}</a>`,
  ]);
  const dropped = view.dropped && view.kind !== "as-authored" ? droppedMessage(framework, view.sets) : null;
  return html`${dropped}${notLoadedMessage(view.sets)}${objectHead({
    kind: `${framework.name} · ${framework.noun}`,
    title: capability.name ?? capability.id,
    id: capability.id,
    facts: [
      { name: capability.groups.length === 1 ? "Group" : "Groups", value: groups.length === 0 ? null : groups },
      {
        name: "Sets",
        value: view.sets.map((set, index) => [
          index > 0 ? "; " : null,
          html`<a href="${hrefs.set(set.id)}">${set.frameworkVersion} on ATT&amp;CK ${set.attackVersion} ${domainNames[set.domain]}</a>`,
        ]),
      },
      { name: "Sets in all", value: String(new Set(versions.map(({ set }) => set.id)).size) },
      {
        name: "Also written",
        value:
          capability.spellings.length === 0
            ? null
            : capability.spellings.map((spelling) => [html`<span class="id">${spelling.trim()}</span>`, " "]),
      },
    ],
  })}`;
}

function answer(view: CapabilityView): HtmlText {
  const { framework, summary, page } = view;
  const lacking = lackingWords(view);
  return answerFirst({
    sentence: capabilitySentence(view),
    evidence: [
      viewSwitch(view),
      page.all === 0
        ? null
        : html`<p class="note">${counted(page.all, "row")}. ${rowsWords(view)}${framework.side === "defense" ? " Exposure counts techniques, not importance." : null}</p>`,
      lacking === null ? null : html`<p class="note">${lacking}</p>`,
    ],
    ...(framework.side === "defense" && page.all > 0
      ? { beside: scoreTable(summary.functions, (rows) => `${linksOf(view).whole(rows)}#rows`) }
      : {}),
  });
}

/** Current, carried to another release, or as the newest of its sets was authored. */
function viewSwitch({ framework, capability, view, versions, page, defense }: CapabilityView): HtmlText | null {
  const path = hrefs.capability(framework.id, capability.id);
  const without = defenseQuery(defense[0]?.gap);
  const href = (to: string | null) => new TableLinks(path, page, { aligned: to, ...without }).page(1);
  // Nothing to switch to: no set that has it can be carried.
  if (versions.every(({ set }) => !set.releaseLoaded)) return null;
  const frozen = view.kind === "as-authored";
  const shown = frozen ? view.sets[0] : versions[0]?.set;
  const authored = shown && {
    label: `As authored · ${shown.frameworkVersion} on ${shown.attackVersion}`,
    href: new TableLinks(hrefs.setCapability(shown.id, capability.id), page, without).choosing({
      carried: [],
      flag: [],
    }),
    current: frozen,
  };
  const more = authored ? [authored] : [];
  const { kind, release, releases } = view;
  const [newest] = releases;
  if (kind === "as-authored" || release === null || newest === undefined)
    return segmented("View", [{ label: "Current", href: href(null), current: false }, ...more]);
  return releaseSwitch({ kind, release, releases, newest, absent: [] }, href, more);
}

function main(view: CapabilityView): Child {
  const { capability, page } = view;
  const exposure = page.all === 0 ? [] : view.exposure.filter((entry) => !isDeclared(view, entry));
  const isThreat = view.framework.side === "threat";
  return [
    capability.description === null ? null : section({ title: "Description", body: prose(capability.description) }),
    page.all === 0 ? null : view.defense.map((entry) => defensePart(view, entry)),
    // A threat has few techniques, and none of the others is missing: their tactics stand beside them below.
    isThreat ? null : exposure.map((entry) => exposureSection(view, entry)),
    conflicts(view),
    exposure.map((entry) => reachedTechniques(view, entry)),
  ];
}

/** Below the columns: a table with filters beside it takes the whole width. */
function rowSections(view: CapabilityView): Child {
  return [view.page.all === 0 ? null : rows(view), nonMappable(view), stranded(view)];
}

/** The page with what answers its techniques narrowed to what one framework does not. */
function defensePart(of: CapabilityView, entry: DefenseIn): Child {
  const lists = gapLists(entry.view.domain, (framework, wanted) =>
    linksOf(of, { without: framework, "without-function": wanted }).page(1),
  );
  const suffix = of.defense.length > 1 ? `, ${domainNames[entry.view.domain]}` : "";
  return defenseSections(entry, { suffix, lists });
}

function exposureSection(of: CapabilityView, entry: Exposure): HtmlText {
  const { framework, view } = of;
  return section({
    title: `Exposure over the tactics, ${domainNames[entry.domain]} ${entry.release}`,
    meta: "one square a technique or sub-technique, those reached first; a technique of several tactics stands in each",
    body: exposureMultiples(entry, {
      release: view.kind === "current" ? null : entry.release,
      side: framework.side,
      // Into a folded table not every browser leads.
      ...(isFolded(of, entry) ? { href: (id) => techniqueHref(id, { kind: view.kind, release: entry.release }) } : {}),
    }),
  });
}

/** What links to techniques need to stay in the view; a set of its own release where frozen, the current one where that is not loaded. */
function viewAt({ kind, release, sets }: CapabilityView["view"]) {
  if (sets.some(({ releaseLoaded }) => !releaseLoaded)) return { kind: "current", release: "" } as const;
  return { kind, release: release ?? sets[0]?.attackVersion ?? "" };
}

function conflicts({ conflicts: found, view }: CapabilityView): Child {
  if (found.length === 0) return null;
  return message(
    "warn",
    `${counted(found.length, "technique")} with two ratings for one function`,
    found.map(({ techniqueId, function: of, ratings }, index) => [
      index > 0 ? "; " : "All rows are shown, the best one heads: ",
      html`<a class="id" href="${techniqueHref(techniqueId, viewAt(view))}">${techniqueId}</a> ${of} ${ratings.join(" and ")}`,
    ]),
  );
}

function rows(of: CapabilityView): HtmlText {
  const { mappings, page, view } = of;
  const frozen = view.kind === "as-authored";
  const links = linksOf(of);
  const asked = { view: { ...page, rows: mappings }, links };
  return section({
    title: "Rows",
    meta: `${counted(page.all, "row")}${page.question.sort.length === 0 ? ", in the order of the file" : ""}`,
    body: askedListing({
      ...asked,
      title: null,
      unit: ["row", "rows"],
      label: "Filter by technique id or name",
      table: () =>
        mappingTable({
          caption: view.sets.map(setWords).join("; "),
          rows: mappings,
          frozen,
          capability: false,
          technique: (row) => authored(row, (id) => standingHref(row, id, view)),
          asked,
        }),
      files: { base: "rows", made: true },
    }),
  });
}

/** The page as it is asked. */
function linksOf(
  { framework, capability, page, view, defense }: CapabilityView,
  without = defenseQuery(defense[0]?.gap),
): TableLinks {
  const [set] = view.sets;
  const isFrozen = view.kind === "as-authored" && set !== undefined;
  const path = isFrozen ? hrefs.setCapability(set.id, capability.id) : hrefs.capability(framework.id, capability.id);
  return new TableLinks(path, page, { aligned: view.kind === "aligned" ? view.release : null, ...without });
}

function nonMappable({ nonMappable: found }: CapabilityView): HtmlText | null {
  if (found.length === 0) return null;
  return section({
    title: "Declared non-mappable",
    id: "non-mappable",
    meta: "its authors looked, and found no technique that it addresses",
    body: mappingTable({ caption: "Non-mappable", rows: found, frozen: true }),
  });
}

function stranded({ stranded: found }: CapabilityView): HtmlText | null {
  if (found.length === 0) return null;
  return section({
    title: "Rows without a living technique",
    id: "stranded",
    meta: `${counted(found.length, "row")}; shown, not counted into the exposure`,
    body: mappingTable({
      caption: "Rows without a living technique",
      rows: found,
      frozen: true,
      technique: (row) => authored(row, (id) => hrefs.technique(id, row.attackVersion)),
    }),
  });
}

/** Where the row stands in the view; where it stands on nothing there, the technique that it was written for. */
function standingHref(row: Mapping, authored: string, view: CapabilityView["view"]): string {
  const id = standsOn(row);
  const isLoaded = view.sets.every(({ releaseLoaded }) => releaseLoaded);
  return id === null && isLoaded
    ? hrefs.technique(authored, row.attackVersion)
    : techniqueHref(id ?? authored, viewAt(view));
}

/** The technique by the id and name that the row's file has. */
function authored({ techniqueId: id, techniqueName: name }: Mapping, href: (id: string) => string) {
  return id === null ? null : { id, name, href: href(id.trim()) };
}

function aside(of: CapabilityView): HtmlText {
  const { framework, capability, versions, view, restsOnThisAlone, exposure, page } = of;
  const names = new Map(
    exposure.flatMap(({ tactics }) => tactics.flatMap(({ reached }) => reached.map(({ id, name }) => [id, name]))),
  );
  const [shown] = view.sets;
  const frozen = view.kind === "as-authored" && shown !== undefined;
  const links = linksOf(of);
  const named = frozen
    ? `_${shown.id.replaceAll("/", "_")}`
    : `_${framework.id}_${view.kind === "aligned" ? view.release : view.kind}`;
  const isOneOfSeveral = (set: string) => versions.filter((other) => other.set.id === set).length > 1;
  return html`<aside class="aside" aria-label="Related">${refList({
    title: "All versions",
    unit: "rows",
    items: versions.map(({ set, id, rows: count, nonMappable: none }) => ({
      id: set.frameworkVersion,
      href: hrefs.setCapability(set.id, id),
      name: `ATT&CK ${set.attackVersion} ${domainNames[set.domain]}${isOneOfSeveral(set.id) ? `, ${id}` : ""}`,
      value: count > 0 ? number(count) : none > 0 ? "non-mappable" : "no row",
      current: frozen && set.id === shown.id,
    })),
    none: "none",
    all: true,
  })}${versions.filter(({ set }) => set.releaseLoaded).length < 2 ? null : html`<p><a href="${hrefs.capabilityChanges(framework.id, capability.id)}">What sets changed for ${capability.id}</a></p>`}${
    restsOnThisAlone.length === 0
      ? null
      : refList({
          title: "Only this has a row on",
          items: restsOnThisAlone.toSorted().map((id) => ({
            id,
            href: techniqueHref(id, viewAt(view)),
            name: names.get(id),
          })),
          none: "none",
        })
  }${downloadLinks(
    "This page",
    [
      { label: "JSON", href: hrefs.api(links.page(1)), file: `${capability.id}${named}.json` },
      ...(page.all > 0 ? [] : filesOfRows(links, `${capability.id}${named}_rows`)),
    ],
    links.page(1),
  )}</aside>`;
}

/** Of a capability that its authors call non-mappable, whose rows stand in no table with files below it. */
function filesOfRows(links: TableLinks, name: string) {
  return (["csv", "xlsx"] as const).map((ending) => ({
    label: `Rows as ${ending.toUpperCase()}`,
    href: links.file(`rows.${ending}`),
    file: `${name}.${ending}`,
    made: true as const,
  }));
}
