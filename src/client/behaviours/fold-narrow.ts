/** Folds filters away where they would push the rows out of sight. Open without a script: nothing is hidden then. */
export function attach(element: HTMLElement): void {
  // Who has just chosen something there is still at it.
  if (element.contains(document.activeElement)) return;
  if (matchMedia("(max-width: 900px)").matches) element.querySelector("details")?.removeAttribute("open");
}
