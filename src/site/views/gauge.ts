import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { Domain } from "../../model/domain.js";
import type { AttackVersion } from "../../model/version.js";

/** One bar of the tide gauge: a major ATT&CK release, and the rows authored on it and its minor releases. */
export interface GaugeBar {
  readonly major: number;
  /** Where the bar leads: the newest release of this major that has rows, else its newest. */
  readonly release: AttackVersion;
  readonly rows: number;
  /** Releases of this major with rows, oldest first. */
  readonly releases: readonly { readonly release: AttackVersion; readonly rows: number }[];
  /** The technique is active in the newest release of this major. */
  readonly exists: boolean;
}

/** Rows per release on one technique, for all releases of its domain since its first; `count` gives a set's rows. */
export function gaugeOf(
  kb: KnowledgeBase,
  domain: Domain,
  question: { readonly count: (setId: string) => number; readonly exists: (release: AttackVersion) => boolean },
): readonly GaugeBar[] {
  const timeline = kb.timeline(domain);
  const rows = new Map<AttackVersion, number>();
  for (const set of kb.placedSets) {
    if (set.domain !== domain) continue;
    const count = question.count(set.id);
    const release = timeline.resolve(set.attackVersion) ?? set.attackVersion;
    if (count > 0) rows.set(release, (rows.get(release) ?? 0) + count);
  }
  const majors = new Map<number, AttackVersion[]>();
  for (const release of timeline.releases) {
    const major = Number.parseInt(release, 10);
    majors.set(major, [...(majors.get(major) ?? []), release]);
  }
  const bars = [...majors].map(([major, releases]): GaugeBar => {
    const withRows = releases.flatMap((release) => {
      const count = rows.get(release);
      return count === undefined ? [] : [{ release, rows: count }];
    });
    const last = releases.at(-1) as AttackVersion;
    return {
      major,
      release: withRows.at(-1)?.release ?? last,
      rows: withRows.reduce((sum, entry) => sum + entry.rows, 0),
      releases: withRows,
      exists: question.exists(last),
    };
  });
  const first = bars.findIndex((bar) => bar.exists || bar.rows > 0);
  return first < 0 ? [] : bars.slice(first);
}
