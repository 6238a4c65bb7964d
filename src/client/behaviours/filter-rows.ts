/**
 * A filter form above tables that hold all their rows: filters while one types, keeps the words in the address, and
 * says how many rows are left. Enter does not ask the server for what is here already.
 */
export function attach(element: HTMLElement): void {
  const input = element.querySelector<HTMLInputElement>("input[type=search]");
  const output = element.querySelector("output");
  const region = element.parentElement;
  if (!input || !region) return;
  element.querySelector("button")?.setAttribute("hidden", "");
  element.addEventListener("submit", (event) => event.preventDefault());
  // Shared with search, and so a file of its own: fetched here, where it is needed, not with every page.
  const folding = import("../../base/plain-text.js");
  const texts = new Map<HTMLTableRowElement, string>();
  const textOf = (row: HTMLTableRowElement, plainText: (text: string) => string) => {
    const text = texts.get(row) ?? plainText(row.textContent ?? "");
    texts.set(row, text);
    return text;
  };
  const filter = ({ plainText, plainWords }: Awaited<typeof folding>) => {
    const words = plainWords(input.value);
    let shown = 0;
    let all = 0;
    for (const body of region.querySelectorAll("tbody")) {
      let here = 0;
      for (const row of body.rows) {
        if (row.classList.contains("heading")) continue;
        row.hidden = !words.every((word) => textOf(row, plainText).includes(word));
        all++;
        if (!row.hidden) here++;
      }
      body.hidden = here === 0;
      shown += here;
    }
    if (output) output.textContent = `${shown} of ${all} rows`;
    const address = new URL(location.href);
    if (input.value === "") address.searchParams.delete("q");
    else address.searchParams.set("q", input.value);
    history.replaceState(history.state, "", address);
  };
  input.addEventListener("input", () => void folding.then(filter));
}
