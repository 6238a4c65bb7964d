import type { AboutTopic } from "./topic.js";

/** Whose work this stands on, and what to read beside it. */
export const related: AboutTopic = {
  slug: "related",
  title: "Related work and licences",
  lead: "Tidemap publishes no mapping of its own: it reads what others have published.",
  sections: [
    {
      id: "sources",
      title: "What it reads",
      paragraphs: [
        "Facts (ids, names, relations, scores, reference addresses) come with Tidemap; the publishers' texts are loaded by each user. Origin, licence and hash of every file stand on the page of sources.",
      ],
      points: [
        {
          term: "MITRE ATT&CK",
          text: "techniques, tactics, groups, software, campaigns and mitigations; under the ATT&CK terms of use.",
          href: "https://attack.mitre.org/",
        },
        {
          term: "Center for Threat-Informed Defense",
          text: "the mapping sets and the methods behind them; Apache-2.0.",
          href: "https://ctid.mitre.org/",
        },
        {
          term: "NIST SP 800-53",
          text: "the catalog of controls.",
          href: "https://csrc.nist.gov/projects/cprt/catalog",
        },
        {
          term: "CISA KEV",
          text: "the catalog of known exploited vulnerabilities.",
          href: "https://www.cisa.gov/known-exploited-vulnerabilities-catalog",
        },
        { term: "VERIS", text: "the vocabulary of incidents.", href: "https://verisframework.org/" },
      ],
    },
    {
      id: "beside",
      title: "What stands beside it",
      paragraphs: [],
      points: [
        {
          term: "ATT&CK Navigator",
          text: "draws layers; the matrix here is saved as one.",
          href: "https://mitre-attack.github.io/attack-navigator/",
        },
        { term: "MITRE D3FEND", text: "a vocabulary of defensive techniques.", href: "https://d3fend.mitre.org/" },
        {
          term: "Mappings Explorer",
          text: "the site on which these mappings were published first; its addresses lead to their pages here.",
          href: "https://center-for-threat-informed-defense.github.io/mappings-explorer/",
        },
      ],
    },
    {
      id: "licence",
      title: "Licence",
      paragraphs: [
        "Tidemap is licensed under Apache-2.0. It is not affiliated with or endorsed by The MITRE Corporation or any publisher of a framework.",
      ],
    },
  ],
};
