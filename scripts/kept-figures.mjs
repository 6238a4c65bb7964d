/**
 * What docs/bench.json keeps after a run: each measured figure in place of the kept one of its id, new ones at the end. What
 * was not measured, because it was not asked for, failed or was skipped, stays; what no bench measures any more is taken out by hand.
 *
 * @template {{ readonly id: string }} Figure
 * @param {readonly Figure[]} kept
 * @param {readonly Figure[]} measured
 * @returns {Figure[]}
 */
export function keptFigures(kept, measured) {
  return [...new Map([...kept, ...measured].map((figure) => [figure.id, figure])).values()];
}
