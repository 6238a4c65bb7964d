import type { Side } from "../../model/framework.js";
import type { DefenseIn } from "../views/defense.js";
import { noDefenseWords } from "./silence.js";

/**
 * For readers: defence before threat, else as it is. By framework id, as answers have them, a hundred vulnerabilities would part the rows
 * of one defence from those of the next.
 */
export function defenseFirst<Item extends { readonly side: Side }>(items: readonly Item[]): readonly Item[] {
  return [...items.filter(({ side }) => side === "defense"), ...items.filter(({ side }) => side === "threat")];
}

/** Whose techniques reach and gaps of a threat are about. */
export const ofThreat = "it is mapped to";

/** Where no defensive framework has a set of the domain, which is no statement about any technique. */
export function silentWords({ view }: Pick<DefenseIn, "view">): string {
  return `${noDefenseWords([view.domain])}: none says anything of them.`;
}
