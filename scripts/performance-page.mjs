/**
 * docs/performance.md, made from docs/bench.json: `npm run bench -- --keep` writes both, and a test compares them.
 *
 * @param {{ machine: { node: string, platform: string, cores: number },
 *   figures: readonly { id: string, what: string, value: number, budget: string, within: boolean }[] }} bench
 * @returns {string}
 */
export function performancePage({ machine, figures }) {
  const rows = figures.map(
    ({ id, what, value, budget, within }) =>
      `| ${id} | ${what} | ${written(value)}${within ? "" : " **over**"} | ${budget} |`,
  );
  return [
    "# Budgets, and what was measured",
    "",
    `Made by \`npm run bench -- --keep\` (Node ${machine.node}, ${machine.platform}, ${machine.cores} cores); do not edit. A budget`,
    "that names a peer or a floor was measured beside it in the same run, so that it holds on slower machines too. What is over is marked.",
    "",
    "| budget | what | measured | allowed |",
    "|---|---|---:|---:|",
    ...rows,
    "",
  ].join("\n");
}

/** @param {number} value */
const written = (value) => value.toLocaleString("en", { maximumSignificantDigits: 3 });
