import type { Option } from "commander";
import { TidemapError } from "../model/diagnostic.js";
import type { Screen } from "./layout/screen.js";
import type { Call } from "./program.js";

type OptionValue = Call["options"][string];

/** An option's words; undefined where it was not given. */
export function textOf(value: OptionValue): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Throws a TidemapError (exit 2) for an option without a word in it: a script's empty variable must not ask for everything. */
export function refuseEmpty(known: readonly Option[], given: Call["options"]): void {
  for (const option of known) {
    const value = textOf(given[option.attributeName()]);
    if (value === undefined || /[^\s,]/.test(value)) continue;
    throw new TidemapError("TM5010", `${option.long} is given with nothing in it: ${JSON.stringify(value)}.`, {
      hint: "Give it a value, or leave the option out.",
      exitCode: 2,
    });
  }
}

/** What options ask of rows of a set or a capability, by the names that pages give it. */
export function facetsOf(options: Call["options"]) {
  return {
    q: textOf(options.text),
    function: textOf(options.function),
    rating: textOf(options.rating),
    type: textOf(options.type),
    tactic: textOf(options.tactic),
    platform: textOf(options.platform),
    status: textOf(options.status),
  };
}

/** How much a screen shows. */
export interface Detail {
  /** Descriptions, comments and addresses too. */
  readonly texts: boolean;
}

/** A renderer that knows of `--brief`. */
export function withoutTexts<View>(
  options: Call["options"],
  render: (view: View, screen: Screen, detail: Detail) => string,
): (view: View, screen: Screen) => string {
  return (view, screen) => render(view, screen, { texts: options.brief !== true });
}

/** `https://host` of an address of a site; null where none is given. */
export function originOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url.origin;
  throw new TidemapError("TM5005", `${JSON.stringify(text)} is no address of a site.`, {
    hint: "Give scheme and host: --origin https://tidemap.example.org",
    exitCode: 2,
  });
}
