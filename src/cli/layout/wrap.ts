const mark = /\p{M}|\u200b|\u200d|\ufe0f/u;
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Escape codes in foreign text must not reach a terminal; line breaks and tabs are dealt with apart. */
const control = /(?![\n\t])\p{Cc}/gu;

/** A text of others as one that moves no cursor: control characters are shown as `?`. */
export function harmless(text: string): string {
  return text.replace(control, "?");
}

/** Columns that a text without escape codes takes: 0 for combining marks, 2 for East Asian wide characters, else 1. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) if (!mark.test(character)) width += wide.test(character) ? 2 : 1;
  return width;
}

/**
 * Text as lines of at most `width` columns, broken at blanks and line breaks; a word longer than a line after a
 * separator (`.`, `_`, `/`, `-`), at last anywhere. Nothing is cut off. [""] for an empty text. Control characters,
 * which could move the cursor, are shown as `?`.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.replace(/\r\n?/g, "\n").split("\n")) {
    let line = "";
    const words = paragraph
      .trim()
      .replace(control, "?")
      .split(/[ \t\u00a0]+/);
    for (const piece of words.flatMap((word) => pieces(word, width))) {
      const joined = line === "" ? piece.text : `${line}${piece.glued ? "" : " "}${piece.text}`;
      if (textWidth(joined) <= width) line = joined;
      else {
        lines.push(line);
        line = piece.text;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** Parts of a word that fit a line each; glued ones follow without a blank. */
function pieces(word: string, width: number): readonly { readonly text: string; readonly glued: boolean }[] {
  if (textWidth(word) <= width) return [{ text: word, glued: false }];
  const parts = (word.match(/[^._/-]*[._/-]+|[^._/-]+$/g) ?? [word]).flatMap((part) => hard(part, width));
  return parts.map((text, index) => ({ text, glued: index > 0 }));
}

function hard(part: string, width: number): readonly string[] {
  if (textWidth(part) <= width) return [part];
  const found: string[] = [];
  let last = "";
  for (const character of part) {
    if (last !== "" && textWidth(last + character) > width) {
      found.push(last);
      last = "";
    }
    last += character;
  }
  return [...found, last];
}
