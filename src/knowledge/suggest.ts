/**
 * The candidates nearest to a mistyped word, best first: edit distance (with swaps of neighbours) of the folded texts,
 * at most a third of the longer one's length. For ids, commands, options and frameworks alike; O(n·m) a candidate.
 */
export function nearest(word: string, candidates: Iterable<string>, most = 3): readonly string[] {
  const wanted = fold(word);
  const scored: { candidate: string; distance: number; shared: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const folded = fold(candidate);
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (Math.abs(wanted.length - folded.length) > limit) continue;
    const distance = editDistance(wanted, folded);
    if (distance <= limit) scored.push({ candidate, distance, shared: sharedStart(wanted, folded) });
  }
  // People get the beginning right more often than the end.
  scored.sort((a, b) => a.distance - b.distance || b.shared - a.shared || (a.candidate < b.candidate ? -1 : 1));
  return scored.slice(0, most).map(({ candidate }) => candidate);
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s_./-]+/g, "");
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Optimal string alignment: insert, delete, replace, swap neighbours. Three rows of the matrix are alive at a time. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
