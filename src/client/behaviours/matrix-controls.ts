import { attachAll } from "../attach.js";
import { outlineLayer } from "./matrix-layer.js";

/**
 * A choice shows at once: the page that the form leads to is fetched and its content put in place of this one's, so that
 * address, title and content always agree. A layer file outlines its techniques; it never leaves the browser.
 */
export function attach(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  form.querySelector("button")?.setAttribute("hidden", "");
  let asked = 0;
  const show = async (address: string, focus: string | null) => {
    const turn = ++asked;
    const answer = await fetch(address);
    if (turn !== asked) return;
    const text = await answer.text();
    if (turn !== asked) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    const [main, fresh] = [document.querySelector("main"), page.querySelector("main")];
    if (!main || !fresh || !answer.ok) {
      location.assign(address);
      return;
    }
    main.replaceChildren(...fresh.childNodes);
    document.title = page.title;
    history.replaceState(history.state, "", address);
    attachAll(main);
    if (focus) main.querySelector<HTMLElement>(`[name="${focus}"]`)?.focus();
  };
  const choose = (event: Event) => {
    const name = (event.target as HTMLElement).getAttribute("name");
    if (name === null) return;
    void show(addressOf(form), name);
  };
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void show(addressOf(form), "outline");
  });
  form.append(layerField());
}

/** Only what was chosen stands in the address. */
function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value.trim() !== "") address.searchParams.set(name, value.trim());
  return address.pathname + address.search;
}

function layerField(): HTMLElement {
  const label = document.createElement("label");
  const words = document.createElement("span");
  words.textContent = "Outline a layer file";
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  label.append(words, input);
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) void outlineLayer(file);
  });
  return label;
}
