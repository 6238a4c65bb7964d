import { type Child, html, joined } from "../html.js";
import { hyphenatedWords } from "./hyphenated-words.js";

/** Letters from which a word may not fit a narrow cell. */
const longWord = 9;

/** Consonants that begin a syllable together: `pr` of compromise, `th` of authentication. */
const onset = "[bcdfgkpt][lr]|[cpst]h|qu|[b-df-hj-np-tv-xz]";

/**
 * Where a long word that is not listed may break: before the onset of a syllable, with three letters or more on either
 * side. Names of new releases fit their cells by it, if not always as a reader would write them.
 */
const breaks = new RegExp(
  `(?<=\\p{L}*[aeiouy]\\p{L}*)(?<=\\p{L}{3})(?<![bcdfgkpt](?=[lr])|[cpst](?=h)|q(?=u))(?=(?:${onset})[aeiouy]\\p{L})(?=\\p{L}{3})`,
  "giu",
);

const softHyphen = html`&shy;`;
const maybeBreak = html`&#8203;`;

/** A name with soft hyphens in its long words, so that narrow cells break them where readers would. */
export function hyphenated(name: string): Child {
  return joined(
    name.split(" ").map((word) => (word.length < longWord ? word : broken(word))),
    " ",
  );
}

function broken(word: string): Child {
  return joined(
    word.split(/(?<=\/)/).map((half) => half.split(notLetters).map((run) => joined(partsOf(run), softHyphen))),
    maybeBreak,
  );
}

/** Every run of letters by itself, what stands between them too. */
const notLetters = /([^\p{L}]+)/u;

function partsOf(run: string): readonly string[] {
  if (run.length < longWord) return [run];
  const lengths = hyphenatedWords.get(run.toLowerCase());
  if (lengths === undefined) return run.split(breaks);
  const parts: string[] = [];
  let at = 0;
  for (const length of lengths) {
    parts.push(run.slice(at, at + length));
    at += length;
  }
  return parts;
}
