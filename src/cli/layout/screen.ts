import { styleText } from "node:util";
import type { CliHost } from "../host.js";

/** What text means; how that looks is decided here. Never the only carrier of a meaning. */
export type Ink = "head" | "id" | "faint" | "warn" | "protect" | "detect" | "respond";

/** Where text goes: how wide it may be, and how it is coloured. */
export interface Screen {
  /** Columns that no line exceeds. */
  readonly width: number;
  paint(ink: Ink, text: string): string;
}

const styles = {
  head: "bold",
  id: "cyan",
  faint: "dim",
  warn: "yellow",
  protect: "blue",
  detect: "magenta",
  respond: "yellow",
} as const satisfies Record<Ink, Parameters<typeof styleText>[0]>;

/** Lines of a pipe or a file: wide enough for most tables, narrow enough to read in a log. */
const pipeColumns = 120;
const narrowest = 40;
const widest = 160;

/** The terminal, at most 160 columns of it; a pipe has 120 (or COLUMNS) and no colour. */
export function screenOf(host: CliHost, colour: boolean): Screen {
  const asked = host.columns ?? (Number(host.env.COLUMNS) || pipeColumns);
  const coloured = colour && host.colour;
  return {
    width: Math.min(widest, Math.max(narrowest, asked)),
    // The host knows whether its output takes colour; the process's own stream is not asked.
    paint: (ink, text) => (coloured && text !== "" ? styleText(styles[ink], text, { validateStream: false }) : text),
  };
}
