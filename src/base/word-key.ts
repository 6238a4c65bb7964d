/** A word as it is compared: `Not scored`, `not_scored` and `not-scored` are one. */
export function wordKey(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
}
