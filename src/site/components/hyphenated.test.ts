import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { html } from "../html.js";
import { hyphenated } from "./hyphenated.js";
import { hyphenatedWords } from "./hyphenated-words.js";

const shown = (name: string) =>
  String(html`${hyphenated(name)}`)
    .replaceAll("&shy;", "-")
    .replaceAll("&#8203;", "|");

it.each([
  ["Compromise", "Com-pro-mise"],
  ["Trusted Relationship", "Trusted Rela-tion-ship"],
  ["Reconnaissance", "Recon-nais-sance"],
  ["Discovery", "Dis-cov-ery"],
  ["Cloud Infrastructure Discovery", "Cloud Infra-struc-ture Dis-cov-ery"],
  ["JavaScript", "Java-Script"],
  ["Inter-Process Communication", "Inter-Process Com-muni-cation"],
  ["Lifecycle-Triggered Deletion", "Life-cycle-Trig-gered Deletion"],
  ["Virtualization/Sandbox Evasion", "Vir-tual-iza-tion/|Sandbox Evasion"],
])("%s breaks where readers break it", (name, wanted) => {
  expect(shown(name)).toBe(wanted);
});

it("a word of a later release breaks by rule, with three letters or more on either side", () => {
  expect(shown("Compartmentalisation")).toBe("Com-part-men-ta-li-sa-tion");
});

it("loses no letter, and lists no word that no release has", () => {
  const kb = embeddedKnowledge();
  const names = kb.domains.flatMap((domain) =>
    kb.releases(domain).flatMap(({ version }) => {
      const release = kb.timeline(domain).at(version);
      return [...release.activeTechniques(), ...release.tactics()].map(({ name }) => name);
    }),
  );
  const used = new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)));
  expect([...hyphenatedWords.keys()].filter((word) => !used.has(word))).toEqual([]);
  const bare = (text: string) => text.replace(/[-|]/g, "");
  for (const name of new Set(names)) expect(bare(shown(name))).toBe(bare(String(html`${name}`)));
});
