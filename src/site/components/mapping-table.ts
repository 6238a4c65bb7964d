import type { CarriedLabel } from "../../model/attack.js";
import { domainNames } from "../../model/domain.js";
import { isMapped, type Mapping } from "../../model/mapping.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { MappingColumnId } from "../table/mapping-table.js";
import { type Asked, askedColumns } from "./asked-columns.js";
import { comment } from "./comment.js";
import { type Column, dataTable } from "./data-table.js";
import { capabilityLink, idLink } from "./links.js";
import { scoreBadge } from "./score-badge.js";
import { carriedSpan, carriedTag } from "./tag.js";

export interface MappingTable {
  readonly caption: string;
  readonly rows: readonly Mapping[];
  /** Links lead to the set's own pages, not to the current ones. */
  readonly frozen: boolean;
  /** false where all rows are of the page's one capability. */
  readonly capability?: boolean;
  /** Rows may be of many techniques, not of the page's one; null where a row names none. */
  readonly technique?: (row: Mapping) => TechniqueOfRow | null;
  readonly complete?: boolean;
  /** One of several tables of rows that stand below each other. */
  readonly inLine?: boolean;
  readonly asked?: Asked<Mapping>;
  /** Names of groups; a group without one shows its id. */
  readonly groups?: readonly { readonly id: string; readonly name: string }[];
}

/** A technique as a row's own set shows it, or where the row was carried to. */
export interface TechniqueOfRow {
  readonly id: string;
  readonly name: string | null;
  readonly href: string;
}

/** Rows of one set: capability, mapping with function and rating, group, comment; columns that hold nothing are left out. */
export function mappingTable(table: MappingTable): HtmlText {
  const { rows, frozen, technique } = table;
  const names = new Map(table.groups?.map(({ id, name }) => [id, name]));
  const capability: readonly MappingColumn[] = [
    { id: "capability", label: "Capability", kind: "id", cell: (row) => capabilityCell(row, frozen) },
    { id: "name", label: "Name", kind: "main", cell: (row) => row.capabilityName },
  ];
  const columns: readonly (MappingColumn | null)[] = [
    ...(table.capability === false ? [] : capability),
    table.asked?.view.columns.some(({ id }) => id === "domain")
      ? { id: "domain", label: "Domain", cell: ({ domain }) => html`<span class="muted">${domainNames[domain]}</span>` }
      : null,
    ...(technique ? techniqueColumns(technique) : []),
    { id: "mapping", label: "Mapping", cell: scoreBadge },
    technique === undefined &&
    rows.some((row) => row.capabilityGroup !== null && row.capabilityGroup !== row.capabilityId)
      ? { id: "group", label: "Group", cell: (row) => groupCell(row, frozen, names), narrowLabel: "Group" }
      : null,
    // One label may stand above a table of whole sections; above the page of an answer there is none.
    table.asked === undefined && sameCarried(rows) ? null : carriedColumn(rows),
    rows.some((row) => row.hasComment || row.references.length > 0)
      ? { id: "comment", label: "Comment and references", kind: "full", cell: comment }
      : null,
  ];
  const usual = columns.filter((column) => column !== null);
  const shown = table.asked ? askedColumns(usual, table.asked) : usual;
  return dataTable({
    caption: table.caption,
    columns: shown,
    bodies: [{ rows }],
    ...(technique || shown.length > 5 ? { room: 900 } : {}),
    ...(table.complete ? { complete: true } : {}),
    ...(table.inLine ? { inLine: true } : {}),
    tone: (row) => (isMapped(row) ? null : "non-mappable"),
  });
}

type MappingColumn = Column<Mapping> & { readonly id: MappingColumnId };

/** Rows of one set go from one release to one: their head names both. */
function carriedColumn(rows: readonly Mapping[]): MappingColumn | null {
  if (rows.every(({ carried }) => carried === null)) return null;
  const [span, other] = new Set(rows.flatMap(({ carried }) => (carried === null ? [] : carriedSpan(carried))));
  const named = span === undefined || other !== undefined;
  return {
    id: "carried",
    label: named ? "Carried" : `Carried ${span}`,
    cell: ({ carried }) => (carried === null ? null : carriedTag(carried, named ? "named" : "above")),
  };
}

/** True where one label above the table says for all rows how they were carried. */
export function sameCarried(rows: readonly Mapping[]): boolean {
  const first = rows[0]?.carried ?? null;
  return rows.every(
    ({ carried }) => carried === first || (carried !== null && first !== null && sameLabel(carried, first)),
  );
}

function sameLabel(a: CarriedLabel, b: CarriedLabel): boolean {
  if (a.from !== b.from || a.to !== b.to || a.class !== b.class || a.merged !== b.merged) return false;
  return (
    a.tacticsChanged === b.tacticsChanged &&
    a.path.length === b.path.length &&
    a.path.every((id, i) => id === b.path[i])
  );
}

function capabilityCell(row: Mapping, frozen: boolean): Child {
  if (row.capabilityId === null) return html`<span class="faint">no capability</span>`;
  return capabilityLink({ framework: row.framework, set: frozen ? row.set : null }, row.capabilityId.trim());
}

function techniqueColumns(of: (row: Mapping) => TechniqueOfRow | null): readonly MappingColumn[] {
  return [
    {
      id: "technique",
      label: "Technique",
      kind: "id",
      cell: (row) => {
        const technique = of(row);
        return technique === null
          ? html`<span class="faint">no technique</span>`
          : idLink(technique.id, technique.href);
      },
    },
    { id: "technique-name", label: "Technique name", kind: "main", cell: (row) => of(row)?.name },
  ];
}

function groupCell(row: Mapping, frozen: boolean, names: ReadonlyMap<string, string>): Child {
  const { capabilityGroup: group } = row;
  if (group === null) return null;
  const href = frozen ? hrefs.setGroup(row.set, group) : hrefs.capabilityGroup(row.framework, group);
  const name = names.get(group);
  return name === undefined || name === group ? idLink(group, href) : html`<a href="${href}">${name}</a>`;
}
