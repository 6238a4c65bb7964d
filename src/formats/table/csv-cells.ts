/** Where a cell stands in a CSV text: offsets of its first sign and behind its last, quotes among them. */
export interface CsvCell {
  readonly start: number;
  readonly end: number;
  /** From 1, the head among them; an empty line is a record too. */
  readonly record: number;
  /** From 0. */
  readonly column: number;
  /** False where a quote opens it that nothing closes: it goes to the end of the text. */
  readonly closed: boolean;
}

/**
 * The cells of a CSV text in their order, as the library reads them (RFC 4180, 2.5 to 2.7): a quote opens a cell only where it
 * is the first sign of it, and between such quotes nothing parts cells or records.
 */
export function* csvCells(text: string, delimiter: string): Generator<CsvCell> {
  const between = delimiter.charCodeAt(0);
  for (let start = 0, record = 1, column = 0; start < text.length || column > 0; ) {
    const behind = text.charCodeAt(start) === quote ? behindQuotes(text, start) : start;
    let end = behind ?? text.length;
    let sign = text.charCodeAt(end);
    while (end < text.length && sign !== between && sign !== lineFeed && sign !== carriageReturn)
      sign = text.charCodeAt(++end);
    yield { start, end, record, column, closed: behind !== null };
    if (end === text.length) return;
    if (sign === between) column++;
    else {
      record++;
      column = 0;
    }
    start = end + (sign === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? 2 : 1);
  }
}

const [quote, lineFeed, carriageReturn] = [34, 10, 13];

/** The offset behind the quote that closes the one at `start`; null where none does. Two of them are one of the text's. */
function behindQuotes(text: string, start: number): number | null {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text.charCodeAt(end + 1) === quote) end = text.indexOf('"', end + 2);
  return end < 0 ? null : end + 1;
}
