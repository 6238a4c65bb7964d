import type { AttackObject } from "../model/attack.js";
import type { ReleaseView } from "./release-view.js";

/**
 * Which techniques, alive in both of two releases, keep their id but mean something else (the strong rule): renamed, and
 * either another technique took the old name, or another living one was revoked in favour of this one. Evaluated on the
 * two releases, not on the steps between. Source: docs/data-rules.md, "same id, other meaning".
 */
export class Meaning {
  readonly #older: ReleaseView;
  readonly #absorbers: ReadonlySet<string>;
  readonly #bearers: ReadonlyMap<string, readonly string[]>;

  /** `absorbers`: ids in `newer` that a technique alive in `older` under another id ends at. */
  constructor(older: ReleaseView, newer: ReleaseView, absorbers: ReadonlySet<string>) {
    this.#older = older;
    this.#absorbers = absorbers;
    const bearers = new Map<string, string[]>();
    for (const { id, name } of newer.activeTechniques()) {
      const words = wordsOf(name);
      bearers.set(words, [...(bearers.get(words) ?? []), id ?? ""]);
    }
    this.#bearers = bearers;
  }

  /** `before` and `after`: one technique, alive in both releases. */
  changed(before: AttackObject, after: AttackObject): boolean {
    const oldName = wordsOf(before.name);
    if (oldName === wordsOf(after.name)) return false;
    if (this.#absorbers.has(after.id ?? "")) return true;
    return (this.#bearers.get(oldName) ?? []).some((id) => !this.#boreBefore(id, oldName));
  }

  #boreBefore(id: string, words: string): boolean {
    const technique = this.#older.object("technique", id);
    return technique?.state === "active" && wordsOf(technique.name) === words;
  }
}

/** Letters and digits only: "Drive-by" and "Drive-By" say the same. */
function wordsOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
