import { hrefs } from "../hrefs.js";
import { html, trusted } from "../html.js";
import type { HtmlText } from "../route.js";
import { icon } from "./marks.js";
import { searchForm } from "./search-form.js";

/** Navigation entries; `section` of a page names one of them. */
export const sections = {
  techniques: { label: "Techniques", href: hrefs.techniques() },
  matrix: { label: "Matrix", href: hrefs.matrix("enterprise") },
  tactics: { label: "Tactics", href: hrefs.tactics() },
  groups: { label: "Groups", href: hrefs.groups() },
  frameworks: { label: "Frameworks", href: hrefs.frameworks() },
  sets: { label: "Sets", href: hrefs.sets() },
  sources: { label: "Sources", href: hrefs.sources() },
} as const;

const logo = trusted(
  `<svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor"><path d="M4 2v20M4 5h4M4 12h3M4 19h4" stroke-width="1.8"/><path d="M10 9c2.2-2.6 4-2.6 6 0s3.6 2.6 6 0M10 15.5c2.2-2.6 4-2.6 6 0s3.6 2.6 6 0" stroke-width="2.2"/></svg>`,
);

/** The bar on top. Its search field hides on pages with a large one of their own, also where a script brings the page in. */
export function siteHeader(section: string | null): HtmlText {
  const entries = Object.entries(sections).map(
    ([name, { label, href }]) =>
      html`<li><a href="${href}"${name === section ? html` aria-current="true"` : null}>${label}</a></li>`,
  );
  return html`<header class="site-header"><div><a class="brand" href="${hrefs.home()}">${logo}Tidemap</a><nav aria-label="Main"><ul>${entries}</ul></nav>${searchForm({ id: "search", large: false })}${preferences()}</div></header>`;
}

/** How the page looks, kept in this browser only; shown where the script runs. */
function preferences(): HtmlText {
  const choice = (name: string, legend: string, options: readonly (readonly [value: string, label: string])[]) =>
    html`<fieldset><legend>${legend}</legend>${options.map(
      ([value, label], index) =>
        html`<label><input type="radio" name="${name}" value="${value}"${index === 0 ? html` checked` : null}>${label}</label>`,
    )}</fieldset>`;
  return html`<details class="preferences" data-behaviour="preferences"><summary aria-label="Appearance" title="Appearance">${icon("look")}</summary><div>${[
    choice("theme", "Theme", [
      ["", "System"],
      ["light", "Light"],
      ["dark", "Dark"],
    ]),
    choice("contrast", "Contrast", [
      ["", "System"],
      ["more", "High"],
    ]),
    choice("density", "Tables", [
      ["", "Roomy"],
      ["compact", "Compact"],
    ]),
  ]}</div></details>`;
}
