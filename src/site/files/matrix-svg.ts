import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { MatrixCell, MatrixColumn, MatrixPageView } from "../views/matrix.js";
import type { MatrixMetric } from "../views/matrix-metric.js";
import { hasSets, legendWords, matrixSentence, matrixTitle } from "../words/matrix.js";
import { depthColors } from "./matrix-colors.js";

const width = 96;
const gap = 4;
const line = 11;
const top = 96;

/** The matrix as a picture, with its title, its counting sentence and its legend: sub-techniques folded. */
export function matrixSvg(view: MatrixPageView): string {
  const columns = view.matrices.flatMap(({ tactics }) => tactics);
  const drawn = columns.map((column, index) => columnOf(column, index * (width + gap), view));
  const across = Math.max(columns.length * (width + gap), 700);
  const down = Math.max(...drawn.map(({ end }) => end), top) + 16;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 0 ${across + 8} ${down}" width="${across + 8}" height="${down}" font-family="IBM Plex Sans, Arial, sans-serif" font-size="9.5"><title>${matrixTitle(view)}</title><rect x="-8" width="100%" height="100%" fill="#faf9f5"/><text y="22" font-size="18" font-weight="600" fill="#17212b">${matrixTitle(view)}</text><text y="40" font-size="11" fill="#46535f">${matrixSentence(view)}</text>${legendOf(view)}${drawn.map(({ markup }) => markup)}</svg>`}\n`;
}

function legendOf(view: MatrixPageView): HtmlText {
  return html`<g transform="translate(0 50)">${view.legend.map((step, index) => {
    const { fill } = depthColors[step.level];
    return html`<g transform="translate(${index * 110} 0)"><rect width="18" height="12" fill="${fill}" stroke="#bfbeb4"/><text x="23" y="10" fill="#17212b">${legendWords(step)}</text></g>`;
  })}</g>`;
}

function columnOf(
  { name, techniques }: MatrixColumn,
  x: number,
  view: MatrixPageView,
): { readonly markup: HtmlText; readonly end: number } {
  let y = top;
  const cells = techniques.map((cell) => {
    const lines = wrapped(cell.name);
    const height = lines.length * line + 6;
    const markup = cellOf(cell, lines, { x, y, height, metric: view.metric });
    y += height + gap;
    return markup;
  });
  const mapped = techniques.filter(({ rows }) => rows > 0).length;
  const markup = html`<g><text x="${x}" y="${top - 20}" font-weight="600" fill="#17212b">${name}</text><text x="${x}" y="${top - 8}" fill="#5f6c78">${hasSets(view) ? `${mapped} of ${techniques.length}` : techniques.length}</text>${cells}</g>`;
  return { markup, end: y };
}

function cellOf(
  cell: MatrixCell,
  lines: readonly string[],
  at: { readonly x: number; readonly y: number; readonly height: number; readonly metric: MatrixMetric },
): HtmlText {
  const { fill, text } = depthColors[cell.level];
  const declared = cell.rows === 0 && cell.nonMappable.length > 0;
  const stroke = cell.outlined ? "#17212b" : "#d5d4cb";
  const spans = lines.map(
    (words, index) => html`<tspan x="${at.x + 4}" dy="${index === 0 ? 0 : line}">${words}</tspan>`,
  );
  const counted = at.metric === "frameworks" ? cell.frameworks : cell.capabilities;
  const value = cell.rows > 0 ? counted : declared ? "×" : "";
  return html`<g><title>${cell.id} ${cell.name}</title><rect x="${at.x}" y="${at.y}" width="${width}" height="${at.height}" fill="${fill}" stroke="${stroke}" stroke-width="${cell.outlined ? 2 : 1}"${declared ? html` stroke-dasharray="2 2"` : null}/><text x="${at.x + 4}" y="${at.y + 12}" fill="${text}">${spans}</text><text x="${at.x + width - 4}" y="${at.y + 12}" text-anchor="end" font-weight="600" fill="${text}">${value}</text></g>`;
}

const perLine = 15;

/** Words on lines of about fifteen characters, three lines at most. */
function wrapped(name: string): readonly string[] {
  const lines: string[] = [""];
  for (const word of name.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= perLine) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]}…`];
}
