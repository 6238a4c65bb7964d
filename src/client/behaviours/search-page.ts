import { attachAll } from "../attach.js";
import { searching } from "../search/search-list.js";

/** The results of a search page on a host that only sends files: the question in the address is answered here. */
export function attach(element: HTMLElement): void {
  if (document.documentElement.dataset.site !== "static") return;
  const asked = new URLSearchParams(location.search);
  const q = asked.get("q") ?? "";
  const form = document.querySelector<HTMLFormElement>("main form[role=search]");
  if (q.trim() === "" || form === null) return;
  const field = form.elements.namedItem("q");
  if (field instanceof HTMLInputElement) field.value = q;
  void searching().then(({ index, view, results }) => {
    const base = document.documentElement.dataset.base ?? "";
    const found = view(index, { q, kind: asked.get("kind") ?? undefined });
    document.title = `Search: ${q} · Tidemap`;
    const fresh = new DOMParser().parseFromString(String(results(found)), "text/html");
    for (const link of fresh.querySelectorAll<HTMLAnchorElement>('a[href^="/"]'))
      link.setAttribute("href", base + link.getAttribute("href"));
    element.replaceChildren(...fresh.body.childNodes);
    attachAll(element);
  });
}
