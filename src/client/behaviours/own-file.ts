import type { FactFiles } from "../../knowledge/facts/manifest.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import type { CheckedFiles } from "../own-file/check-files.js";
import { save } from "../save.js";

/** Where facts come from, and where what was made of them goes. */
export interface OwnFileSurroundings {
  layers(form: HTMLElement): Promise<readonly FactFiles[]>;
  /** Addresses behind `#` are answered of this from now on. */
  opened(kb: KnowledgeBase): Promise<void>;
}

/** A form that takes mapping files: looked through, shown and written again, all in this browser. */
export function ownFile(surroundings: OwnFileSurroundings): (form: HTMLElement) => void {
  return (form) => {
    const input = form.querySelector<HTMLInputElement>('input[type="file"]');
    const output = form.querySelector("output");
    if (input === null || output === null) return;
    const take = async (files: readonly File[]) => {
      if (files.length === 0) return;
      output.textContent = `Reading ${files.map(({ name }) => name).join(", ")} …`;
      try {
        const [{ checkFiles }, layers] = await Promise.all([
          import("../own-file/check-files.js"),
          surroundings.layers(form),
        ]);
        const checked = await checkFiles(files, layers);
        await surroundings.opened(checked.kb);
        show(checked);
        output.textContent = "";
      } catch (cause) {
        output.textContent = "The files could not be looked through. Is the site still there?";
        throw cause;
      }
    };
    input.addEventListener("change", () => {
      const files = [...(input.files ?? [])];
      input.value = ""; // so that choosing the same file again, edited, is a change
      void take(files);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      form.dataset.over = "";
    });
    form.addEventListener("dragleave", () => delete form.dataset.over);
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      delete form.dataset.over;
      void take([...(event.dataTransfer?.files ?? [])]);
    });
  };
}

function show(checked: CheckedFiles): void {
  const place = document.querySelector<HTMLElement>("[data-own-file-results]");
  if (place === null) return;
  place.innerHTML = checked.results;
  for (const button of place.querySelectorAll<HTMLButtonElement>("button[data-format]")) {
    button.addEventListener("click", async () => {
      const { file = "", format = "" } = button.dataset;
      const { name, body, type } = await checked.written(Number(file), format);
      save(new Blob([body], { type }), name);
    });
  }
}
