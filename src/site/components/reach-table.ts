import { number } from "../../base/counted.js";
import type { Domain } from "../../model/domain.js";
import { type MappingFunction, mappingFunctions } from "../../model/mapping.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Reach } from "../views/reach.js";
import { functionWords } from "../words/mapping.js";
import { rated } from "../words/reach.js";
import { noDefenseWords } from "../words/silence.js";
import { type Column, dataTable } from "./data-table.js";
import { figure } from "./figure.js";
import { functionMark } from "./marks.js";
import { partOf } from "./part-of.js";
import { threatHeading } from "./threat-heading.js";

/** Where techniques behind the figures are listed, if anywhere. */
export interface ReachLists {
  /** Those with a row of a framework. */
  readonly answered?: (framework: string) => string | null;
  /** Those with a row of a framework and function, rated or not. */
  readonly withFunction?: (framework: string, wanted: MappingFunction) => string;
  /** Those without a row of a framework and function. */
  readonly without?: (framework: string, wanted: MappingFunction) => string;
  /** Sub-techniques without a row whose parent has one. */
  readonly parentOnly?: (framework: string) => string | null;
  /** Those that it only declares non-mappable. */
  readonly nonMappable?: (framework: string) => string | null;
}

/** How each framework's newest set answers a list of techniques; functions apart, threat vocabularies apart. */
export function reachTable(reach: readonly Reach[], caption: string, lists: ReachLists = {}): HtmlText {
  const { answered, withFunction, without } = lists;
  const defense = reach.filter(({ side }) => side === "defense");
  const threat = reach.filter(({ side }) => side === "threat");
  return dataTable({
    caption,
    columns: [
      {
        label: "Framework",
        kind: "main",
        cell: (entry) =>
          html`<a href="${hrefs.framework(entry.framework)}">${entry.name}</a> <span class="faint">${entry.frameworkVersion}</span>`,
      },
      {
        label: "Authored on",
        narrowLabel: "ATT&CK",
        cell: ({ attackVersion }) => html`<span class="muted">${attackVersion}</span>`,
      },
      { label: "Techniques with a row", cell: ({ n, of, framework }) => partOf(n, of, answered?.(framework)) },
      ...mappingFunctions.map((wanted) => ({
        label: functionWords[wanted],
        kind: "number" as const,
        narrowLabel: functionWords[wanted],
        cell: (entry: Reach): Child =>
          entry.side === "threat" ? null : counting(rated(entry, wanted), entry, { wanted, list: withFunction }),
      })),
      {
        label: "Protect, not scored",
        kind: "number",
        narrowLabel: "Not scored",
        cell: (entry): Child =>
          entry.side === "threat" ? null : counting(entry.notScored, entry, { wanted: "protect", list: withFunction }),
      },
      {
        label: "Parent only",
        kind: "number",
        narrowLabel: "Parent only",
        cell: ({ parentOnly, framework }) => opened(parentOnly, lists.parentOnly?.(framework)),
      },
      {
        label: "Non-mappable",
        kind: "number",
        narrowLabel: "Non-mappable",
        cell: ({ nonMappable, framework }) => opened(nonMappable, lists.nonMappable?.(framework)),
      },
      ...(without === undefined ? [] : [withoutColumn(without)]),
    ],
    bodies: threat.length > 0 ? [{ rows: defense }, { heading: threatHeading, rows: threat }] : [{ rows: defense }],
    room: 900,
    complete: true,
    tone: ({ n }) => (n === 0 ? "off" : null),
  });
}

/** That no defence of the domain can have a row; nothing where one has a set. */
export function silentReach({
  view,
  reach,
}: {
  readonly view: { readonly domain: Domain };
  readonly reach: readonly Reach[];
}): Child {
  if (reach.some(({ side }) => side === "defense")) return null;
  return html`<p class="note">${noDefenseWords([view.domain])}.</p>`;
}

/** Leads to the list of a function where the figure counts all of that list: it knows nothing of scores. */
function counting(
  n: number,
  { framework, functions }: Reach,
  { wanted, list }: { readonly wanted: MappingFunction; readonly list: ReachLists["withFunction"] },
): Child {
  return opened(n, n === functions[wanted] ? list?.(framework, wanted) : null);
}

function opened(n: number, href: string | null | undefined): Child {
  return figure(number(n), n > 0 ? href : null);
}

/** How many techniques have no row of each function, each count the list of them. */
function withoutColumn(without: (framework: string, wanted: MappingFunction) => string): Column<Reach> {
  return {
    label: "Without a row to",
    narrowLabel: "Without",
    cell: ({ framework, side, functions, of }): Child =>
      side === "threat"
        ? null
        : html`<span class="unbroken">${mappingFunctions.map(
            (wanted, index) =>
              html`${index === 0 ? null : " "}<a class="function-label" href="${without(framework, wanted)}" rel="nofollow">${functionMark(wanted)}<span class="visually-hidden">${wanted} </span>${number(of - functions[wanted])}</a>`,
          )}</span>`,
  };
}

/** The counting rule that stands beside every such table. */
export function reachRule(): HtmlText {
  return html`<p class="note">Counted: each technique and sub-technique once, by its exact id, with at least one row of the framework&rsquo;s newest set carried to this release. &ldquo;Parent only&rdquo;: the parent has a row, the sub-technique has none; never counted in. A technique may stand under several functions; they are not added. &ldquo;Mitigates&rdquo; and &ldquo;protects&rdquo; rows without a score are read as protect, and stand in a column of their own. A row says that a capability can help, not that anything is covered.</p>`;
}
