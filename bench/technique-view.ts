/**
 * Budget: the whole current view of a technique, warm and in process: 20,000 a second, and a fifth of what a bare walk
 * over the same rows reaches (one Map look-up per technique, then every row once into a new array).
 */

import type { Bench } from "./budget.js";
import { importLibrary, openEmbedded } from "./library.js";
import { ratePerSecond } from "./measure.js";

const bench: Bench = async () => {
  const { techniqueView } = await importLibrary();
  const kb = await openEmbedded();
  const ids = kb
    .timeline("enterprise")
    .at(kb.newestRelease("enterprise"))
    .activeTechniques()
    .flatMap(({ id }) => (id === null ? [] : [id]));
  const rows = new Map<string, readonly unknown[]>();
  const first = performance.now();
  for (const id of ids) {
    const found = techniqueView(kb, { id });
    if (!found.ok) throw new Error(`no view of ${id}`);
    rows.set(id, found.view.mappings);
  }
  const firstPassMs = performance.now() - first;
  let seen = 0;
  const views = ratePerSecond(ids.length, () => {
    for (const id of ids) {
      const found = techniqueView(kb, { id });
      if (found.ok) seen += found.view.mappings.length;
    }
  });
  const walks = ratePerSecond(ids.length, () => {
    for (const id of ids) {
      const copy: unknown[] = [];
      for (const row of rows.get(id) ?? []) copy.push(row);
      seen += copy.length;
    }
  });
  if (seen === 0) throw new Error("not one row was seen");
  const from = { viewsPerSecond: views, walksPerSecond: walks, techniques: ids.length, firstPassMs };
  return [
    {
      id: "technique-views",
      what: "whole current views of a technique a second, warm",
      value: views,
      budget: { min: 20_000 },
      from,
    },
    {
      id: "technique-view-share",
      what: "the same, share of a bare Map walk over the same rows",
      value: views / walks,
      budget: { min: 0.2 },
      from,
    },
  ];
};

export default bench;
