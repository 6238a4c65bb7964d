/** The link by which a page was left: of those that lead there, the how manieth. */
interface Left {
  readonly href: string;
  readonly at: number;
}

/**
 * Who leaves a page by the keyboard and comes back is where they left, as they would be had the page only been covered. The link
 * is kept in the page's place in the history; scrolling stays the browser's. Pointers have no place to lose.
 */
export function rememberLeft(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("main a[href]");
    if (link === null || event.defaultPrevented) return;
    const href = link.getAttribute("href") ?? "";
    const isByKey = event.detail === 0;
    history.replaceState(isByKey ? { left: { href, at: linksTo(href).indexOf(link) } satisfies Left } : null, "");
  });
}

/** For pages that the browser loads, or keeps whole while another one is shown. */
export function returnWithHistory(): void {
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted || isReturn()) returnFocus();
  });
}

/** Whether this page was loaded by going back or forward. */
export function isReturn(): boolean {
  const [how] = performance.getEntriesByType("navigation");
  return how instanceof PerformanceNavigationTiming && how.type === "back_forward";
}

/** Whether the focus was brought back; it stays where the reader has put it since. */
export function returnFocus(): boolean {
  const { left } = (history.state ?? {}) as { readonly left?: Left };
  const isFree = document.activeElement === null || document.activeElement.matches("body, main");
  const link = left === undefined || !isFree ? undefined : linksTo(left.href)[left.at];
  link?.focus({ preventScroll: true });
  return link !== undefined;
}

function linksTo(href: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`main a[href="${CSS.escape(href)}"]`)];
}
