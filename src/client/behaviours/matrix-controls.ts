import { isShown, replaceMain, stay } from "../replace-main.js";
import { outlineLayer } from "./matrix-layer.js";

/**
 * A choice shows at once; where pages stand behind `#`, by the router. A layer file outlines its techniques; it never leaves the
 * browser.
 */
export function attach(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  if (new URL(form.action).hash === "") showChoices(form);
  if (document.querySelector(".matrix-cell")) (form.querySelector(".more div") ?? form).append(layerField());
}

/** The page that the form leads to comes in place of this one's content, so that address, title and content always agree. */
function showChoices(form: HTMLFormElement): void {
  form.querySelector("button")?.setAttribute("hidden", "");
  const show = (address: string, focus: string) => {
    if (isShown(address)) return stay();
    void replaceMain(address, (main) => {
      history.pushState(null, "", address);
      const field = main.querySelector<HTMLElement>(focus);
      field?.closest("details")?.setAttribute("open", "");
      field?.focus();
    });
  };
  const choose = (event: Event) => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    if (field.name === "") return;
    // Of check boxes with one name the one that was used.
    const own = field.type === "checkbox" ? `[value="${CSS.escape(field.value)}"]` : "";
    show(addressOf(form), `[name="${field.name}"]${own}`);
  };
  form.addEventListener("change", choose);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(addressOf(form), '[name="outline"]');
  });
}

/** Only what was chosen stands in the address. */
function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  const fields = new FormData(form);
  for (const name of new Set(fields.keys())) {
    const values = fields.getAll(name).flatMap((value) => (typeof value === "string" && value.trim()) || []);
    if (values.length > 0) address.searchParams.set(name, values.join(","));
  }
  return address.pathname + address.search.replaceAll("%2C", ",");
}

function layerField(): HTMLElement {
  const label = document.createElement("label");
  label.className = "file";
  const words = document.createElement("span");
  words.textContent = "Outline a layer file …";
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  label.append(words, input);
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    input.value = ""; // so that choosing the same file again, edited, is a change
    if (file) void outlineLayer(file);
  });
  return label;
}
