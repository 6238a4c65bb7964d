import type { Representation } from "./representation.js";

/** Finished answers by request target, at most so many bytes of them; the one unused for longest goes first. */
export class AnswerCache {
  readonly #mostBytes: number;
  readonly #answers = new Map<string, Representation>();
  #sizeBytes = 0;

  /** `mostBytes` 0 keeps nothing. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get(target: string): Representation | undefined {
    const found = this.#answers.get(target);
    if (found !== undefined && this.#sizeBytes * 2 > this.#mostBytes) {
      // Only a cache near its bound needs to know what was used last.
      this.#answers.delete(target);
      this.#answers.set(target, found);
    }
    return found;
  }

  /** Keeps an answer unless it alone would take more than an eighth of the room. */
  set(target: string, answer: Representation): void {
    if (answer.sizeBytes * 8 > this.#mostBytes) return;
    this.#drop(target);
    this.#answers.set(target, answer);
    this.#sizeBytes += answer.sizeBytes;
    while (this.#sizeBytes > this.#mostBytes) {
      const [oldest] = this.#answers.keys();
      if (oldest === undefined) return;
      this.#drop(oldest);
    }
  }

  clear(): void {
    this.#answers.clear();
    this.#sizeBytes = 0;
  }

  /** What is kept, as `Representation.sizeBytes` estimates it. */
  get sizeBytes(): number {
    return this.#sizeBytes;
  }

  #drop(target: string): void {
    const known = this.#answers.get(target);
    if (known === undefined) return;
    this.#answers.delete(target);
    this.#sizeBytes -= known.sizeBytes;
  }
}
