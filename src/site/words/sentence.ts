/** A figure within a sentence. */
interface Figure {
  readonly figure: string;
  /** Where exactly what it counts is listed; null: at no address. */
  readonly href: string | null;
}

/** A sentence as its texts and figures, which pages link and all else only reads. */
export type Sentence = readonly (string | Figure)[];

/** The sentence without its links. */
export function plainSentence(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === "string" ? part : part.figure)).join("");
}
