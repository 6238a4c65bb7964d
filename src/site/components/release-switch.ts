import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Frame } from "../views/frame.js";
import { type Segment, segmented } from "./segmented.js";

/**
 * Current, the release shown where it is another, and the release before: the same object at another time. `href` gives
 * the page at a release, null = current.
 */
export function releaseSwitch(frame: Frame, href: (release: string | null) => string): HtmlText {
  const segments: Segment[] = [
    { label: `Current · ${frame.newest}`, href: href(null), current: frame.kind === "current" },
  ];
  if (frame.kind !== "current") {
    const words = frame.kind === "aligned" ? "Aligned to" : "As authored";
    segments.push({
      label: html`<span class="long">${words}</span> ${frame.release}`,
      href: href(frame.release),
      current: true,
    });
  }
  return segmented("ATT&CK release", segments);
}
