import { attach as copyLink } from "./behaviours/copy-link.js";
import { attach as filterRows } from "./behaviours/filter-rows.js";
import { attach as focusSearch } from "./behaviours/focus-search.js";
import { attach as foldNarrow } from "./behaviours/fold-narrow.js";
import { applyPreferences, attach as preferences } from "./behaviours/preferences.js";
import { attach as sortTable } from "./behaviours/sort-table.js";

/** What makes an element that names it in `data-behaviour` do more than it does without a script. */
const behaviours: Readonly<Record<string, (element: HTMLElement) => void>> = {
  "copy-link": copyLink,
  "filter-rows": filterRows,
  "focus-search": focusSearch,
  "fold-narrow": foldNarrow,
  preferences,
  "sort-table": sortTable,
};

// Before the first paint: the script blocks rendering where browsers can, so that no theme flashes by.
document.documentElement.dataset.script = "on";
applyPreferences();

function attachAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-behaviour]")) {
    behaviours[element.dataset.behaviour ?? ""]?.(element);
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", attachAll);
else attachAll();
