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
}

/**
 * Shows the page that the part behind `#` names, now and whenever it changes; forms and files work without a server.
 */
export function route(
  kb: () => KnowledgeBase,
  { attachAll, save, home, returnFocus = () => false }: Surroundings,
): void {
  const show = (isFirst = false) => showPage(kb(), { attachAll, returnFocus, isFirst });
  addEventListener("hashchange", () => {
    if (isPlace(location.hash)) return; // a place on the page that stands here
    if (location.hash === "" && home !== undefined) home();
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
    const form = (event.target as Element).closest<HTMLFormElement>("form.matrix-controls");
    if (form) location.hash = addressOf(form);
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(`a[href^="${base}/"]`);
    if (link === null || event.defaultPrevented) return;
    const address = addressIn(link.getAttribute("href") ?? "");
    if (!/\.[a-z]+$|^\/api\//.test(address.pathname)) return;
    event.preventDefault();
    void answerFile(kb(), address).then((file) => {
      if (file !== null) save(new Blob([file.body], { type: file.type }), file.saveAs);
    });
  });
  if (home === undefined) show(true);
}

/** Whoever opens the file starts at its top, as on any page; who follows a link is at the new content. */
function showPage(kb: KnowledgeBase, { attachAll, returnFocus, isFirst }: Shown): void {
  const address = addressIn(location.hash);
  const answer = answerAddress(kb, address);
  if ("moved" in answer) {
    location.replace(base + answer.moved);
    return;
  }
  const main = document.querySelector("main");
  if (main === null) return;
  main.innerHTML = answer.content;
  document.title = answer.title;
  for (const link of document.querySelectorAll(".site-header nav a")) {
    const current = answer.section !== null && link.getAttribute("href") === sectionHref(answer.section);
    if (current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  attachAll(main);
  const place = address.hash === "" ? null : document.getElementById(decodeURIComponent(address.hash.slice(1)));
  if (place) place.scrollIntoView();
  else scrollTo(0, 0);
  if (isFirst) return;
  if (returnFocus?.()) document.activeElement?.scrollIntoView({ block: "center" });
  else main.focus({ preventScroll: true });
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

/** `#rows`: no path of ours. */
function isPlace(hash: string): boolean {
  return hash !== "" && !hash.startsWith(`${base}/`);
}

/** Where a form leads: its fields are the query. */
function addressOf(form: HTMLFormElement): string {
  const address = addressIn(form.getAttribute("action") ?? "");
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value.trim() !== "") address.searchParams.append(name, value);
  return address.pathname + address.search;
}
