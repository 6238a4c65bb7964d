import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { type MappingFunction, mappingFunctions } from "../../model/mapping.js";
import type { HtmlText } from "../route.js";
import { releaseOf, techniqueHref } from "../view-hrefs.js";
import type { CapabilityView } from "../views/capability.js";
import type { Exposure, ReachedTechnique } from "../views/exposure.js";
import { rowsIn } from "../views/summary.js";
import type { TechniqueRow } from "../views/technique-list.js";
import { type Column, dataTable } from "./data-table.js";
import { folded } from "./folded.js";
import { functionColumn } from "./framework-table.js";
import { idLink } from "./links.js";
import { section } from "./section.js";
import { defenseCell, tacticsCell } from "./technique-table.js";

interface Reached extends ReachedTechnique {
  readonly alone: boolean;
  /** Of a threat: the technique as lists have it, with what answers it. */
  readonly listed: TechniqueRow | null;
}

/** Each technique once: how a defence answers it, or what answers a threat there. A column that would be empty is said in words. */
export function reachedTechniques(of: CapabilityView, entry: Exposure): HtmlText {
  const { restsOnThisAlone, view, framework, defense } = of;
  const alone = new Set(restsOnThisAlone);
  const answered = defense.find(({ view: { domain } }) => domain === entry.domain)?.techniques ?? [];
  const listed = new Map(answered.map((row) => [row.id, row]));
  const distinct = new Map(
    entry.tactics.flatMap(({ reached }) => reached.map((technique) => [technique.id, technique])),
  );
  const reached = [...distinct.values()]
    .sort((a, b) => ((a.id ?? "") < (b.id ?? "") ? -1 : 1))
    .map(
      (technique): Reached => ({
        ...technique,
        alone: technique.id !== null && alone.has(technique.id),
        listed: listed.get(technique.id ?? "") ?? null,
      }),
    );
  const at = { kind: view.kind, release: entry.release };
  const scored = framework.side === "defense";
  const isAlone = reached.some((row) => row.alone);
  const columns: readonly Column<Reached>[] = [
    {
      label: "Technique",
      kind: "id",
      cell: ({ id }) => (id === null ? null : idLink(id, techniqueHref(id, at))),
    },
    { label: "Name", kind: "main", cell: ({ name }) => name },
    ...(scored ? functionColumns(reached) : defenseColumns(releaseOf(at))),
    { label: "Rows", kind: "number", narrowLabel: "Rows", cell: ({ rows: count }) => number(count) },
    ...(isAlone
      ? [
          {
            label: scored ? "Rests on this alone" : "Named by this alone",
            cell: (row: Reached) => (row.alone ? "only this" : null),
          },
        ]
      : []),
  ];
  const meta = [
    `${counted(reached.length, "technique")}, each once`,
    scored ? ", with the best rating of each function" : ", with the rows that answer it",
    isAlone || reached.length === 0 ? "" : scored ? "; none rests on this alone" : "; none is named by this alone",
  ];
  const table = dataTable<Reached>({
    caption: `Techniques of ${domainNames[entry.domain]} ${entry.release}`,
    columns,
    bodies: [{ rows: reached }],
    complete: true,
    anchor: ({ id }) => id,
  });
  return section({
    title: `Techniques, ${domainNames[entry.domain]} ${entry.release}`,
    id: `techniques-${entry.domain}`,
    meta: meta.join(""),
    body: isFolded(of, entry) ? folded(`All ${counted(reached.length, "technique")}`, table) : table,
  });
}

/**
 * The rows below say the same one by one, with filters: more than a screen of it stands in their way. What answers a threat is
 * said here only.
 */
export function isFolded({ framework }: CapabilityView, { reached }: Exposure): boolean {
  return reached > (framework.side === "defense" ? 20 : 100);
}

/** Of the functions that some row has. */
function functionColumns(reached: readonly Reached[]): readonly Column<Reached>[] {
  const isUsed = (wanted: MappingFunction) =>
    reached.some(({ functions }) => functions.some((counts) => counts.function === wanted && rowsIn(counts) > 0));
  return mappingFunctions.filter(isUsed).map((wanted) => functionColumn<Reached>(wanted));
}

/** Where a technique stands, and how much answers it. */
function defenseColumns(release: string | null): readonly Column<Reached>[] {
  return [
    { label: "Tactics", kind: "full", cell: ({ listed }) => (listed === null ? null : tacticsCell(listed, release)) },
    {
      label: "Defence rows",
      kind: "number",
      narrowLabel: "Defence",
      cell: ({ listed }) => (listed === null ? null : defenseCell(listed)),
    },
    {
      label: "Frameworks",
      kind: "number",
      narrowLabel: "Frameworks",
      cell: ({ listed }) => (listed === null ? null : number(listed.defenseFrameworks)),
    },
  ];
}
