import { sameWords, type TextMark, threeDigits } from "../../attack/text-mark.js";
import type { Change, Column } from "../../attack/timeline-data.js";

/**
 * Description marks in two parts: codes, which say when a description changed and go with the facts, and the marks
 * themselves, needed to compare with a release that is added later, which go with the STIX ids.
 * Codes: -1 none, 0 new words, 1 new citations or white space only, 2 + n back to the object's n-th text.
 */
export function encodeTexts(column: Column<TextMark | null>): {
  readonly codes: Column<number>;
  readonly marks: string;
} {
  const marks: string[] = [];
  const changes = new Map<number, readonly Change<number>[]>();
  const first = column.first.map((mark, row) => {
    const seen: TextMark[] = [];
    let last: TextMark | null = null;
    const codeOf = (value: TextMark | null): number => {
      const before = last;
      last = value;
      if (value === null) return -1;
      const known = seen.indexOf(value);
      if (known >= 0) return known + 2;
      seen.push(value);
      const same = before !== null && sameWords(before, value);
      marks.push(same ? value.slice(3) : value);
      return same ? 1 : 0;
    };
    const code = codeOf(mark);
    const later = column.changes.get(row);
    if (later !== undefined)
      changes.set(
        row,
        later.map(({ release, value }) => ({ release, value: codeOf(value) })),
      );
    return code;
  });
  return { codes: { first, changes }, marks: marks.join("") };
}

/** Inverse of `encodeTexts`. Without marks, made-up ones that differ where the true ones do. */
export function decodeTexts(codes: Column<number>, marks: string | null): Column<TextMark | null> {
  let offset = 0;
  let made = 0;
  const take = (length: 3 | 6): string => {
    if (marks === null) return length === 6 ? threeDigits(++made) + threeDigits(made) : threeDigits(++made);
    offset += length;
    return marks.slice(offset - length, offset);
  };
  const changes = new Map<number, readonly Change<TextMark | null>[]>();
  const first = codes.first.map((code, row) => {
    const later = codes.changes.get(row);
    let last = code === 0 ? take(6) : null;
    if (later === undefined) return last;
    const begin = last;
    const seen = last === null ? [] : [last];
    const markOf = (value: number): TextMark | null => {
      if (value < 0) return null;
      if (value >= 2) return seen[value - 2] ?? null;
      const mark: TextMark = value === 1 ? (last ?? "").slice(0, 3) + take(3) : take(6);
      seen.push(mark);
      return mark;
    };
    changes.set(
      row,
      later.map(({ release, value }) => {
        last = markOf(value);
        return { release, value: last };
      }),
    );
    return begin;
  });
  return { first, changes };
}
