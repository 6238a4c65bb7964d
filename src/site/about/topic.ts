/** One page of our own prose: plain paragraphs and points, so that page, JSON and terminal show the same words. */
export interface AboutTopic {
  /** Last part of its address; "" is the overview. */
  readonly slug: string;
  readonly title: string;
  /** What the page says, in one sentence. */
  readonly lead: string;
  readonly sections: readonly AboutSection[];
}

/** A part of such a page. */
export interface AboutSection {
  /** Anchor on the page. */
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly points?: readonly AboutPoint[];
}

/** A term and what it means. */
export interface AboutPoint {
  readonly term: string;
  readonly text: string;
  /** Where the figure or the thing stands; an address of ours, or of another site. */
  readonly href?: string;
}
