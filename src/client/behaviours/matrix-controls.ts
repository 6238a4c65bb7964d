import { replaceMain } from "../replace-main.js";
import { outlineLayer } from "./matrix-layer.js";

/**
 * A choice shows at once: the page that the form leads to is fetched and its content put in place of this one's, so that
 * address, title and content always agree. A layer file outlines its techniques; it never leaves the browser.
 */
export function attach(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  form.querySelector("button")?.setAttribute("hidden", "");
  const show = (address: string, focus: string) =>
    void replaceMain(address, (main) => {
      history.replaceState(history.state, "", address);
      main.querySelector<HTMLElement>(`[name="${focus}"]`)?.focus();
    });
  const choose = (event: Event) => {
    const name = (event.target as HTMLElement).getAttribute("name");
    if (name === null) return;
    show(addressOf(form), name);
  };
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(addressOf(form), "outline");
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
