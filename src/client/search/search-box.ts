import type { SearchView } from "../../site/views/search.js";
import { type Searching, searching, sitePath } from "./search-list.js";

/** Hits below the field; the search page has all. */
const shown = 8;

/**
 * A combobox with a list (WAI-ARIA Authoring Practices): arrows move through hits, Enter opens the one marked or asks for all,
 * Escape closes. The field stays a plain form field throughout.
 */
export class SearchBox {
  readonly #field: HTMLInputElement;
  readonly #form: HTMLFormElement;
  readonly #list: HTMLElement;
  #marked = -1;
  #turn = 0;

  constructor(field: HTMLInputElement, form: HTMLFormElement) {
    this.#field = field;
    this.#form = form;
    this.#list = document.createElement("ul");
    this.#list.id = `${field.id}-hits`;
    this.#list.className = "search-list";
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Hits");
    this.#list.hidden = true;
    form.append(this.#list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": this.#list.id,
      "aria-autocomplete": "list",
    }))
      field.setAttribute(name, value);
    field.addEventListener("input", () => void this.#answer());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("blur", () => this.#close());
    // Before the field loses its focus, and the list with it.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#open((event.target as Element).closest<HTMLElement>("li")));
  }

  prepare(): void {
    searching().catch(() => undefined); // said by the browser when the form is sent
  }

  async #answer(): Promise<void> {
    const own = ++this.#turn;
    const q = this.#field.value;
    if (q.trim() === "") {
      this.#close();
      return;
    }
    const found = await searching().catch(() => null);
    if (own !== this.#turn || found === null) return;
    this.#show(found.view(found.index, { q }), found.context);
  }

  #show({ hits, matching, q }: SearchView, contextOf: Searching["context"]): void {
    const options = hits.slice(0, shown).map(({ entry, href, why }) => {
      const item = option(sitePath() + href);
      const words = part("name", "");
      if (entry.id !== entry.name && entry.kind !== "framework") words.append(part("id", entry.id), " ");
      words.append(entry.name);
      if (why.field === "also" || why.field === "was")
        words.append(" ", part("why", `${why.field} ${why.text.trim()}`));
      const context = contextOf(entry);
      item.append(words, part("context", entry.note === null ? context : `${context}, ${entry.note}`));
      return item;
    });
    const all = option(`${this.#form.action}?q=${encodeURIComponent(q)}`);
    all.append(matching === 0 ? "No hit" : `All ${matching} hits`);
    // One hit is its own line: a page with a list of it would be one step more to the same place.
    this.#list.replaceChildren(...options, ...(matching === 1 ? [] : [all]));
    for (const [index, item] of [...this.#list.children].entries()) item.id = `${this.#list.id}-${index}`;
    this.#list.hidden = false;
    this.#field.setAttribute("aria-expanded", "true");
    this.#mark(-1);
  }

  #key(event: KeyboardEvent): void {
    if (this.#list.hidden) return;
    const last = this.#list.children.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.#marked >= last ? -1 : this.#marked + 1,
      ArrowUp: this.#marked < 0 ? last : this.#marked - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.#mark(next);
    } else if (event.key === "Enter" && this.#marked >= 0) {
      event.preventDefault();
      this.#open(this.#list.children[this.#marked] as HTMLElement);
    } else if (event.key === "Escape") {
      event.preventDefault(); // the first one closes the list, the next clears the field
      this.#close();
    }
  }

  #mark(index: number): void {
    this.#marked = index;
    for (const [at, item] of [...this.#list.children].entries())
      item.setAttribute("aria-selected", String(at === index));
    const marked = this.#list.children[index];
    if (marked === undefined) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", marked.id);
    marked?.scrollIntoView({ block: "nearest" });
  }

  #open(item: HTMLElement | null): void {
    if (item?.dataset.href !== undefined) location.assign(item.dataset.href);
  }

  #close(): void {
    this.#turn++;
    this.#list.hidden = true;
    this.#field.setAttribute("aria-expanded", "false");
    this.#field.removeAttribute("aria-activedescendant");
  }
}

function option(href: string): HTMLElement {
  const item = document.createElement("li");
  item.setAttribute("role", "option");
  item.dataset.href = href;
  return item;
}

function part(name: string, text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}
