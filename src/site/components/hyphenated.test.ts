import { expect, it } from "vitest";
import { html } from "../html.js";
import { hyphenated } from "./hyphenated.js";

it.each([
  ["Compromise", "Com-pro-mise"],
  ["Trusted Relationship", "Trusted Rela-tion-ship"],
  ["Reconnaissance", "Recon-nais-sance"],
  ["Authentication Process", "Authen-ti-ca-tion Process"],
  ["Virtualization/Sandbox Evasion", "Vir-tua-li-za-tion/|Sand-box Evasion"],
])("%s breaks at syllables, with three letters or more on either side", (name, shown) => {
  const written = String(html`${hyphenated(name)}`);
  expect(written.replaceAll("&shy;", "-").replaceAll("&#8203;", "|")).toBe(shown);
});
