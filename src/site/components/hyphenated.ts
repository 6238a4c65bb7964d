import { type Child, html, joined } from "../html.js";

/** Letters from which a word may not fit a narrow cell. */
const longWord = 9;

/** Consonants that begin a syllable together: `pr` of compromise, `th` of authentication. */
const onset = "[bcdfgkpt][lr]|[cpst]h|qu|[b-df-hj-np-tv-xz]";

/**
 * Where a long word may break: before the onset of a syllable, with three letters or more on either side. Plain enough for
 * the names of ATT&CK; browsers that hyphenate by themselves do it better.
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
    word.split(/(?<=\/)/).map((half) => joined(half.split(breaks), softHyphen)),
    maybeBreak,
  );
}
