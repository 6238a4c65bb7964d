import type { AttackObjectView } from "../views/attack-object.js";
import { objectKindFacts } from "../views/object-kind.js";
import { reachSentence } from "./reach.js";

/** The techniques, and who answers most of them. For the page and the terminal. */
export function attackObjectSentence({ kind, object, domains }: AttackObjectView): string {
  const own = domains.map(({ view, techniques, reach }) => ({ view, techniques: techniques.length, reach }));
  return reachSentence(`${object.name} ${objectKindFacts[kind].verb}`, own);
}
