/** `/` (outside of fields) and Ctrl K or Command K lead to the search field. */
export function attach(element: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, select, textarea") !== null;
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !command) return;
    event.preventDefault();
    element.focus();
    if (element instanceof HTMLInputElement) element.select();
  });
}
