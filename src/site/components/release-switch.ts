import { type AttackVersion, compareVersions } from "../../model/version.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Frame } from "../views/frame.js";
import { type Segment, segmented } from "./segmented.js";

/**
 * The same object at another time: the current view, the one shown, and a menu of every other release. `href` gives the
 * page at a release, null = current.
 */
export function releaseSwitch(
  frame: Pick<Frame, "kind" | "release" | "newest" | "releases" | "absent">,
  href: (release: string | null) => string,
  more: readonly Segment[] = [],
): HtmlText {
  const segments: Segment[] = [
    { label: html`Current &middot; ${frame.newest}`, href: href(null), current: frame.kind === "current" },
  ];
  if (frame.kind !== "current") {
    const words = frame.kind === "aligned" ? "Aligned to" : "As authored";
    const label = html`<span class="long">${words}${frame.kind === "aligned" ? null : html` &middot;`}</span> ${frame.release}`;
    segments.push({ label, href: href(frame.release), current: true });
  }
  segments.push(...more.filter((segment) => segments.every((known) => known.href !== segment.href)));
  const others = frame.releases.filter((release) => release !== frame.release);
  return switchOf("ATT&CK release", segments, { releases: others, href, note: absence(frame) });
}

/** A few views as segments, and a menu of releases behind them. */
export function switchOf(
  label: string,
  segments: readonly Segment[],
  menu: {
    readonly releases: readonly AttackVersion[];
    readonly href: (release: AttackVersion) => string;
    readonly note?: Child;
  },
): HtmlText {
  return html`<div class="release-switch">${segmented(label, segments)}<details data-behaviour="popover"><summary>Other releases</summary><div><ul>${menu.releases.map(
    (release) => html`<li><a href="${menu.href(release)}">${release}</a></li>`,
  )}</ul>${menu.note}</div></details></div>`;
}

/** `Not in 1.0 to 6.3; first in 7.0.` Releases that follow each other are named by their ends. */
function absence({ releases, absent }: Pick<Frame, "releases" | "absent">): HtmlText | null {
  const first = releases.at(-1);
  if (absent.length === 0 || first === undefined) return null;
  const all = [...releases, ...absent].sort(compareVersions);
  const runs: AttackVersion[][] = [];
  let before: AttackVersion | undefined;
  for (const release of all) {
    const run = runs.at(-1);
    if (absent.includes(release)) {
      if (run !== undefined && run.at(-1) === before) run.push(release);
      else runs.push([release]);
    }
    before = release;
  }
  const words = runs.map((run) => (run.length === 1 ? run[0] : `${run[0]} to ${run.at(-1)}`));
  return html`<p class="note">Not in ${words.join(", ")}; first in ${first}.</p>`;
}
