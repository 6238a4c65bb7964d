import { TidemapError } from "../model/diagnostic.js";
import type { Screen } from "./layout/screen.js";
import type { Call } from "./program.js";

type OptionValue = Call["options"][string];

/** An option's words; undefined where it was not given. */
export function textOf(value: OptionValue): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** What `facetOptions` ask of rows, by the names that pages give it. */
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
