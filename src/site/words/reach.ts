import { counted } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import { domainNames } from "../../model/domain.js";
import type { MappingFunction } from "../../model/mapping.js";
import type { Frame } from "../views/frame.js";
import type { Reach } from "../views/reach.js";

/** How many techniques something stands for in one domain, and each framework's reach over them. */
export interface ReachIn {
  readonly view: Frame;
  readonly techniques: number;
  readonly reach: readonly Reach[];
}

/**
 * The techniques of every domain, and the two frameworks with most rows on those of the first, each with its numerator and
 * denominator. `subject` says whose they are: `APT29 is reported to use`.
 */
export function reachSentence(subject: string, domains: readonly ReachIn[]): string {
  const active = domains.filter(({ techniques }) => techniques > 0);
  const counts = active.map(
    ({ techniques, view }) => `${counted(techniques, "technique")} of ${domainNames[view.domain]} ${view.release}`,
  );
  const first = `${subject} ${counts.length === 0 ? "no technique" : wordList(counts, "and")}`;
  const most = mostWords(active[0]?.reach ?? []);
  return most === null ? `${first}.` : `${first}; ${most}.`;
}

/** The two defensive frameworks with most rows; null where none has any. */
export function mostWords(reach: readonly Reach[]): string | null {
  const answering = reach.filter(({ side, n }) => side === "defense" && n > 0);
  const most = answering.toSorted((a, b) => b.n - a.n).slice(0, 2);
  return most.length === 0
    ? null
    : wordList(
        most.map(({ name, n, of }) => `${name} has a row on ${n} of ${of}`),
        "and",
      );
}

/** What a share of very few techniques is worth; null where there are enough, or none. */
export function fewWords(techniques: number): string | null {
  return techniques > 0 && techniques < 10 ? "Fewer than ten techniques: such figures say little." : null;
}

/** Protect rows without a rating stand in a column of their own. */
export function rated({ functions, notScored }: Reach, wanted: MappingFunction): number {
  return functions[wanted] - (wanted === "protect" ? notScored : 0);
}
