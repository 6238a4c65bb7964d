/** A Navigator layer is small; a file beyond this is none. */
const mostBytes = 20_000_000;

/** Outlines the techniques that a Navigator layer (2.x to 4.5) scores, colours or comments; says how many it found. */
export async function outlineLayer(file: File): Promise<void> {
  const ids = file.size > mostBytes ? null : techniquesOf(await file.text());
  const cells = document.querySelectorAll<HTMLElement>(".matrix-cell");
  let found = 0;
  for (const cell of cells) {
    const used = ids?.has(cell.dataset.id ?? "") ?? false;
    if (used) cell.dataset.outline = "own";
    else delete cell.dataset.outline;
    if (used) found++;
  }
  const words =
    ids === null
      ? `${file.name} is no Navigator layer.`
      : `${file.name}: ${ids.size} techniques, ${found} cells outlined.`;
  say(words);
}

function say(words: string): void {
  const form = document.querySelector(".matrix-controls");
  const known = form?.querySelector("output");
  const output = known ?? document.createElement("output");
  output.textContent = words;
  if (!known) form?.append(output);
}

function techniquesOf(text: string): ReadonlySet<string> | null {
  try {
    const layer: unknown = JSON.parse(text);
    const listed = Array.isArray(layer) ? layer.flatMap(entriesOf) : entriesOf(layer);
    return listed.length === 0 ? null : new Set(listed);
  } catch {
    return null; // no JSON
  }
}

function entriesOf(layer: unknown): readonly string[] {
  const { techniques } = (layer ?? {}) as { readonly techniques?: unknown };
  if (!Array.isArray(techniques)) return [];
  return techniques.flatMap((entry: unknown) => {
    const { techniqueID, enabled, score, color, comment } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    const marked = typeof score === "number" || (typeof color === "string" && color !== "") || Boolean(comment);
    return typeof techniqueID === "string" && enabled !== false && marked ? [techniqueID] : [];
  });
}
