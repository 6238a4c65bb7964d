import { domainNames } from "../../model/domain.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Frame } from "../views/frame.js";
import { layerName } from "../views/layer-files.js";

export interface Download {
  readonly label: string;
  readonly href: string;
  /** Holds the release, so that a saved file still says what it is of. */
  readonly file: string;
  /** In no export: there the link waits for the script, and the reader's browser makes the file. */
  readonly made?: true;
}

/** A Navigator layer of each domain that has techniques; named where there are several. */
export function layerDownloads(path: string, id: string, frames: readonly Frame[]): readonly Download[] {
  return frames.map(({ domain, release }) => ({
    label: frames.length > 1 ? `Navigator layer, ${domainNames[domain]}` : "Navigator layer",
    href: `${path}${layerName(domain)}`,
    file: `${id}_attack-${domain}-${release}.layer.json`,
    made: true,
  }));
}

/** What is shown as a file, and its address, filters included: evergreen in the current view, which newer sets change. */
export function downloadLinks(title: string, files: readonly Download[], shown: string): HtmlText {
  return html`<section class="downloads"><h2>${title}</h2><ul>${files.map(
    ({ label, href, file, made }) =>
      html`<li><a class="button" href="${href}" download="${file}"${made ? html` data-made="${href}"` : null}>${label}</a></li>`,
  )}<li><a class="button" href="${shown}" data-behaviour="copy-link">Link to this</a></li></ul></section>`;
}
