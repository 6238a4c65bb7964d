import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { type Framework, frameworkOf } from "../../model/framework.js";
import { type Answer, problem } from "../answer.js";
import type { Exposure } from "./exposure.js";
import type { Frame } from "./frame.js";
import { type Gap, gapFilterOf, gapOf, gapQuery } from "./gap.js";
import { type Reach, reachOf } from "./reach.js";
import type { RowFilter } from "./row-filter.js";
import { type TechniqueRow, toTechniqueRows } from "./technique-list.js";

/** What answers the techniques that an entry of a threat vocabulary is mapped to, in one domain at one release. */
export interface DefenseIn {
  readonly view: Frame;
  /** Distinct active techniques that it is mapped to: those that its exposure counts. */
  readonly techniques: readonly TechniqueRow[];
  /** Each defensive framework's reach over them; [] where none has a set of the domain. */
  readonly reach: readonly Reach[];
  /** Those that the framework asked for does not answer; null where none was asked for. */
  readonly gap: Gap | null;
}

export interface DefenseQuestion {
  readonly without?: string | undefined;
  readonly "without-function"?: string | undefined;
}

/** The question again, as query values; null where none was asked. */
export function defenseQuery(gap: Gap | null | undefined): Readonly<Record<keyof DefenseQuestion, string | null>> {
  const { framework = null, function: wanted = null } = gapQuery(gap);
  return { without: framework, "without-function": wanted };
}

/** The framework and function asked about; a problem where a defence itself is asked what answers it. */
export function defenseFilterOf(
  kb: KnowledgeBase,
  { id, side }: Pick<Framework, "id" | "side">,
  { without, "without-function": wanted }: DefenseQuestion,
): Answer<RowFilter> {
  if (side === "threat") return gapFilterOf(kb, { framework: without, function: wanted }, "without");
  if (without !== undefined || wanted !== undefined) {
    return problem(400, "TM4024", {
      title: "Not a threat",
      detail: `${frameworkOf(id).name} is a defence: "without" asks what does not answer a vulnerability or an incident.`,
    });
  }
  return gapFilterOf(kb, {});
}

/**
 * Of the techniques that `exposure` reaches at the frame's release. Threat sets are left out: they describe techniques, and
 * this list is theirs.
 */
export function defenseOf(
  kb: KnowledgeBase,
  frame: Frame,
  { exposure, filter }: { readonly exposure: Exposure; readonly filter: RowFilter },
): DefenseIn {
  const release = kb.timeline(frame.domain).at(frame.release);
  const reached = new Set(exposure.tactics.flatMap((tactic) => tactic.reached.map(({ id }) => id)));
  const active = release.activeTechniques().filter(({ id }) => reached.has(id));
  const techniques = toTechniqueRows(kb, frame, active);
  const ids = techniques.map(({ id }) => id);
  return {
    view: frame,
    techniques,
    reach: reachOf(kb, frame, ids).filter(({ side }) => side === "defense"),
    gap: gapOf(kb, frame, { rows: techniques, filter }),
  };
}
