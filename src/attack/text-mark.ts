/**
 * Tells two descriptions apart without keeping them: three characters for the text without citations and white space,
 * three for the text as written (18 bits each). Two texts that differ share a whole mark once in 2^36, its first half
 * (a change taken for one of citations only) once in 2^18.
 */
export type TextMark = string;

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The mark of a description; null for none. */
export function textMark(text: string | null): TextMark | null {
  if (text === null || text === "") return null;
  const loose = text
    .replace(/\(Citation:[^)]*\)/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return threeDigits(hash(loose)) + threeDigits(hash(text));
}

/** Whether two marks differ in citations and white space only. */
export function sameWords(a: TextMark, b: TextMark): boolean {
  return a.slice(0, 3) === b.slice(0, 3);
}

/** The lowest 18 bits as three characters. */
export function threeDigits(value: number): string {
  return `${digits[(value >>> 12) & 63]}${digits[(value >>> 6) & 63]}${digits[value & 63]}`;
}

/** FNV-1a over UTF-16 units, mixed at the end (Murmur 3's finaliser) so that the low bits depend on all. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
