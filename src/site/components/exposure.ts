import { number } from "../../base/counted.js";
import type { Framework } from "../../model/framework.js";
import type { Rating } from "../../model/mapping.js";
import { hrefs } from "../hrefs.js";
import { type Child, html } from "../html.js";
import type { HtmlText } from "../route.js";
import type { Exposure, ReachedTechnique, TacticExposure } from "../views/exposure.js";

const steps = { minimal: 1, partial: 2, significant: 3 } as const satisfies Record<Rating, number>;

interface Multiples {
  /** Of the links to tactics; null for the current view. */
  readonly release: string | null;
  /** A score does not apply to what threats are mapped to: their squares say no more than that a row is there. */
  readonly side: Framework["side"];
  /** Where a square leads; within the page unless said otherwise. */
  readonly href?: (techniqueId: string) => string;
}

/**
 * A small multiple a tactic: a square for each technique reached, its digit the best rating of any function, then an
 * empty one for each that is not. Words repeat what shade and digit say.
 */
export function exposureMultiples(exposure: Exposure, of: Multiples): HtmlText {
  return html`<div class="exposure">${exposure.tactics.map((tactic) => multiple(tactic, of))}</div><ul class="exposure-key">${of.side === "threat" ? mappedKey : ratingKey}<li><i></i> no row</li></ul>`;
}

const ratingKey = html`<li><i data-step="1">1</i> minimal</li><li><i data-step="2">2</i> partial</li><li><i data-step="3">3</i> significant, best of its functions</li><li><i data-step="0">&ndash;</i> not scored</li>`;
const mappedKey = html`<li><i data-step="mapped">&bull;</i> mapped</li>`;

function multiple({ tactic, techniques, reached }: TacticExposure, of: Multiples): HtmlText {
  const { release, side, href = (id) => `#${id}` } = of;
  const empty = Array.from({ length: techniques - reached.length }, () => html`<i></i>`);
  const squares = reached.map((technique) => {
    const says = side === "threat" ? mapped : ratingOf(technique);
    return square(technique, href(technique.id ?? ""), says);
  });
  return html`<section><h3>${tactic.id === null ? tactic.name : html`<a href="${hrefs.tactic(tactic.id, release)}">${tactic.name}</a>`} <span>${number(reached.length)}/${number(techniques)}</span></h3><div>${squares}${empty}</div></section>`;
}

/** What a square says, in shade, in a sign and in words. */
interface Said {
  readonly step: number | "mapped";
  readonly sign: Child;
  readonly words: string;
}

const mapped: Said = { step: "mapped", sign: html`&bull;`, words: "mapped" };

function ratingOf({ functions }: ReachedTechnique): Said {
  const rated = functions.flatMap(({ function: of, best }) => (best === null ? [] : [{ of, best }]));
  const step = Math.max(0, ...rated.map(({ best }) => steps[best]));
  const words = rated.map(({ of, best }) => `${of} ${best}`).join(", ") || "not scored";
  return { step, sign: step || html`&ndash;`, words };
}

function square({ id, name }: ReachedTechnique, href: string, { step, sign, words }: Said): HtmlText {
  const label = `${id} ${name}: ${words}`;
  return html`<a href="${href}" data-step="${step}" title="${label}"><span aria-hidden="true">${sign}</span><span class="visually-hidden">${label}</span></a>`;
}
