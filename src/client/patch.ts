/**
 * Makes `old` hold what `fresh` holds, and keeps every part that is the same in both, so that a browser lays out only what
 * changed and what the reader opened stays open (decision 0019). Takes from `fresh`.
 */
export function patchChildren(old: Element, fresh: Element): void {
  // Rows have no fellow in another answer: they are made anew together, which is faster.
  if (old.localName === "tbody") {
    old.replaceChildren(...fresh.childNodes);
    return;
  }
  let place = old.firstChild;
  for (const node of [...fresh.childNodes]) {
    let fellow = place;
    while (fellow !== null && !isAlike(fellow, node)) fellow = fellow.nextSibling;
    if (fellow === null) {
      old.insertBefore(node, place);
      continue;
    }
    removeFrom(place, fellow);
    place = fellow.nextSibling;
    patch(fellow, node);
  }
  removeFrom(place, null);
}

/** Part of the same kind: what stands in the same role in another answer. */
function isAlike(old: ChildNode, fresh: ChildNode): boolean {
  if (!(old instanceof Element && fresh instanceof Element)) return old.nodeType === fresh.nodeType;
  return old.localName === fresh.localName && old.className === fresh.className && old.id === fresh.id;
}

/** `from` and what follows it, up to `end`. */
function removeFrom(from: ChildNode | null, end: ChildNode | null): void {
  for (let node = from; node !== null && node !== end; ) {
    const next: ChildNode | null = node.nextSibling;
    node.remove();
    node = next;
  }
}

/** Forms know more than their markup says, and nothing is attached to half of what has a behaviour; a matrix is ready for it. */
const whole = "input, select, textarea, [data-behaviour]:not([data-behaviour='matrix-keys'])";

function patch(old: ChildNode, fresh: ChildNode): void {
  if (old.isEqualNode(fresh)) return;
  if (old instanceof Text && fresh instanceof Text) old.data = fresh.data;
  else if (!(old instanceof Element && fresh instanceof Element) || old.matches(whole)) old.replaceWith(fresh);
  else {
    patchAttributes(old, fresh);
    patchChildren(old, fresh);
  }
}

/** The reader's own: what is folded out, and where Tab stops. */
const kept: ReadonlySet<string> = new Set(["open", "tabindex"]);

function patchAttributes(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name) && !kept.has(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (old.getAttribute(name) !== value && !kept.has(name)) old.setAttribute(name, value);
}
