import { domainNames } from "../../model/domain.js";
import { type Child, html } from "../html.js";
import type { Frame } from "../views/frame.js";

/** Which rows the page shows, as of when, and where that release is from. */
export function frameNote(frame: Frame): Child {
  const { kind, release, sameAs } = frame;
  const same = sameAs === null ? null : html` ATT&amp;CK ${release} has the content of ${sameAs}.`;
  const derived =
    frame.origin === "derived"
      ? html` ${release} is derived from other public data; some kinds of objects are not in it.`
      : null;
  if (kind === "current") {
    return html`<b>Current</b>: each framework&rsquo;s newest set, carried to ATT&amp;CK ${release} along each technique&rsquo;s lineage.${derived}`;
  }
  if (kind === "aligned") {
    return html`<b>Aligned to ${release}</b>: each framework&rsquo;s newest set, carried to that release; rows are not those that were published on it.${same}${derived}`;
  }
  return html`<b>As authored on ${release}</b>: only sets that were written for this release, row by row as published.${same}${derived}`;
}

/** `ATT&CK 19.0 Enterprise`, with what the view does to rows. */
export function frameWords(frame: Frame): string {
  const view = { current: "current", aligned: "aligned", "as-authored": "as authored" } as const;
  return `ATT&CK ${frame.release} ${domainNames[frame.domain]}, ${view[frame.kind]}`;
}
