import { type Prose, parseProse } from "../../attack/prose.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { AttackObject } from "../../model/attack.js";
import type { AttackVersion } from "../../model/version.js";
import type { ObjectFacts } from "./refs.js";

/** A publisher's description, from the user's store, ready to show. */
export interface DescriptionView {
  readonly prose: Prose;
  /** The release the text is from: 19.0 has none of its own, so the newest published one stands in, and says so. */
  readonly release: AttackVersion;
}

/** An ATT&CK object and what its publisher says of it; null while that is not loaded, and where nothing is said. */
export interface DescribedObject extends ObjectFacts {
  readonly description: DescriptionView | null;
}

/** The text of an object at a release; null while it is not loaded, and where the publisher wrote none. */
export function describe(kb: KnowledgeBase, object: AttackObject, release: AttackVersion): DescriptionView | null {
  const { domain, kind, id } = object;
  if (id === null) return null;
  const text = kb.texts.object({ domain, kind, id }, release);
  return text === null ? null : { prose: parseProse(text.text, text.citations), release: text.release };
}
