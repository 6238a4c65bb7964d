import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import type { SiteStatus } from "./site.js";

/** What a running server shows at the moment. Swapped whole: a request sees the old state or the new one, never both. */
export class LiveStatus {
  readonly #open: () => KnowledgeBase;
  #knowledge: KnowledgeBase;
  #status: SiteStatus = { version: 1, notice: null };

  /** `open` makes a knowledge base of what is in the store now. Throws what it throws. */
  constructor(open: () => KnowledgeBase) {
    this.#open = open;
    this.#knowledge = open();
  }

  get knowledge(): KnowledgeBase {
    return this.#knowledge;
  }

  get status(): SiteStatus {
    return this.#status;
  }

  /** Opens the store again; on a throw everything stays as it was. */
  reload(): void {
    this.#knowledge = this.#open();
    this.#status = { ...this.#status, version: this.#status.version + 1 };
  }

  /** The line that pages show; null for none. */
  say(notice: string | null): void {
    if (notice !== this.#status.notice) this.#status = { version: this.#status.version + 1, notice };
  }
}
