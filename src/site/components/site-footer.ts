import { counted, number } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { LoadedView } from "../views/loaded.js";

/** What is loaded and how old it is, on every page, and whose data it is. */
export function siteFooter(loaded: LoadedView, address: string): HtmlText {
  const releases = loaded.domains.map(({ domain, newest, derived, newestPublished }) => {
    const origin = derived ? `derived, published up to ${newestPublished ?? "none"}` : "published";
    return `${domainNames[domain]} ${newest} (${origin})`;
  });
  return html`<footer class="site-footer"><div class="page"><div><p>Facts loaded: ATT&amp;CK ${releases.join(", ")}; ${counted(loaded.sets, "mapping set")}, ${number(loaded.rows)} rows. ${textsOf(loaded)} <a href="${hrefs.sources()}">Sources, licences and hashes</a></p><p><a href="${hrefs.about()}">About</a> &middot; <a href="${hrefs.about("scoring")}">What a score means</a> &middot; <a href="${hrefs.about("methodology")}">How mappings are made</a> &middot; <a href="${hrefs.about("honest-numbers")}">How numbers are made</a> &middot; <a href="${hrefs.check()}">Check a mapping file</a> &middot; <a href="${hrefs.softwareList()}">Software</a> &middot; <a href="${hrefs.campaigns()}">Campaigns</a> &middot; <a href="${hrefs.mitigations()}">ATT&amp;CK mitigations</a></p><p>Mappings: Center for Threat-Informed Defense and contributors, Apache-2.0. ATT&amp;CK&reg; is a registered trademark of The MITRE Corporation; &copy; The MITRE Corporation, reproduced and distributed with permission. Tidemap adds no mappings of its own.</p><p class="print-only">${address}</p></div></div></footer>`;
}

function textsOf({ texts, notice }: LoadedView): HtmlText {
  if (notice !== null) return html`<span role="status">${notice}</span>`;
  if (texts === "all") return html`Descriptions and comments are loaded.`;
  if (texts === "some") return html`Descriptions and comments are loaded in part.`;
  return html`Descriptions and comments are not loaded: <code>tidemap pull</code> fetches them.`;
}
