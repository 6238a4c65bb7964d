/**
 * A text as it is looked for: small letters without accents, quotes and dashes as keyboards have them, since texts are
 * pasted from documents that typeset them. Of what is looked for and where, both.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f]/g, '"')
    .replace(/\p{Pd}|\u2212/gu, "-")
    .toLowerCase();
}

/** What is looked for in plain texts: words that must all stand there, whatever quotes are around them. */
export function plainWords(text: string): readonly string[] {
  return plainText(text)
    .split(/[\s"']+/)
    .filter((word) => word !== "");
}
