/**
 * The first `most` UTF-16 units of a text; one fewer where that would cut a character in two: half of one has no place in an
 * address.
 */
export function clipped(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Surrogate}$/u, "");
}
