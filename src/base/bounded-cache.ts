/**
 * The last `most` values asked for, by key; the one unused for longest goes first. For values that are costly to make
 * and safe to share: read-only ones.
 */
export class BoundedCache<Value> {
  /** How many it keeps. */
  readonly most: number;
  readonly #values = new Map<string, Value>();

  constructor(most: number) {
    this.most = most;
  }

  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) {
      // Only a cache near its bound needs to know what was used last.
      if (this.#values.size * 2 > this.most) {
        this.#values.delete(key);
        this.#values.set(key, known);
      }
      return known;
    }
    const value = make();
    this.#values.set(key, value);
    if (this.#values.size > this.most) {
      const [oldest] = this.#values.keys();
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    return value;
  }

  get size(): number {
    return this.#values.size;
  }
}
