/**
 * A text as words are looked for in it: small letters without accents or quotes, every dash the plain one, so that a word
 * copied from a document finds what a publisher typed.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}"'\u2018-\u201f\u00ab\u00bb]/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .toLowerCase();
}

/** A row's text to look in: numbers stand in it without their leading zeros too, so that `AC-2` finds AC-02. */
export function foldRow(text: string): string {
  const folded = foldText(text);
  const unpadded = folded.replace(/(?<!\d)0+(?=\d)/g, "");
  return unpadded === folded ? folded : `${folded} ${unpadded}`;
}
