/** One tab stop for a whole matrix; arrows move to the nearest cell that way, Home and End to the ends of a column. */
export function attach(element: HTMLElement): void {
  const cells = () => [...element.querySelectorAll<HTMLElement>(".matrix-cell")];
  const stopAt = (cell: HTMLElement | undefined) => {
    for (const other of cells()) {
      const wanted = other === cell ? 0 : -1;
      if (other.getAttribute("tabindex") !== String(wanted)) other.tabIndex = wanted;
    }
  };
  const keepStop = () => {
    const all = cells();
    const stop =
      all.find((cell) => cell === document.activeElement) ?? all.find((cell) => cell.getAttribute("tabindex") === "0");
    stopAt(stop ?? all[0]);
  };
  keepStop();
  // Another choice takes cells away and brings others.
  new MutationObserver(keepStop).observe(element, { childList: true, subtree: true });
  element.addEventListener("focusin", (event) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>(".matrix-cell");
    if (cell) stopAt(cell);
  });
  element.addEventListener("keydown", (event) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>(".matrix-cell");
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = target(cell, event.key, cells());
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function target(cell: HTMLElement, key: string, cells: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === "Home" || key === "End") {
    const column = [...(cell.closest("section")?.querySelectorAll<HTMLElement>(".matrix-cell") ?? [])];
    return column.at(key === "Home" ? 0 : -1);
  }
  const direction = directions[key];
  return direction && nearest(cell, direction, cells);
}

/** By geometry, so that split columns behave as they look; a step aside costs four times a step ahead. */
function nearest(
  from: HTMLElement,
  [x, y]: readonly [number, number],
  cells: readonly HTMLElement[],
): HTMLElement | undefined {
  const here = from.getBoundingClientRect();
  let best: HTMLElement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of cells) {
    const there = cell.getBoundingClientRect();
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const ahead = dx * x + dy * y;
    if (ahead < 4) continue;
    const cost = ahead + 4 * Math.abs(x === 0 ? dx : dy);
    if (cost < least) [best, least] = [cell, cost];
  }
  return best;
}
