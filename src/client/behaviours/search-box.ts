import { SearchBox } from "../search/search-box.js";

/**
 * A search field: `/` (outside of fields) and Ctrl K or Command K lead to it, and what is typed is answered below it while
 * typing. The list of everything is fetched when the field is first used.
 */
export function attach(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement) || element.form === null) return;
  const box = new SearchBox(element, element.form);
  element.addEventListener("focus", () => box.prepare(), { once: true });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, select, textarea") !== null;
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !command) return;
    event.preventDefault();
    element.focus();
    element.select();
  });
}
