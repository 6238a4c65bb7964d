import type { MappingFunction, Rating } from "../../model/mapping.js";
import { html, trusted } from "../html.js";
import type { HtmlText } from "../route.js";

/**
 * The three channels of a score: shape = function, filled marks = rating, the word stands beside it. Drawn once a page
 * as SVG symbols (a policy without inline styles leaves attributes), then used by name.
 */
const letters = { protect: "p", detect: "d", respond: "r" } as const satisfies Record<MappingFunction, string>;

const shapes = {
  protect: (x: number) => `<path d="M${tenth(x + 0.6)} .8h7.8v8.4h-7.8z"/>`,
  detect: (x: number) => `<circle cx="${tenth(x + 4.5)}" cy="5" r="4.2"/>`,
  respond: (x: number) => `<path d="M${tenth(x + 4.5)} .9l4.2 8.2h-8.4z"/>`,
} as const satisfies Record<MappingFunction, (x: number) => string>;

/** 0.6 beside 11.2 is 11.799999999999999 in binary; the page says 11.8. */
function tenth(value: number): number {
  return Number(value.toFixed(1));
}

const filledOf = { minimal: 1, partial: 2, significant: 3 } as const satisfies Record<Rating, number>;

const icons = [
  `<symbol id="m-find" viewBox="0 0 16 16"><circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="m11 11 4 4" stroke="currentColor" stroke-width="1.6"/></symbol>`,
  `<symbol id="m-look" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" fill="currentColor"/></symbol>`,
];

function symbolsOf(wanted: MappingFunction): readonly string[] {
  const shape = shapes[wanted];
  const rated = [1, 2, 3].map((filled) => {
    const marks = [0, 11.2, 22.4].map((x, index) => (index < filled ? shape(x) : `<g fill="none">${shape(x)}</g>`));
    return `<symbol id="m-${letters[wanted]}${filled}" viewBox="0 0 32 10">${marks.join("")}</symbol>`;
  });
  return [
    `<symbol id="m-${letters[wanted]}" viewBox="0 0 10 10">${shape(0)}</symbol>`,
    `<symbol id="m-${letters[wanted]}0" viewBox="0 0 32 10">${shape(0)}<path d="M13 5h6m5 0h6"/></symbol>`,
    ...rated,
  ];
}

const sprite = trusted(
  `<svg class="mark-sprite" width="0" height="0" aria-hidden="true"><defs>${(["protect", "detect", "respond"] as const)
    .flatMap(symbolsOf)
    .concat(icons)
    .join("")}</defs></svg>`,
);

/** The symbols; once a page, before their first use. */
export function markSprite(): HtmlText {
  return sprite;
}

// Made once: a page of rows shows hundreds of marks.
const markOf = { protect: drawn("protect"), detect: drawn("detect"), respond: drawn("respond") };
const marksOf = { protect: drawnMarks("protect"), detect: drawnMarks("detect"), respond: drawnMarks("respond") };

function drawn(of: MappingFunction): HtmlText {
  return html`<svg class="mark" data-function="${of}" aria-hidden="true"><use href="#m-${letters[of]}"/></svg>`;
}

function drawnMarks(of: MappingFunction): readonly HtmlText[] {
  return [0, 1, 2, 3].map(
    (filled) =>
      html`<svg class="marks" data-function="${of}" aria-hidden="true"><use href="#m-${letters[of]}${filled}"/></svg>`,
  );
}

/** The shape of a function alone. Decoration: its word has to stand beside it. */
export function functionMark(of: MappingFunction): HtmlText {
  return markOf[of];
}

/** Shape and three marks; dashes for a row without a rating. Decoration: its words have to stand beside it. */
export function ratingMarks(of: MappingFunction, rating: Rating | null): HtmlText {
  return marksOf[of][rating === null ? 0 : filledOf[rating]] as HtmlText;
}

/** An icon of the chrome; decoration. */
export function icon(name: "find" | "look"): HtmlText {
  return html`<svg class="icon" aria-hidden="true"><use href="#m-${name}"/></svg>`;
}
