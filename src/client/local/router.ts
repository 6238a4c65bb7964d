import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { answerAddress, answerFile, base } from "./answer-address.js";

/** For addresses that have no host of their own; never asked. */
const anyHost = "http://tidemap.invalid";

interface Surroundings {
  /** Given, not imported: a chunk that two scripts share is one more request of every page. */
  readonly attachAll: (root: ParentNode) => void;
  readonly save: (blob: Blob, name: string) => void;
  /** Brings the focus back where a page was left, if it was; pages start at their content where absent. */
  readonly returnFocus?: () => boolean;
  /** Puts back what stands there where no page is named; the home page where absent. */
  readonly home?: () => void;
}

interface Shown extends Pick<Surroundings, "attachAll" | "returnFocus"> {
  readonly isFirst: boolean;
  /** The field by which the same page was asked another question, as a selector. */
  readonly used: string | null;
}

/**
 * Shows the page that the part behind `#` names, now and whenever it changes; forms and files work without a server.
 */
export function route(
  kb: () => KnowledgeBase,
  { attachAll, save, home, returnFocus = () => false }: Surroundings,
): void {
  /** Of the page that stands here; null where it is the site's own. */
  let standing: URL | null = null;
  const show = (isFirst = false) => {
    const address = addressIn(location.hash);
    const used = standing?.pathname === address.pathname ? usedField() : null;
    standing = address;
    showPage(kb(), address, { attachAll, returnFocus, isFirst, used });
  };
  addEventListener("hashchange", ({ newURL }) => {
    // Another one stands there since: a place is gone to by itself, and then put beside its page.
    if (newURL !== location.href || isPlace(location.hash)) return;
    if (location.hash === "" && home !== undefined) {
      standing = null;
      home();
      return;
    }
    const address = addressIn(location.hash);
    if (address.hash !== "" && standing !== null && pageOf(address) === pageOf(standing)) goToPlace(address);
    else show();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    // On a site, forms around the content lead to the site's own pages.
    if (event.defaultPrevented || (home !== undefined && form.closest("main") === null)) return;
    event.preventDefault();
    location.hash = addressOf(form);
  });
  // A choice shows at once.
  document.addEventListener("change", (event) => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    const form = field.closest<HTMLFormElement>("form.matrix-controls");
    if (!form) return;
    // Not every browser gives it the focus when it is clicked.
    if (field.type === "checkbox") field.focus();
    location.hash = addressOf(form);
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(`a[href^="${base}/"]`);
    if (link === null || event.defaultPrevented) return;
    const address = addressIn(link.getAttribute("href") ?? "");
    // The place that was gone to already: the address does not change.
    if (link.hash === location.hash && goToPlace(address)) event.preventDefault();
    if (!/\.[a-z]+$|^\/api\//.test(address.pathname)) return;
    event.preventDefault();
    void answerFile(kb(), address).then((file) => {
      if (file !== null) save(new Blob([file.body], { type: file.type }), link.download || file.saveAs);
    });
  });
  if (home === undefined) show(true);
}

/** Whoever opens the file starts at its top, as on any page; who follows a link is at the new content, who uses a field at it. */
function showPage(kb: KnowledgeBase, address: URL, { attachAll, returnFocus, isFirst, used }: Shown): void {
  const answer = answerAddress(kb, address);
  if ("moved" in answer) {
    location.replace(base + answer.moved);
    return;
  }
  const main = document.querySelector("main");
  if (main === null) return;
  main.innerHTML = answer.content;
  // A place by itself would be the whole address in a copied link.
  for (const link of main.querySelectorAll('a[href^="#"]')) {
    const href = link.getAttribute("href") ?? "";
    if (isPlace(href)) link.setAttribute("href", base + pageOf(address) + href);
  }
  document.title = answer.title;
  for (const link of document.querySelectorAll(".site-header nav a")) {
    const current = answer.section !== null && link.getAttribute("href") === sectionHref(answer.section);
    if (current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  attachAll(main);
  const returned = !isFirst && returnFocus?.();
  const field = used === null ? null : main.querySelector<HTMLElement>(used);
  if (returned) document.activeElement?.scrollIntoView({ block: "center" });
  else if (field !== null) {
    field.closest("details")?.setAttribute("open", "");
    field.focus();
  } else if (!goToPlace(address)) {
    scrollTo(0, 0);
    if (!isFirst) main.focus({ preventScroll: true });
  }
}

/** How the field that has the focus is found in another answer; null where none has it. */
function usedField(): string | null {
  const field = document.activeElement;
  if (!field?.matches("main :is(input, select)[name]")) return null;
  const { name, type, value } = field as HTMLInputElement | HTMLSelectElement;
  // Of check boxes with one name the one that was used.
  return `[name="${CSS.escape(name)}"]${type === "checkbox" ? `[value="${CSS.escape(value)}"]` : ""}`;
}

/** By the browser, which marks the place and lets keys go on from there; the address stays whole. False where there is none. */
function goToPlace({ hash }: URL): boolean {
  if (hash === "" || document.getElementById(decodeURIComponent(hash.slice(1))) === null) return false;
  const [{ href }, { state }] = [location, history];
  location.replace(hash);
  history.replaceState(state, "", href);
  return true;
}

function sectionHref(section: string): string | null {
  const found = [...document.querySelectorAll(".site-header nav a")].find((link) =>
    link.getAttribute("href")?.startsWith(`${base}/${section}/`),
  );
  return found?.getAttribute("href") ?? null;
}

/** `#/techniques/T1059/?framework=m365#used` → that path, query and place. */
function addressIn(hash: string): URL {
  return new URL(hash.replace(/^#/, "") || "/", anyHost);
}

/** Without a place on it. */
function pageOf({ pathname, search }: URL): string {
  return pathname + search;
}

/** `#rows`: no path of ours. */
function isPlace(hash: string): boolean {
  return hash !== "" && !hash.startsWith(`${base}/`);
}

/** Where a form leads: its fields are the query. */
function addressOf(form: HTMLFormElement): string {
  const address = addressIn(form.getAttribute("action") ?? "");
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value.trim() !== "") address.searchParams.append(name, value);
  return pageOf(address);
}
