import { html } from "../html.js";

/** Over the threat side of a table, below its defence. */
export const threatHeading = html`Threat and incident vocabularies <small>they describe techniques, they do not answer them</small>`;
