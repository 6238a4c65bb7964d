/** Heads of a table that holds all its rows become buttons that sort it; a third press brings the first order back. */
export function attach(element: HTMLElement): void {
  if (!(element instanceof HTMLTableElement)) return;
  const heads = [...element.querySelectorAll<HTMLTableCellElement>("thead th")];
  const first = new Map([...element.tBodies].map((body) => [body, [...body.rows]]));
  for (const [column, head] of heads.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const was = head.getAttribute("aria-sort");
      for (const other of heads) other.removeAttribute("aria-sort");
      const next = was === null ? "ascending" : was === "ascending" ? "descending" : null;
      if (next !== null) head.setAttribute("aria-sort", next);
      for (const [body, rows] of first) body.append(...(next === null ? rows : sorted(rows, column, next)));
    });
  }
}

const collator = new Intl.Collator("en", { numeric: true });

function sorted(
  rows: readonly HTMLTableRowElement[],
  column: number,
  direction: "ascending" | "descending",
): readonly HTMLTableRowElement[] {
  const sign = direction === "ascending" ? 1 : -1;
  const heading = rows.filter((row) => row.classList.contains("heading"));
  const data = rows.filter((row) => !row.classList.contains("heading"));
  // Digits in groups of three are one number, and an empty cell is less than any.
  const key = (row: HTMLTableRowElement) => (row.cells[column]?.textContent ?? "").replace(/(\d),(?=\d{3})/g, "$1");
  return [...heading, ...data.sort((a, b) => sign * collator.compare(key(a), key(b)))];
}
