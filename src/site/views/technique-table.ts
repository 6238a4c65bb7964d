import { BoundedCache } from "../../base/bounded-cache.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { mappingFunctions, type Rating, ratings } from "../../model/mapping.js";
import { PreparedTable } from "../table/prepared-table.js";
import { noValue } from "../table/spec.js";
import { lookTechniquesUp } from "../table/technique-facets.js";
import { type TechniqueNames, techniqueTableSpec } from "../table/technique-table.js";
import type { Frame } from "./frame.js";
import { type TechniqueRow, toTechniqueRows } from "./technique-list.js";
import { setsOf } from "./technique-rows.js";
import { standingsIn } from "./technique-standing.js";

/** How many releases' lists stay ready. */
const readyLists = 6;

/** Every active technique of the frames, at most one of each domain, as its list asks them; made once while asked for. */
export function techniqueTableOf(kb: KnowledgeBase, frames: readonly Frame[]): PreparedTable<TechniqueRow> {
  const ready = kb.once("tables of techniques", () => new BoundedCache<PreparedTable<TechniqueRow>>(readyLists));
  const key = frames.map(({ domain, release, kind }) => `${domain} ${release} ${kind === "as-authored"}`).join(", ");
  return ready.get(key, () => {
    const rows = frames.flatMap((frame) => {
      const release = kb.timeline(frame.domain).at(frame.release);
      return toTechniqueRows(kb, frame, release.activeTechniques());
    });
    const spec = techniqueTableSpec({
      techniques: lookTechniquesUp<TechniqueRow>(kb, frames, (row) => row),
      releases: new Map(frames.map(({ domain, release }) => [domain, release])),
      frameworkIds: kb.frameworkIds,
      answers: answersIn(kb, frames),
    });
    return new PreparedTable(spec, rows);
  });
}

/** Techniques of one tactic: it is no facet of theirs, and no column unless asked for. */
export function tacticTableOf(
  kb: KnowledgeBase,
  frame: Frame,
  rows: readonly TechniqueRow[],
): PreparedTable<TechniqueRow> {
  const { spec } = techniqueTableOf(kb, [frame]);
  const own = {
    ...spec,
    facets: spec.facets.filter(({ id }) => id !== "tactic"),
    columns: spec.columns.map((column) => (column.id === "tactic" ? { ...column, usual: false } : column)),
  };
  return new PreparedTable(own, rows);
}

/**
 * Which frameworks have a row on a technique of the frames, which functions their defence rows have, and which ratings these
 * reach. Three facets ask it of every row, and each question of several of them again: worked out once a row.
 */
function answersIn(kb: KnowledgeBase, frames: readonly Frame[]): TechniqueNames["answers"] {
  const known = new WeakMap<TechniqueRow, ReturnType<TechniqueNames["answers"]>>();
  const sets = frames.flatMap((frame) =>
    setsOf(kb, frame).map(({ id, framework }) => ({
      domain: frame.domain,
      framework,
      standing: standingsIn(kb, id, frame.release),
    })),
  );
  const answersOf = ({ id, domain }: TechniqueRow) => {
    const mapped = sets.filter((set) => set.domain === domain && set.standing(id).mapped);
    const ways = mapped.flatMap(({ framework, standing }) =>
      standing(id).ways.flatMap((way) =>
        reachedBy(way.rating).map((reached) => [framework, way.function ?? noValue, reached] as const),
      ),
    );
    return {
      frameworks: [...new Set(mapped.map(({ framework }) => framework))],
      functions: mappingFunctions.filter((name) => ways.some(([, own]) => own === name)),
      reached: ratings.filter((name) => ways.some(([, , reached]) => reached === name)),
      ways: ways.length === 0 ? [[noValue, noValue, noValue] as const] : ways,
    };
  };
  return (row) => {
    const answers = known.get(row) ?? answersOf(row);
    known.set(row, answers);
    return answers;
  };
}

/** The ratings that are at most this one. */
function reachedBy(rating: Rating | null): readonly string[] {
  return rating === null ? [noValue] : ratings.slice(0, ratings.indexOf(rating) + 1);
}
