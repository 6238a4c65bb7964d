/** `a`, `a or b`, `a, b or c`; `last` stands before the last. */
export function wordList(words: readonly string[], last: "and" | "or"): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(` ${last} `);
}
