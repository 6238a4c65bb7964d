import type { Timeline } from "../attack/timeline.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import type { AttackFacts, KnownRelease, KnownTechnique } from "./context.js";

/** The same of everything that is loaded. */
export function attackOf(kb: KnowledgeBase): AttackFacts {
  return attackFactsOf(new Map(kb.domains.map((domain) => [domain, kb.timeline(domain)])));
}

/** What rules ask of ATT&CK, answered by timelines. Answers are remembered: files name few techniques in many rows. */
export function attackFactsOf(timelines: ReadonlyMap<Domain, Timeline>): AttackFacts {
  const releases = new Map<string, KnownRelease | null>();
  return {
    at(domain, version) {
      const key = `${domain} ${version}`;
      const known = releases.get(key);
      if (known !== undefined) return known;
      const timeline = timelines.get(domain);
      const release = timeline?.resolve(version) ?? null;
      const made = timeline && release ? releaseOf(timeline, release) : null;
      releases.set(key, made);
      return made;
    },
  };
}

function releaseOf(timeline: Timeline, release: AttackVersion): KnownRelease {
  const view = timeline.at(release);
  const techniques = new Map<string, KnownTechnique | null>();
  return {
    technique(id) {
      const known = techniques.get(id);
      if (known !== undefined) return known;
      const object = view.object("technique", id);
      const made = object && {
        name: object.name,
        state: object.state,
        heir: object.state === "revoked" ? heirOf(timeline, id, release) : null,
      };
      techniques.set(id, made);
      return made;
    },
    otherNames(id) {
      const own = view.object("technique", id)?.name;
      const names = timeline.states("technique", id).map(({ name }) => name);
      return [...new Set(names)].filter((name) => name !== own);
    },
  };
}

function heirOf(timeline: Timeline, id: string, release: AttackVersion): string | null {
  const successor = timeline.lineage.successor(id, release);
  return successor?.end === "active" ? (successor.path.at(-1) ?? null) : null;
}
