/**
 * The candidates nearest to a mistyped word, best first: edit distance (with swaps of neighbours) of the folded texts,
 * at most a third of the longer one's length. For ids, commands, options and frameworks alike; O(n·m) a candidate.
 */
export function nearest(word: string, candidates: Iterable<string>, most = 3): readonly string[] {
  return nearby(
    word,
    [...new Set(candidates)].map((text) => ({ text, meant: text })),
  )
    .slice(0, most)
    .map(({ meant }) => meant);
}

/**
 * Things by what they are called: those nearest to the words, then those whose name has every word asked for, at least in
 * its beginning. Things of one name stand in the order given; each stands once.
 */
export function nearestNamed<Thing>(words: string, things: Iterable<Named<Thing>>, most = 3): readonly Thing[] {
  const all = [...things];
  const near = nearby(words, all).map(({ meant }) => meant);
  const wanted = wordsOf(words);
  const holding = all
    .filter(({ text }) => {
      const own = wordsOf(text);
      return wanted.length > 0 && wanted.every((word) => own.some((other) => other.startsWith(word)));
    })
    .sort((a, b) => a.text.length - b.text.length)
    .map(({ meant }) => meant);
  return [...new Set([...near, ...holding])].slice(0, most);
}

/** One name of a thing. */
export interface Named<Thing> {
  readonly text: string;
  readonly meant: Thing;
}

function nearby<Thing>(word: string, candidates: readonly Named<Thing>[]): readonly Named<Thing>[] {
  const wanted = fold(word);
  const scored: (Named<Thing> & { distance: number; shared: number })[] = [];
  for (const { text, meant } of candidates) {
    const folded = fold(text);
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (Math.abs(wanted.length - folded.length) > limit) continue;
    const distance = editDistance(wanted, folded);
    if (distance <= limit) scored.push({ text, meant, distance, shared: sharedStart(wanted, folded) });
  }
  // People get the beginning right more often than the end.
  return scored.sort(
    (a, b) => a.distance - b.distance || b.shared - a.shared || (a.text < b.text ? -1 : Number(a.text > b.text)),
  );
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
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
