import { number } from "../../base/counted.js";
import type { Rating } from "../../model/mapping.js";
import { hrefs } from "../hrefs.js";
import { html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Exposure, ReachedTechnique, TacticExposure } from "../views/exposure.js";

const steps = { minimal: 1, partial: 2, significant: 3 } as const satisfies Record<Rating, number>;

/**
 * A small multiple a tactic: a square for each technique reached, its digit the best rating of any function, then an
 * empty one for each that is not. Words repeat what shade and digit say. `href` leads from a square, within the page
 * unless said otherwise.
 */
export function exposureMultiples(
  exposure: Exposure,
  release: string | null,
  href: (techniqueId: string) => string = (id) => `#${id}`,
): HtmlText {
  return html`<div class="exposure">${exposure.tactics.map((tactic) => multiple(tactic, release, href))}</div><ul class="exposure-key"><li><i data-step="1">1</i> minimal</li><li><i data-step="2">2</i> partial</li><li><i data-step="3">3</i> significant, best of its functions</li><li><i data-step="0">&ndash;</i> not scored</li><li><i></i> no row</li></ul>`;
}

function multiple(
  { tactic, techniques, reached }: TacticExposure,
  release: string | null,
  href: (techniqueId: string) => string,
): HtmlText {
  const empty = Array.from({ length: techniques - reached.length }, () => html`<i></i>`);
  return html`<section><h3>${tactic.id === null ? tactic.name : html`<a href="${hrefs.tactic(tactic.id, release)}">${tactic.name}</a>`} <span>${number(reached.length)}/${number(techniques)}</span></h3><div>${reached.map((technique) => square(technique, href(technique.id ?? "")))}${empty}</div></section>`;
}

function square(technique: ReachedTechnique, href: string): HtmlText {
  const rated = technique.functions.filter(({ best }) => best !== null);
  const step = Math.max(0, ...rated.map(({ best }) => (best === null ? 0 : steps[best])));
  const says = rated.map((entry) => `${entry.function} ${entry.best}`).join(", ") || "not scored";
  return html`<a href="${href}" data-step="${step}" title="${technique.id} ${technique.name}: ${says}"><span aria-hidden="true">${step || html`&ndash;`}</span><span class="visually-hidden">${technique.id} ${technique.name}: ${says}</span></a>`;
}
