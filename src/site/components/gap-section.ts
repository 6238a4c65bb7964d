import { type Child, html } from "../html.js";
import type { Frame } from "../views/frame.js";
import { type Gap, gapWords } from "../views/gap.js";
import { section } from "./section.js";
import { techniqueTable } from "./technique-table.js";

/** What the framework asked for has no row for, before all else: it is the question. `suffix` names the domain where there are several. */
export function gapSection(
  { view, gap }: { readonly view: Frame; readonly gap: Gap | null },
  { whose, suffix }: { readonly whose: string; readonly suffix: string },
): Child {
  if (gap === null) return null;
  const { title, caption, meta, none } = gapWords(gap, whose);
  return section({
    title: `${title}${suffix}`,
    id: `gap-${view.domain}`,
    meta,
    body:
      gap.techniques.length === 0
        ? html`<p class="note">${none}</p>`
        : techniqueTable({
            caption: `${caption}${suffix}`,
            bodies: [{ rows: gap.techniques }],
            view,
            tactics: true,
          }),
  });
}
