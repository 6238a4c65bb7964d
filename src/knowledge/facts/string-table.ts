/**
 * Strings that several sets share, written once: a set file holds indexes into it. -1 stands for null.
 * Sorted, so that the same strings give the same bytes whatever order the sets came in.
 */
export class StringTable {
  readonly #index: ReadonlyMap<string, number>;
  readonly strings: readonly string[];

  constructor(strings: Iterable<string>) {
    this.strings = [...new Set(strings)].sort(byCodeUnit);
    this.#index = new Map(this.strings.map((text, index) => [text, index]));
  }

  /** Throws on a string that was not given to the constructor: a fault of ours. */
  indexOf(text: string | null): number {
    if (text === null) return -1;
    const index = this.#index.get(text);
    if (index === undefined) throw new Error(`string table lacks ${JSON.stringify(text)}`);
    return index;
  }
}

/** Code unit order: the same on every machine, unlike a locale's. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
