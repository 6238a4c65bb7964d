import { attachAll } from "./attach.js";
import { patchChildren } from "./patch.js";
import { sayUnanswered } from "./say-unanswered.js";
import { sitePath } from "./search/search-list.js";

let turn = 0;

/** The address whose content stands here; null where the answer to it is yet to come. */
let shown: string | null = here();

export function here(): string {
  return location.pathname + location.search;
}

export function isShown(address: string): boolean {
  return address === shown;
}

/** What was asked for and has not come is not wanted any more. */
export function stay(): void {
  turn++;
}

/**
 * The content of another page of ours in place of this one's, so that address, title and content always agree; `done` runs
 * when it stands. Of several asked for at once the last wins. What cannot be had that way is gone to as a link would.
 */
export async function replaceMain(address: string, done: (main: HTMLElement) => void): Promise<void> {
  const own = ++turn;
  // Only a host that sends the same page whatever is asked is asked for what stands here by its address.
  if (isShown(address)) shown = null;
  const [from, words] = [here(), wordsInUse()];
  const page = await contentOf(address);
  // Back or Forward may have led to what stands here.
  if (own !== turn || from !== here()) return;
  const [main, fresh] = [document.querySelector("main"), page?.querySelector("main")];
  if (!main || !page || !fresh) {
    // What the host sent without its question would only be sent again.
    if (main && shown === null && address === here()) sayUnanswered(main);
    else location.assign(address);
    return;
  }
  const typed = typedIn(main, words);
  // A form that stays shows what the page is filtered by, not what was begun in it.
  for (const form of main.querySelectorAll("form")) form.reset();
  withoutChanges(() => patchChildren(main, fresh));
  document.title = page.title;
  done(main);
  shown = here();
  attachAll(main);
  if (typed !== null) restore(main, typed);
}

/** What somebody is typing while the answer to an earlier choice comes: text that no page has shown yet. */
interface Typed {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number | null;
}

/** The field that has the focus, and what stands in it. */
interface Words {
  readonly field: HTMLInputElement;
  readonly text: string;
}

function wordsInUse(): Words | null {
  const field = document.activeElement;
  return field instanceof HTMLInputElement ? { field, text: field.value } : null;
}

/** `asked` is what stood there when the answer was asked for: a field emptied since says again what it said at first. */
function typedIn(main: HTMLElement, asked: Words | null): Typed | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || !main.contains(field)) return null;
  const { name, value: text, defaultValue, selectionStart: from, selectionEnd: to } = field;
  const isTyped = text !== defaultValue || (field === asked?.field && text !== asked.text);
  // Nobody types into a file or a date.
  return isTyped && from !== null ? { name, text, from, to } : null;
}

function restore(main: HTMLElement, { name, text, from, to }: Typed): void {
  const field = main.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
  if (field === null) return;
  const isKnown = field.value === text;
  field.value = text;
  field.focus({ preventScroll: true });
  field.setSelectionRange(from, to);
  // The new field has not heard of it.
  if (!isKnown) field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Some browsers say that a field changed when it is taken away while it is typed in. Nobody has chosen anything. */
function withoutChanges(replace: () => void): void {
  const stop = (event: Event) => event.stopImmediatePropagation();
  addEventListener("change", stop, { capture: true });
  try {
    replace();
  } finally {
    removeEventListener("change", stop, { capture: true });
  }
}

/** On a host that only sends files, search pages answer by themselves. */
export function isSearchPage(): boolean {
  return document.querySelector("[data-behaviour=search-page]") !== null;
}

async function contentOf(address: string): Promise<Document | null> {
  try {
    const isStatic = document.documentElement.dataset.site === "static";
    if (isStatic && !isSearchPage() && address.includes("?")) return await madeHere(address);
    const answer = await fetch(address);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null; // no connection: the browser's own page says it best
  }
}

/** What a server would answer, on a host that has none. */
async function madeHere(address: string): Promise<Document | null> {
  const { answerOnStaticHost } = await import("./local/static-site.js");
  const page = await answerOnStaticHost(new URL(address, location.href), sitePath());
  if (page === null) return null;
  const made = new DOMParser().parseFromString(`<main>${page.content}</main>`, "text/html");
  made.title = page.title;
  return made;
}
