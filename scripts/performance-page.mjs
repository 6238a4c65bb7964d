/**
 * docs/performance.md, made from docs/bench.json: `npm run bench -- --keep` writes both, and a test compares them.
 *
 * @param {{ machine: { node: string, platform: string, cores: number },
 *   figures: readonly { id: string, what: string, value: number, budget: string, within: boolean, old: string | null }[] }} bench
 * @returns {string}
 */
export function performancePage({ machine, figures }) {
  const rows = figures.map(
    ({ id, what, value, budget, within, old }) =>
      `| ${id} | ${what} | ${written(value)}${within ? "" : " **over**"} | ${budget} | ${old ?? ""} |`,
  );
  return [
    "# Budgets, and what was measured",
    "",
    `Made by \`npm run bench -- --keep\` (Node ${machine.node}, ${machine.platform}, ${machine.cores} cores); do not edit. A budget`,
    "that names a peer or a floor was measured beside it in the same run, so that it holds on slower machines too. What is over is marked.",
    "Each bench is kept whole, not all on the same day. In the last column is what the site and the tools before us take for the same, measured once on a machine like it.",
    "",
    "| budget | what | measured | allowed | before us |",
    "|---|---|---:|---:|---:|",
    ...rows,
    "",
  ].join("\n");
}

/** @param {number} value */
const written = (value) => value.toLocaleString("en", { maximumSignificantDigits: 3 });
