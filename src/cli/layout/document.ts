import type { Screen } from "./screen.js";
import { wrap } from "./wrap.js";

/** A block of lines; blocks stand apart by one empty line. null and [] leave no trace. */
export type Section = readonly string[] | null;

/** Blocks as one text with a final line break. */
export function documentOf(sections: readonly Section[]): string {
  const shown = sections.filter((section) => section !== null && section.length > 0);
  return `${shown.map((section) => (section ?? []).join("\n")).join("\n\n")}\n`;
}

/** What a page is about: id and name, then facts in one line each. */
export function headOf(
  screen: Screen,
  {
    id,
    name,
    facts,
  }: { readonly id: string | null; readonly name: string; readonly facts: readonly (string | null)[] },
): Section {
  const title = wrap(id === null ? name : `${id}  ${name}`, screen.width).map((line) => screen.paint("head", line));
  return [...title, ...facts.flatMap((fact) => (fact === null ? [] : paragraph(screen, fact)))];
}

/** Running text, wrapped to the screen. */
export function paragraph(screen: Screen, text: string): readonly string[] {
  return wrap(text, screen.width);
}

/** A title with what there is to know of it, then its lines; nothing where there are none. */
export function titled(
  screen: Screen,
  { title, meta }: { readonly title: string; readonly meta?: string | null | undefined },
  lines: readonly string[],
): Section {
  if (lines.length === 0) return null;
  const [first = "", ...more] = wrap(meta ? `${title} · ${meta}` : title, screen.width);
  const head = first.startsWith(title)
    ? screen.paint("head", title) + screen.paint("faint", first.slice(title.length))
    : screen.paint("head", first);
  return [head, ...more.map((line) => screen.paint("faint", line)), ...lines];
}

/** A label and a list after it, the lines that follow indented. */
export function labelled(screen: Screen, label: string, text: string): readonly string[] {
  return wrap(`${label}: ${text}`, screen.width - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
}
