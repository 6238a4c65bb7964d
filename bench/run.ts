/** Runs the one bench it is told and prints its figures as JSON; a process of its own for each, so that none warms the next. */
import { type Bench, isWithin, rounded } from "./budget.js";
import { oldSite } from "./old-site.js";

const name = process.argv[2] ?? "";
// A computed address: the bundler is to leave this import alone.
const { default: bench } = (await import(new URL(`bench-${name}.mjs`, import.meta.url).href)) as { default: Bench };
const answer = await bench();

if ("skipped" in answer) {
  console.log(JSON.stringify(answer));
} else {
  const figures = answer.map((figure) => ({
    id: figure.id,
    what: figure.what,
    value: rounded(figure.value),
    budget: "max" in figure.budget ? `≤ ${figure.budget.max}` : `≥ ${figure.budget.min}`,
    within: isWithin(figure),
    old: oldSite[figure.id] ?? null,
    from: Object.fromEntries(
      Object.entries(figure.from).map(([key, value]) => [key, typeof value === "number" ? rounded(value) : value]),
    ),
  }));
  console.log(JSON.stringify(figures));
}
