/** What makes an element that names it in `data-behaviour` do more than it does without a script. */
export type Behaviours = Readonly<Record<string, (element: HTMLElement) => void>>;

let known: Behaviours = {};

/** A page keeps what does not change from one answer to the next, and that has its behaviour already. */
const attached = new WeakSet<HTMLElement>();

/** Names the behaviours there are; main.ts does it once, so that a behaviour may attach others to content it brings. */
export function setBehaviours(behaviours: Behaviours): void {
  known = behaviours;
}

export function attachAll(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-behaviour]")) {
    if (attached.has(element)) continue;
    attached.add(element);
    known[element.dataset.behaviour ?? ""]?.(element);
  }
}
