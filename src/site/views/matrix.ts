import type { MatrixView as AttackMatrix, ReleaseView } from "../../attack/release-view.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackObject } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import { frameworkOf, type Side } from "../../model/framework.js";
import type { AttackVersion } from "../../model/version.js";
import { type Answer, answer } from "../answer.js";
import { alignedFrameOf, type Frame, type FrameQuestion } from "./frame.js";
import { type KeptChoices, keptChoices } from "./kept-choices.js";
import { type MatrixCount, type MatrixFilter, matrixCounter } from "./matrix-cells.js";
import { type MatrixRowQuestion, matrixFilterOf } from "./matrix-filter.js";
import {
  legendOf,
  levelOf,
  type MatrixLevel,
  type MatrixMetric,
  type MatrixStep,
  matrixMetrics,
} from "./matrix-metric.js";
import { type AskedOutline, type MatrixOutline, outlineOf } from "./matrix-outline.js";
import { wordOf } from "./row-filter.js";
import { setsOf } from "./technique-rows.js";
import type { Doubt } from "./technique-standing.js";
import { unknownDomain } from "./techniques.js";

/** A technique under one tactic. */
export interface MatrixCell extends Omit<MatrixCount, "doubtful"> {
  readonly id: string;
  readonly name: string;
  readonly level: MatrixLevel;
  /** The outlined object uses it. */
  readonly outlined: boolean;
  /** Sub-techniques that stand under the same tactic. */
  readonly subtechniques: readonly MatrixCell[];
}

/** A tactic of a matrix with its techniques, in the order of the matrix. */
export interface MatrixColumn {
  readonly id: string;
  readonly name: string;
  readonly techniques: readonly MatrixCell[];
}

/** How many of all are mapped. */
export interface MatrixTally {
  readonly mapped: number;
  readonly all: number;
}

/** Drawn, or the same as a table; the usual one first. */
export const matrixForms = ["matrix", "table"] as const;

/** How sub-techniques may stand, other than as pips of their technique: as cells of their own. */
export const subForms = ["open"] as const;

/** A matrix and what answers each of its techniques. */
export interface MatrixView extends Pick<AskedOutline, "outline"> {
  readonly domain: Domain;
  readonly view: Frame;
  /** The release whose matrix is borrowed; null where this one has its own. */
  readonly borrowed: AttackVersion | null;
  readonly filter: MatrixFilter;
  readonly metric: MatrixMetric;
  /** Whether sub-techniques stand open. */
  readonly open: boolean;
  readonly as: (typeof matrixForms)[number];
  readonly frameworks: readonly {
    readonly id: string;
    readonly name: string;
    readonly side: Side;
    readonly set: string;
  }[];
  readonly matrices: readonly { readonly name: string; readonly tactics: readonly MatrixColumn[] }[];
  readonly legend: readonly MatrixStep[];
  /** Techniques that count by rows only which were written before the technique's meaning may have changed. */
  readonly doubtful: readonly Doubt[];
  /** Each technique once, whatever tactics it stands under. */
  readonly totals: {
    readonly techniques: MatrixTally;
    readonly subtechniques: MatrixTally;
    readonly nonMappable: number;
    /** Outlined techniques with a row that passes. */
    readonly outlined: MatrixTally;
  };
}

/** What a page shows beside it. */
export interface MatrixPageView extends MatrixView, AskedOutline {
  /** The same choices in every domain, for links to its matrix. */
  readonly kept: readonly KeptChoices[];
}

/** The matrix alone: data is refused where an outline is missing, which a page says. */
export function matrixOf({ kept: _, missing: __, ...view }: MatrixPageView): MatrixView {
  return view;
}

export interface MatrixQuestion extends FrameQuestion, MatrixRowQuestion {
  readonly domain: string;
  readonly metric?: string | undefined;
  readonly outline?: string | undefined;
  readonly sub?: string | undefined;
  readonly as?: string | undefined;
}

/** A release's matrix with what answers each technique: the newest sets, carried to that release. */
export function matrixView(kb: KnowledgeBase, question: MatrixQuestion): Answer<MatrixPageView> {
  const domain = kb.domains.find((known) => known === question.domain);
  if (domain === undefined) return unknownDomain(question.domain);
  const framed = alignedFrameOf(kb, domain, question);
  if (!framed.ok) return framed;
  const frame = framed.view;
  const filtered = matrixFilterOf(kb, question);
  if (!filtered.ok) return filtered;
  const filter = filtered.view;
  const metric = wordOf("metric", matrixMetrics, question.metric);
  if (!metric.ok) return metric;
  const sub = wordOf("form of sub-techniques", subForms, question.sub);
  if (!sub.ok) return sub;
  const as = wordOf("form of the page", matrixForms, question.as);
  if (!as.ok) return as;
  const look = { metric: metric.view ?? matrixMetrics[0], open: sub.view !== null, as: as.view ?? matrixForms[0] };
  return answer(assemble(kb, { frame, filter, ...outlineOf(kb, frame, question.outline), ...look }));
}

interface Chosen extends AskedOutline {
  readonly frame: Frame;
  readonly filter: MatrixFilter;
  readonly metric: MatrixMetric;
  readonly open: boolean;
  readonly as: MatrixPageView["as"];
}

function assemble(kb: KnowledgeBase, chosen: Chosen): MatrixPageView {
  const { frame, filter, metric, outline, missing, open, as } = chosen;
  const release = kb.timeline(frame.domain).at(frame.release);
  const count = matrixCounter(kb, frame, filter);
  const shown = release.matrices().flatMap((matrix) => shownIn(release, matrix));
  const counts = new Map([...new Set(shown)].map((technique) => [technique, count(technique.id ?? "")]));
  const legend = legendOf(metric, counts.values());
  const used = new Set(outline?.techniques);
  const cell = (technique: AttackObject, subs: readonly MatrixCell[]): MatrixCell => {
    const found = counts.get(technique) ?? count("");
    const { doubtful: _, ...counted } = found;
    const id = technique.id ?? "";
    const level = levelOf(metric, legend, found);
    return { id, name: technique.name, ...counted, level, outlined: used.has(id), subtechniques: subs };
  };
  return {
    domain: frame.domain,
    view: frame,
    borrowed: release.borrowedMatrix,
    filter,
    metric,
    open,
    as,
    outline,
    missing,
    frameworks: setsOf(kb, frame).map(({ framework, id }) => {
      const { name, side } = frameworkOf(framework);
      return { id: framework, name, side, set: id };
    }),
    matrices: release.matrices().map((matrix) => ({
      name: matrix.object.name,
      tactics: matrix.tactics.map((tactic) => columnOf(release, tactic, cell)),
    })),
    legend,
    doubtful: doubtfulOf(counts),
    kept: kb.domains.map((domain) => keptChoices(kb, domain, chosen)),
    totals: totalsOf(counts, outline),
  };
}

function doubtfulOf(counts: ReadonlyMap<AttackObject, MatrixCount>): readonly Doubt[] {
  return [...counts]
    .flatMap(([{ id }, { doubtful }]) => (id === null || doubtful.length === 0 ? [] : { id, frameworks: doubtful }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function columnOf(
  release: ReleaseView,
  tactic: AttackObject,
  cell: (technique: AttackObject, subs: readonly MatrixCell[]) => MatrixCell,
): MatrixColumn {
  const here = new Set(release.techniquesOf(tactic));
  const tops = [...here]
    .filter((technique) => {
      const parent = release.parentOf(technique);
      return parent === null || !here.has(parent);
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const techniques = tops.map((technique) =>
    cell(
      technique,
      release
        .subtechniquesOf(technique)
        .filter((sub) => here.has(sub))
        .map((sub) => cell(sub, [])),
    ),
  );
  return { id: tactic.id ?? "", name: tactic.name, techniques };
}

function shownIn(release: ReleaseView, matrix: AttackMatrix): readonly AttackObject[] {
  return matrix.tactics.flatMap((tactic) => release.techniquesOf(tactic));
}

function totalsOf(counts: ReadonlyMap<AttackObject, MatrixCount>, outline: MatrixOutline | null) {
  const tally = (wanted: (technique: AttackObject) => boolean): MatrixTally => {
    const all = [...counts].filter(([technique]) => wanted(technique));
    return { mapped: all.filter(([, { rows }]) => rows > 0).length, all: all.length };
  };
  const used = new Set(outline?.techniques);
  return {
    techniques: tally(({ id }) => !(id ?? "").includes(".")),
    subtechniques: tally(({ id }) => (id ?? "").includes(".")),
    nonMappable: [...counts.values()].filter(({ rows, nonMappable }) => rows === 0 && nonMappable.length > 0).length,
    outlined: tally(({ id }) => used.has(id ?? "")),
  };
}
