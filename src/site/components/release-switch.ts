import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Frame } from "../views/frame.js";
import { type Segment, segmented } from "./segmented.js";

/**
 * The same object at another time: the current view, the one shown, and a menu of every other release. `href` gives the
 * page at a release, null = current.
 */
export function releaseSwitch(
  frame: Frame,
  href: (release: string | null) => string,
  more: readonly Segment[] = [],
): HtmlText {
  const segments: Segment[] = [
    { label: `Current · ${frame.newest}`, href: href(null), current: frame.kind === "current" },
  ];
  if (frame.kind !== "current") {
    const words = frame.kind === "aligned" ? "Aligned to" : "As authored";
    const label = html`<span class="long">${words}${frame.kind === "aligned" ? "" : " ·"}</span> ${frame.release}`;
    segments.push({ label, href: href(frame.release), current: true });
  }
  segments.push(...more.filter((segment) => segments.every((known) => known.href !== segment.href)));
  const others = frame.releases.filter((release) => release !== frame.release);
  return html`<div class="release-switch">${segmented("ATT&CK release", segments)}<details><summary>Other releases</summary><ul>${others.map(
    (release) => html`<li><a href="${href(release)}">${release}</a></li>`,
  )}</ul></details></div>`;
}
