import { here, isShown, replaceMain, stay } from "./replace-main.js";

/**
 * Links and forms of the content that ask the same page another question (a filter, an order, a page of rows) are answered
 * in place: scrolling and focus stay where they are, Back leads back.
 */
export function answerInPlace(): void {
  /** The page was asked for by a field last: what is typed on is no step of its own on the way back. */
  let isTyped = false;
  const show = (address: string, origin: HTMLElement) => {
    if (isShown(address)) return stay();
    const used = origin instanceof HTMLFormElement ? (document.activeElement ?? origin) : origin;
    const words = wordsOf(used);
    const field = fieldOf(used);
    const turned = origin.closest(".pagination") !== null;
    void replaceMain(address, (main) => {
      if (isTyped && field !== null) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
      isTyped = field !== null;
      refocus(main, { words, field });
      if (turned) main.querySelector("#rows")?.scrollIntoView();
    });
  };
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("main a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || isForElsewhere(event, link)) return;
    if (link.pathname !== location.pathname || link.origin !== location.origin) return;
    if (link.search === location.search || link.hash !== "") return;
    event.preventDefault();
    show(link.pathname + link.search, link);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.closest("main") === null) return;
    const address = new URL(form.action);
    if (form.method !== "get" || address.pathname !== location.pathname) return;
    if (address.hash !== "") return; // of a page behind `#`, which the router answers
    for (const [name, value] of new FormData(form))
      if (typeof value === "string" && value !== "") address.searchParams.append(name, value);
    event.preventDefault();
    show(address.pathname + address.search, form);
  });
  addEventListener("popstate", () => {
    if (isShown(here())) return; // another place on the same page
    void replaceMain(here(), () => {
      isTyped = false;
    });
  });
}

/** In a new tab or window, or as a file. */
function isForElsewhere(event: MouseEvent, link: HTMLAnchorElement): boolean {
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey ||
    link.target !== "" ||
    link.hasAttribute("download")
  );
}

/** How a field is found again; null for what is none. */
function fieldOf(used: Element): string | null {
  const name = used.getAttribute("name");
  if (name === null) return null;
  const value =
    used instanceof HTMLInputElement && used.type === "checkbox" ? `[value="${CSS.escape(used.value)}"]` : "";
  return `[name="${CSS.escape(name)}"]${value}`;
}

/** Without signs of its state: a link to add a column takes it away next. */
function wordsOf(element: Element): string {
  const read = [...element.childNodes].filter((node) => !(node instanceof Element && node.ariaHidden === "true"));
  return read.map((node) => node.textContent).join("");
}

/** What was used is a new element now: the one with the same words, or the field that was filled; else the content. */
function refocus(main: HTMLElement, { words, field }: { words: string | null; field: string | null }): void {
  const same = [...main.querySelectorAll<HTMLElement>("a[href], form button")].find((link) => wordsOf(link) === words);
  const found = field === null ? same : main.querySelector<HTMLElement>(field);
  (found ?? main).focus({ preventScroll: true });
}
