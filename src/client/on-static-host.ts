import { here, isSearchPage, replaceMain } from "./replace-main.js";
import { isReturn, returnFocus } from "./return-focus.js";
import { save } from "./save.js";
import { sitePath } from "./search/search-list.js";

/**
 * A host that only sends files sends the same page whatever is asked of it: the question of the address is answered as soon as
 * the page stands, and files of what is shown are written here.
 */
export function answerOnStaticHost(): void {
  if (document.documentElement.dataset.site !== "static") return;
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("main a[download]");
    if (!link || event.defaultPrevented || !/\.[a-z]+$/.test(link.pathname)) return;
    if (link.search === "" && link.dataset.made === undefined) return;
    event.preventDefault();
    void saveFile(new URL(link.href), link);
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>("main a[data-made]:not([href])")) {
    link.href = sitePath() + link.dataset.made;
  }
  // Other sites put names of their own behind the address of a link.
  const asks = new Set(document.documentElement.dataset.asks?.split(" "));
  const isAsked = [...new URLSearchParams(location.search).keys()].some((name) => asks.has(name));
  if (isAsked && !isSearchPage()) void replaceMain(here(), () => (isReturn() ? returnFocus() : showPlace()));
}

/**
 * What the address leads to may be in the answer alone: the browser has looked for it before, and looks again, so that keys go on
 * from there too. Who reads on stays there.
 */
function showPlace(): void {
  if (scrollY > 0 || document.getElementById(location.hash.slice(1)) === null) return;
  location.replace(location.hash);
}

/** What cannot be written here is fetched as it is. */
async function saveFile(address: URL, link: HTMLAnchorElement): Promise<void> {
  const { fileOnStaticHost } = await import("./local/static-site.js");
  const file = await fileOnStaticHost(address, sitePath()).catch(() => null);
  if (file === null) location.assign(link.href);
  else save(new Blob([file.body], { type: file.type }), link.download || file.saveAs);
}
