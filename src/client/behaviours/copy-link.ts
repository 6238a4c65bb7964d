/** A link that copies its address; where copying is not allowed it stays a link. */
export function attach(element: HTMLElement): void {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (!(element instanceof HTMLAnchorElement) || clipboard === undefined) return;
  const words = element.textContent;
  element.setAttribute("aria-live", "polite");
  element.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clipboard.writeText(element.href).then(
      () => {
        element.textContent = "Link copied";
        element.addEventListener("blur", () => (element.textContent = words), { once: true });
      },
      () => location.assign(element.href),
    );
  });
}
