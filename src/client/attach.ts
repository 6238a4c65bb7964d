/** What makes an element that names it in `data-behaviour` do more than it does without a script. */
export type Behaviours = Readonly<Record<string, (element: HTMLElement) => void>>;

let known: Behaviours = {};

/** Names the behaviours there are; main.ts does it once, so that a behaviour may attach others to content it brings. */
export function setBehaviours(behaviours: Behaviours): void {
  known = behaviours;
}

export function attachAll(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-behaviour]"))
    known[element.dataset.behaviour ?? ""]?.(element);
}
