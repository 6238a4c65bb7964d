import { number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { frameworkOf } from "../../model/framework.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { TechniqueColumnId } from "../table/technique-table.js";
import { releaseOf, techniqueHref } from "../view-hrefs.js";
import type { TechniqueRow } from "../views/technique-list.js";
import { type Asked, type AskedColumn, askedColumns } from "./asked-columns.js";
import { dataTable, type TableBody } from "./data-table.js";
import { idLink } from "./links.js";
import { tag } from "./tag.js";

export interface TechniqueTable {
  readonly caption: string;
  readonly bodies: readonly TableBody<TechniqueRow>[];
  readonly view: Parameters<typeof techniqueHref>[1];
  /** Leave the tactics out where they are the page's subject. */
  readonly tactics: boolean;
  readonly asked?: Asked<TechniqueRow>;
  /** Which of its rows a technique's page is to show. */
  readonly filter?: Parameters<typeof techniqueHref>[2];
}

/** Techniques with what answers them, defence and threat apart; those without a row stand among the others. */
export function techniqueTable({ caption, bodies, view, tactics, asked, filter }: TechniqueTable): HtmlText {
  const columns: readonly (TechniqueColumn | null)[] = [
    { id: "technique", label: "Technique", kind: "id", cell: ({ id }) => idLink(id, techniqueHref(id, view, filter)) },
    { id: "name", label: "Name", kind: "main", cell: ({ name }) => name },
    asked
      ? { id: "domain", label: "Domain", cell: ({ domain }) => html`<span class="muted">${domainNames[domain]}</span>` }
      : null,
    tactics ? { id: "tactic", label: "Tactics", cell: (row) => tacticsCell(row, releaseOf(view)) } : null,
    { id: "defense", label: "Defence rows", kind: "number", narrowLabel: "Defence", cell: defenseCell },
    {
      id: "frameworks",
      label: "Frameworks",
      kind: "number",
      narrowLabel: "Frameworks",
      cell: ({ defenseFrameworks }) => number(defenseFrameworks),
    },
    {
      id: "threat",
      label: "Threat rows",
      kind: "number",
      narrowLabel: "Threat",
      cell: ({ threatRows }) => number(threatRows),
    },
    bodies.some(({ rows }) => rows.some((row) => row.nonMappable.length > 0))
      ? {
          id: "non-mappable",
          label: "Declared non-mappable by",
          kind: "full",
          narrowLabel: "Non-mappable for",
          cell: nonMappableCell,
        }
      : null,
  ];
  const usual = columns.filter((column) => column !== null);
  return dataTable({
    caption,
    columns: asked === undefined ? usual : askedColumns(usual, asked),
    bodies,
    room: 900,
    complete: asked === undefined,
    tone: ({ defenseRows, threatRows }) => (defenseRows + threatRows === 0 ? "off" : null),
  });
}

type TechniqueColumn = AskedColumn<TechniqueRow> & { readonly id: TechniqueColumnId };

/** Its tactics, each leading to its page at the release. */
export function tacticsCell({ tactics }: TechniqueRow, release: string | null): Child {
  return tactics.map(({ id, name }, index) => [
    index > 0 ? ", " : null,
    id === null ? name : html`<a href="${hrefs.tactic(id, release)}">${name}</a>`,
  ]);
}

export function defenseCell({ defenseRows }: TechniqueRow): Child {
  return defenseRows === 0 ? "no row" : number(defenseRows);
}

function nonMappableCell({ nonMappable }: TechniqueRow): Child {
  return nonMappable.map((framework) => [tag(frameworkOf(framework).shortName), " "]);
}
