import { type Child, html } from "../html.js";

/**
 * Names whose hyphen has a number beside it: `800-53`, `Apache-2.0`, `EID-CA-E3`. Each begins where no other could: a name
 * from somebody's own file may be long, and is walked once.
 */
const numbered = /((?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}.]+-)+(?=[\p{L}.]*\p{N})[\p{L}\p{N}]+(?:\.\p{N}+)*)/u;

/** Text in which a line does not break inside such names. */
export function unbroken(text: string): Child {
  const parts = text.split(numbered);
  if (parts.length === 1) return text;
  return parts.map((part, index) => (index % 2 === 0 ? part : html`<span class="unbroken">${part}</span>`));
}
