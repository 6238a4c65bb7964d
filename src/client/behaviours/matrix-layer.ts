/**
 * Outlines the techniques that a Navigator layer (2.0 to 4.5) scores, colours or comments, beside those of the outline asked for
 * in the address; says how many it found. A file that is none changes nothing.
 */
export async function outlineLayer(file: File): Promise<void> {
  const ids = await techniquesIn(file);
  if (ids === null) {
    say(`${file.name} is no Navigator layer.`);
    return;
  }
  let found = 0;
  for (const cell of document.querySelectorAll<HTMLElement>(".matrix-cell")) {
    const used = ids.has(cell.dataset.id ?? "");
    cell.toggleAttribute("data-layer", used);
    if (used) found++;
  }
  // Asked for when a layer is there: a chunk shared with other scripts is one more request of every page.
  const { counted } = await import("../../base/counted.js");
  say(`${file.name}: ${counted(ids.size, "technique")}, ${counted(found, "cell")} outlined.`);
}

function say(words: string): void {
  const form = document.querySelector(".matrix-controls");
  const known = form?.querySelector("output");
  const output = known ?? document.createElement("output");
  output.textContent = words;
  if (!known) form?.append(output);
}

async function techniquesIn(file: File): Promise<ReadonlySet<string> | null> {
  const [{ markedTechniques, parseLayers }, { defaultBounds }] = await Promise.all([
    import("../../formats/layer/read-layer.js"),
    import("../../formats/format.js"),
  ]);
  if (file.size > defaultBounds.bytes) return null;
  const { value } = parseLayers({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }, defaultBounds);
  const marked = value === null ? null : markedTechniques(value);
  return marked?.size === 0 ? null : marked;
}
