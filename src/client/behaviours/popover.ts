/** A disclosure above other content, which Escape, a choice in it and a click anywhere else close. */
export function attach(element: HTMLElement): void {
  const close = () => element.removeAttribute("open");
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !element.hasAttribute("open")) return;
    close();
    element.querySelector("summary")?.focus();
  });
  element.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a") !== null) close();
  });
  const elsewhere = ({ target }: MouseEvent) => {
    // An answer in place may have put another page where it stood.
    if (!element.isConnected) document.removeEventListener("click", elsewhere);
    else if (target instanceof Node && !element.contains(target)) close();
  };
  document.addEventListener("click", elsewhere);
}
