import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { ClaimChangeView, ClaimSide, ScoreDirection } from "../views/claim-change.js";
import { type Column, dataTable, type TableBody } from "./data-table.js";
import { idLink } from "./links.js";
import { scoreBadge } from "./score-badge.js";
import { arrows, tag } from "./tag.js";

export interface ChangeTable {
  readonly caption: string;
  readonly bodies: readonly TableBody<ClaimChangeView>[];
  /** Pages of a capability and of a technique; null where the page's subject is the one. */
  readonly capability: ((change: ClaimChangeView) => string) | null;
  readonly technique: ((change: ClaimChangeView) => string | null) | null;
  /** Which sides have anything to show. */
  readonly sides: readonly ("older" | "newer")[];
}

/** Claims that differ between two sets: capability, technique, and what each set says of the pair. */
export function changeTable({ caption, bodies, capability, technique, sides }: ChangeTable): HtmlText {
  const columns: readonly (Column<ClaimChangeView> | false)[] = [
    capability !== null && {
      label: "Capability",
      kind: "id",
      cell: (change) => (change.capabilityId === null ? null : idLink(change.capabilityId, capability(change))),
    },
    capability !== null && { label: "Name", kind: "main", cell: ({ capabilityName }) => capabilityName },
    technique !== null && {
      label: "Technique",
      kind: "id",
      cell: (change) => (change.techniqueId === null ? "names none" : idLink(change.techniqueId, technique(change))),
    },
    technique !== null && { label: "Technique name", kind: "main", narrowLabel: "Name", cell: techniqueCell },
    ...sides.map(
      (side): Column<ClaimChangeView> => ({
        label: side === "older" ? "Older says" : "Newer says",
        narrowLabel: side === "older" ? "Older" : "Newer",
        cell: (change) => sideCell(change[side]),
      }),
    ),
    bodies.some(({ rows }) => rows.some(({ direction }) => direction !== null)) && {
      label: "Rating",
      cell: ({ direction }) => (direction === null ? null : directionWords[direction]),
    },
  ];
  return dataTable({ caption, columns: columns.filter((column) => column !== false), bodies, complete: true });
}

const directionWords = {
  raised: "raised",
  lowered: "lowered",
  evidence: "best stays, others differ",
  given: "value missing before",
  taken: "value missing now",
} as const satisfies Record<ScoreDirection, string>;

function techniqueCell({ techniqueName, path }: ClaimChangeView): Child {
  if (path.length < 2) return techniqueName;
  return html`${techniqueName} <span class="id muted">${arrows(path)}</span>`;
}

function sideCell(side: ClaimSide | null): Child {
  if (side === null) return "–";
  const { shown, rows, ratings } = side;
  const more = [
    ratings.length > 1 ? tag(`also ${ratings.filter((rating) => rating !== shown.rating).join(", ")}`) : null,
    rows.length > 1 ? html`<span class="muted">${rows.length} rows</span>` : null,
  ].filter((part) => part !== null);
  return html`${scoreBadge(shown)}${more.map((part) => [" ", part])}`;
}
