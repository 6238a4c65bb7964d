import { styleText } from "node:util";
import type { TidemapError } from "../model/diagnostic.js";
import type { Suggestion } from "../site/answer.js";
import type { CliHost } from "./host.js";
import { harmless } from "./layout/wrap.js";
import { suggestedCommands } from "./suggested-commands.js";

/** Why a command ends without its answer. */
export interface Failure {
  /** Stands in docs/codes.md. */
  readonly code: string;
  /** What is wrong, for any failure of this kind. */
  readonly title: string;
  /** What is wrong this time. */
  readonly detail: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
  readonly suggestions?: readonly Suggestion[];
}

/** An expected error as a failure. */
export function failureOf({ code, message, hint, exitCode }: TidemapError): Failure {
  return { code, title: titles[exitCode], detail: message, hint };
}

/** What is true of every error that ends a command with this code. */
export const titles = { 1: "Bad input or environment", 2: "Wrong usage", 3: "The answer is no" } as const;

/** How failures are told. */
export interface Telling {
  /** As a JSON object on a line of its own, with the fields that problems of the API have. */
  readonly json: boolean;
  readonly color: boolean;
}

export function tellingOf({ format, color }: { readonly format: string; readonly color: boolean }): Telling {
  return { json: format === "json", color };
}

/** Tells a failure on stderr: for people its sentence with the code behind it, and below what to do. */
export function tellFailure(
  host: Pick<CliHost, "err" | "colour" | "errColumns">,
  { json, color }: Telling,
  failure: Failure,
): void {
  // Escape codes only where all goes to a terminal: `2> log` is to hold text.
  const faint = color && host.colour && host.errColumns !== null;
  host.err(json ? `${harmless(asJson(failure))}\n` : asText(failure, faint));
}

function asJson({ title, detail, hint, code, suggestions = [] }: Failure): string {
  return JSON.stringify({ title, detail: hint === undefined ? detail : `${detail} ${hint}`, code, suggestions });
}

function asText({ code, detail, hint, suggestions = [] }: Failure, faint: boolean): string {
  const bracketed = faint ? styleText("dim", `(${code})`, { validateStream: false }) : `(${code})`;
  const below = `${hint === undefined ? "" : `${hint}\n`}${suggestedCommands(suggestions)}`;
  return `${harmless(`tidemap: ${detail}`)} ${bracketed}\n${harmless(below)}`;
}
