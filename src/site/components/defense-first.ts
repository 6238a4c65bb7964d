import type { Side } from "../../model/framework.js";

/**
 * For readers: defence before threat, else as it is. By framework id, as answers have them, a hundred vulnerabilities would part the rows
 * of one defence from those of the next.
 */
export function defenseFirst<Item extends { readonly side: Side }>(items: readonly Item[]): readonly Item[] {
  return [...items.filter(({ side }) => side === "defense"), ...items.filter(({ side }) => side === "threat")];
}
