import { type EntryKind, entryKinds, type SearchEntry } from "./search-entries.js";

/**
 * Every search entry as compact JSON, for a browser that searches by itself: an entry is a short list, what many entries
 * share is a number into a table. `entryOf` is its inverse.
 */
export interface SearchList {
  /** Tables: contexts, frameworks and notes. Number 0 of frameworks and notes is null. */
  readonly contexts: readonly string[];
  readonly frameworks: readonly (string | null)[];
  readonly notes: readonly (string | null)[];
  readonly entries: readonly ListedEntry[];
}

/** kind, context, framework, note (numbers), id, name ("" where it is the id), then other spellings. */
type ListedEntry = readonly [number, number, number, number, string, string, ...string[]];

export function toSearchList(entries: readonly SearchEntry[]): SearchList {
  const contexts = new Numbers<string>([]);
  const frameworks = new Numbers<string | null>([null]);
  const notes = new Numbers<string | null>([null]);
  return {
    entries: entries.map(({ kind, context, framework, note, id, name, also }): ListedEntry => {
      const numbers = [contexts.of(context), frameworks.of(framework), notes.of(note)] as const;
      return [entryKinds.indexOf(kind), ...numbers, id, name === id ? "" : name, ...also];
    }),
    contexts: contexts.all,
    frameworks: frameworks.all,
    notes: notes.all,
  };
}

export function entriesOf({ entries, contexts, frameworks, notes }: SearchList): readonly SearchEntry[] {
  return entries.map(([kind, context, framework, note, id, name, ...also]) => ({
    kind: entryKinds[kind] as EntryKind,
    id,
    name: name === "" ? id : name,
    also,
    context: contexts[context] ?? "",
    framework: frameworks[framework] ?? null,
    note: notes[note] ?? null,
  }));
}

/** Values numbered in the order they come, each once. */
class Numbers<Value> {
  readonly all: Value[];
  readonly #known: Map<Value, number>;

  constructor(first: readonly Value[]) {
    this.all = [...first];
    this.#known = new Map(first.map((value, index) => [value, index]));
  }

  of(value: Value): number {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    this.#known.set(value, this.all.length);
    return this.all.push(value) - 1;
  }
}
