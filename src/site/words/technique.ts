import { counted } from "../../base/counted.js";
import { isNarrowed } from "../views/row-filter.js";
import type { TechniqueView } from "../views/technique.js";
import { noDefenseWords } from "./silence.js";

/** The answer in one sentence; nothing is not a number of zeros but said. */
export function techniqueSentence({
  summary,
  nonMappable,
  technique,
  view,
  frameworks,
  filter,
  gauge,
}: TechniqueView): string {
  const narrowed = isNarrowed(filter) ? " that passes the filter" : "";
  const when = view.kind === "as-authored" ? ` authored on ${view.release}` : "";
  const defense = `${counted(summary.defenseCapabilities, "capability", "capabilities")} of ${counted(summary.defenseFrameworks, "defensive framework")}${when} ${summary.defenseCapabilities === 1 ? "has" : "have"} a mapping to this technique${narrowed}`;
  const threat = counted(summary.threatCapabilities, "threat or incident entry", "threat or incident entries");
  const describe = `${threat} ${summary.threatCapabilities === 1 ? "describes" : "describe"} it`;
  if (summary.defenseCapabilities > 0) {
    return summary.threatCapabilities > 0 ? `${defense}, and ${threat}, counted apart.` : `${defense}.`;
  }
  if (frameworks.length === 0) {
    const others = gauge.flatMap(({ releases }) => releases.map(({ release }) => release));
    const rows = others.length === 0 ? "" : `; rows on this technique were authored on ${others.join(", ")}`;
    return `No mapping set was authored on ATT&CK ${view.release}${rows}.`;
  }
  const declared = new Set(nonMappable.map(({ framework }) => framework)).size;
  const says =
    declared > 0 && !isNarrowed(filter)
      ? `; ${counted(declared, "framework")} ${declared === 1 ? "says" : "say"} so expressly`
      : "";
  if (isNarrowed(filter) && summary.threatCapabilities === 0)
    return `No row${when} on this technique passes the filter.`;
  const isSilent = frameworks.every(({ side }) => side === "threat");
  if (isSilent)
    return `${noDefenseWords([technique.domain])}${when}${summary.threatCapabilities > 0 ? `; ${describe}` : ""}.`;
  const none = `No defensive framework${when} has a mapping to this technique${narrowed}${says}`;
  return summary.threatCapabilities > 0 ? `${none}; ${describe}.` : `${none}.`;
}
