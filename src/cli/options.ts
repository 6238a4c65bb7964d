import type { Screen } from "./layout/screen.js";
import type { Call } from "./program.js";

type OptionValue = Call["options"][string];

/** An option's words; undefined where it was not given. */
export function textOf(value: OptionValue): string | undefined {
  return typeof value === "string" ? value : undefined;
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
