import type { GroupView } from "../views/group.js";
import { reachSentence } from "./reach.js";

/** Which of a group's techniques reach and gaps are about. */
export const ofGroupItself = "reported of the group itself";

/** The techniques reported of the group itself, and who answers most of them. For the page and the terminal. */
export function groupSentence({ group, domains }: GroupView): string {
  const direct = domains.map(({ view, direct, reach }) => ({ view, techniques: direct.length, reach }));
  return reachSentence(`${group.name} is reported to use`, direct);
}
