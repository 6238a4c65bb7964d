import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import type { Mapping } from "../../model/mapping.js";
import { answerFirst } from "../components/answer.js";
import { chip } from "../components/chip.js";
import { description } from "../components/description.js";
import { emptyState } from "../components/empty-state.js";
import { frameNote, frameWords } from "../components/frame-note.js";
import { frameworkChoice } from "../components/framework-choice.js";
import { frameworkTable } from "../components/framework-table.js";
import { anchorOf } from "../components/links.js";
import { mappingTable, sameCarried } from "../components/mapping-table.js";
import { releaseSwitch } from "../components/release-switch.js";
import { scoreTable } from "../components/score-table.js";
import { section } from "../components/section.js";
import type { Segment } from "../components/segmented.js";
import { carriedTag, ownTag } from "../components/tag.js";
import { tideGauge } from "../components/tide-gauge.js";
import { hrefs } from "../hrefs.js";
import { type Child, html, joined } from "../html.js";
import type { HtmlText, Page } from "../route.js";
import { releaseOf, techniqueHref, withQuery } from "../view-hrefs.js";
import type { FrameworkOverview } from "../views/framework-overview.js";
import { filterQuery, isNarrowed, type RowFilter } from "../views/row-filter.js";
import type { TechniqueView } from "../views/technique.js";
import { defenseFirst } from "../words/defense.js";
import { meaningOfRow } from "../words/mapping.js";
import { techniqueSentence } from "../words/technique.js";
import { techniqueAside } from "./technique-aside.js";
import { techniqueHead } from "./technique-head.js";
import { askedHref } from "./technique-question.js";

/** What answers a technique, how strongly, as of when. */
export function techniquePage(view: TechniqueView): Page {
  const { technique } = view;
  const { parent } = technique;
  const release = releaseOf(view.view);
  const tactics = technique.tactics.map(({ name }) => name).join(", ");
  return {
    title: `${technique.id} ${technique.name}${view.view.kind === "current" ? "" : `, ATT&CK ${view.view.release}`}`,
    description: `${techniqueSentence(view)} ${frameWords(view.view)}${tactics === "" ? "" : `; ${tactics}`}.`,
    body: html`${techniqueHead(view)}${answer(view)}<div class="columns"><div>${mainColumn(view)}</div>${techniqueAside(view)}</div>`,
    breadcrumbs: [
      { label: "Techniques", href: withQuery(hrefs.techniques(), { aligned: release }) },
      { label: domainNames[technique.domain], href: hrefs.techniques(technique.domain, release) },
      ...(parent?.id ? [{ label: parent.name, href: techniqueHref(parent.id, view.view) }] : []),
      { label: technique.id, href: null },
    ],
    section: "techniques",
  };
}

function answer(view: TechniqueView): HtmlText {
  const { summary, technique, gauge, view: frame } = view;
  const href = (release: string | null) => hrefs.technique(technique.id, release);
  const authored = frame.kind === "as-authored";
  return answerFirst({
    sentence: techniqueSentence(view),
    evidence: [
      summary.defenseRows > 0 ? scoreTable(summary.functions, (rows) => askedHref(view, rows)) : null,
      filterChips(view),
      html`<p class="note">${evidenceWords(view)}</p>`,
    ],
    beside: [
      releaseSwitch(
        frame,
        (release) =>
          frame.kind === "aligned" && release
            ? withQuery(href(null), { aligned: release, ...filterQuery(view.filter) })
            : withQuery(href(release), filterQuery(view.filter)),
        authoredSegments(view),
      ),
      gauge.length === 0
        ? null
        : tideGauge({
            bars: gauge,
            current: { release: frame.newest, rows: frame.kind === "current" ? allRows(view) : null, href: href(null) },
            shown: authored ? (frame.sameAs ?? frame.release) : null,
            carried: frame.kind === "current",
            href,
          }),
      html`<p class="note">${frameNote(frame)} ${carriedWords(view.mappings)} Bars: rows by the release they were authored on.</p>`,
    ],
  });
}

/** Rows before any filter: bars are compared with each other. */
function allRows({ frameworks }: TechniqueView): number {
  return frameworks.reduce((total, { rows }) => total + rows, 0);
}

/** The two newest releases on which a set with a row was authored. */
function authoredSegments({ gauge, technique, view, filter }: TechniqueView): readonly Segment[] {
  const releases = gauge.flatMap((bar) => bar.releases.map(({ release }) => release)).reverse();
  return releases.slice(0, 2).map((release) => ({
    label: html`<span class="long">As authored &middot;</span> ${release}`,
    href: withQuery(hrefs.technique(technique.id, release), filterQuery(filter)),
    current: view.kind === "as-authored" && view.release === release,
  }));
}

function evidenceWords(view: TechniqueView): Child {
  const { summary, filter } = view;
  if (summary.rows === 0 && isNarrowed(filter)) return hiddenWords(view);
  if (summary.rows === 0) return "A framework without a row is silent: it has not said that it does nothing.";
  const parts = [
    `${counted(summary.rows, "row")} in ${counted(summary.sets, "set")} of ${counted(summary.frameworks, "framework")}.`,
    summary.functions.some(({ notScored }) => notScored > 0)
      ? html`&ldquo;Mitigates&rdquo; and &ldquo;protects&rdquo; without a score are read as protect, not scored.`
      : null,
    summary.functionMissing > 0 ? `${counted(summary.functionMissing, "defensive row")} without a function.` : null,
    summary.repeated > 0
      ? `${counted(summary.repeated, "row")} ${summary.repeated === 1 ? "repeats" : "repeat"} a capability, counted once.`
      : null,
    summary.defenseRows > 0 ? meaningOfRow.defense : "Threat entries describe it; they never count as defence.",
  ];
  return joined(
    parts.filter((part) => part !== null),
    " ",
  );
}

/** What the filter leaves out: of the framework asked for, and of all. */
function hiddenWords({ frameworks, filter, technique, view }: TechniqueView): Child {
  // A framework may have two sets of one release.
  const rowsOf = (sets: TechniqueView["frameworks"]) => sets.reduce((total, set) => total + set.rows, 0);
  const rows = rowsOf(frameworks);
  const having = new Set(frameworks.flatMap(({ framework, rows: own }) => (own > 0 ? framework : [])));
  const whose = filter.frameworks.map((id) => {
    const sets = frameworks.filter(({ framework }) => framework === id);
    const own = rowsOf(sets);
    const says =
      own > 0
        ? `has ${counted(own, "row")}`
        : sets.some(({ nonMappable }) => nonMappable)
          ? "declares it non-mappable"
          : "has no row";
    return `${frameworkOf(id).name} ${says}. `;
  });
  const there =
    rows === 0
      ? "Without the filter there is none either."
      : html`<a href="${techniqueHref(technique.id, view)}">Without the filter there ${rows === 1 ? "is" : "are"} ${counted(rows, "row")} of ${counted(having.size, "framework")}</a>.`;
  return html`${whose}${there}`;
}

function carriedWords(rows: readonly Mapping[]): Child {
  const carried = rows.filter((row) => row.carried !== null);
  if (carried.length === 0) return null;
  const same = carried.filter((row) => row.carried?.class === "unchanged");
  const moved = same.filter((row) => row.carried?.tacticsChanged).length;
  const isAll = same.length === carried.length;
  const total = counted(carried.length, "row");
  const whole = carried.length === 1 ? "The row" : `All ${total}`;
  const which = isAll ? whole : `${same.length} of ${total}`;
  const when = moved === 0 ? "" : `, ${moved === same.length ? "" : `${moved} of them `}when it served other tactics`;
  const others = isAll ? "" : "; the others say what changed";
  return html`${which} ${same.length === 1 ? "was" : "were"} written for <b>this id and name</b>${when}${others}.`;
}

function mainColumn(view: TechniqueView): Child {
  const { technique, view: frame } = view;
  const frameworks = defenseFirst(view.frameworks);
  const authored = frame.kind === "as-authored";
  const whose = authored
    ? `every set authored on ${frame.release}; one without a row has not said that it does nothing`
    : "newest set of each; a framework without a row has not said that it does nothing";
  const meta = isNarrowed(view.filter) ? `${whose}; all rows, whatever the filter` : whose;
  return [
    description(technique.description, { release: frame.release, url: technique.url }),
    section({
      title: "Frameworks",
      id: "frameworks",
      meta,
      body: [
        askForm(view),
        frameworks.length === 0
          ? nothingAuthored(view)
          : frameworkTable(frameworks, {
              caption: "Rows of each framework",
              shown: new Set(view.mappings.map(({ set }) => set)),
            }),
      ],
    }),
    frameworks
      .filter(({ set }) => view.mappings.some((row) => row.set === set))
      .map((framework) => setSection(view, framework)),
    nonMappableSection(view),
    strandedSection(view),
  ];
}

/** One's own frameworks among all that were looked at. */
function askForm({ frameworks, technique, view, filter }: TechniqueView): Child {
  if (frameworks.every(({ rows }) => rows === 0)) return null;
  const aligned = view.kind === "aligned" ? view.release : null;
  return frameworkChoice({
    action: hrefs.technique(technique.id, aligned === null ? releaseOf(view) : null),
    label: "Rows of",
    frameworks: [...new Set(frameworks.map(({ framework }) => framework))],
    chosen: filter,
    keep: { aligned, rating: filter.rating, "min-rating": filter.minRating },
  });
}

function nothingAuthored({ technique, view, summary }: TechniqueView): HtmlText {
  const aligned = withQuery(hrefs.technique(technique.id), { aligned: view.release });
  return emptyState(
    `No set was authored on ATT&CK ${view.release}.`,
    html`${counted(summary.rows, "row")} here. See the <a href="${aligned}">newest sets aligned to ${view.release}</a> or the <a href="${hrefs.technique(technique.id)}">current view</a>.`,
  );
}

const filterWords = {
  function: "Function",
  rating: "Rating",
  minRating: "At least",
} as const satisfies Partial<Record<keyof RowFilter, string>>;

function filterChips(view: TechniqueView): Child {
  const { frameworks } = view.filter;
  const chips = frameworks.map((id) =>
    chip(`Framework: ${frameworkOf(id).name}`, askedHref(view, { frameworks: frameworks.filter((of) => of !== id) })),
  );
  for (const name of ["function", "rating", "minRating"] as const) {
    const value = view.filter[name];
    if (value === null) continue;
    chips.push(chip(`${filterWords[name]}: ${value.replace("-", " ")}`, askedHref(view, { [name]: null })));
  }
  return chips.length === 0 ? null : html`<p class="line">${chips}</p>`;
}

function setSection(view: TechniqueView, framework: FrameworkOverview): HtmlText {
  const rows = view.mappings.filter((row) => row.set === framework.set);
  const label = sameCarried(rows) ? (rows[0]?.carried ?? null) : null;
  return section({
    id: anchorOf(framework.set),
    title: html`<a href="${hrefs.set(framework.set)}">${framework.name} ${framework.frameworkVersion}</a>`,
    meta: html`${counted(rows.length, "row")} &middot; authored on ATT&amp;CK ${framework.attackVersion} ${label ? carriedTag(label) : null}${ownTag(framework.originKind)}`,
    body: mappingTable({
      caption: `${framework.name} ${framework.frameworkVersion}`,
      rows,
      frozen: view.view.kind === "as-authored",
      complete: true,
      inLine: true,
      groups: framework.groups,
    }),
  });
}

function nonMappableSection({ nonMappable, view }: TechniqueView): HtmlText | null {
  if (nonMappable.length === 0) return null;
  const frozen = view.kind === "as-authored";
  return section({
    title: "Declared non-mappable",
    id: "non-mappable",
    meta: "its authors looked, and found no capability of theirs that addresses this technique",
    body: bySet(nonMappable, "Non-mappable", frozen),
  });
}

/** Rows that no framework's own section has, each set's below its name. */
function bySet(all: readonly Mapping[], caption: string, frozen: boolean): Child {
  return [...new Set(all.map(({ set }) => set))].map((set) => {
    const rows = all.filter((row) => row.set === set);
    const [{ framework, frameworkVersion } = { framework: "", frameworkVersion: "" }] = rows;
    const name = `${frameworkOf(framework).name} ${frameworkVersion}`;
    return html`<h3><a href="${hrefs.set(set)}">${name}</a></h3>${mappingTable({ caption: `${caption}, ${name}`, rows, frozen, inLine: true })}`;
  });
}

function strandedSection({ stranded, view }: TechniqueView): HtmlText | null {
  const [first] = stranded;
  if (first === undefined) return null;
  const lead = stranded.length === 1 ? "leads" : "lead";
  return section({
    title: "Rows without a living technique",
    id: "stranded",
    meta: `${counted(stranded.length, "row")} on this id ${lead} to no active technique of ${domainNames[first.domain]} ${view.release}; shown, never counted`,
    body: bySet(stranded, "Without a living technique", true),
  });
}
