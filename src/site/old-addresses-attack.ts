import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { compareVersions, parseAttackVersion } from "../model/version.js";
import { hrefs } from "./hrefs.js";
import type { OldKind } from "./old-addresses-kind.js";

/** A technique's address on the publisher's own site, `versions/v14/` in front where it is of a release: what people paste. */
export const attackSiteAddresses: readonly OldKind[] = [
  {
    pattern: /^(?:versions\/v(?<major>\d+)\/)?techniques\/(?<top>T\d{4})(?:\/(?<sub>\d{3}))?$/i,
    to: (kb, { major, top = "", sub }) => {
      const id = `${top.toUpperCase()}${sub === undefined ? "" : `.${sub}`}`;
      return techniqueAt(kb, id, major);
    },
  },
];

/** As the newest release of that number has it; as it is now where that does not hold it. */
function techniqueAt(kb: KnowledgeBase, id: string, major: string | undefined): string | null {
  for (const domain of kb.domains) {
    const timeline = kb.timeline(domain);
    if (timeline.states("technique", id).length === 0) continue;
    const releases = timeline.releases.filter((release) => release.split(".")[0] === major).sort(compareVersions);
    const release = parseAttackVersion(releases.at(-1) ?? "");
    const held = release !== null && timeline.at(release).object("technique", id) !== null;
    return hrefs.technique(id, held ? release : null);
  }
  return null;
}
