import type { AboutTopic } from "./topic.js";

/** The way in. */
export const overview: AboutTopic = {
  slug: "",
  title: "About Tidemap",
  lead: "Tidemap answers which defences answer which attack techniques, from every published mapping, in every ATT&CK release.",
  sections: [
    {
      id: "what",
      title: "What it is",
      paragraphs: [
        "Security teams own controls and products; attackers use techniques that MITRE ATT&CK catalogues. Public mapping sets join the two: this capability protects against that technique, or detects it, or helps to respond, and how well. Others map incident codes and exploited vulnerabilities to the same techniques.",
        "Each set is written for one framework version and one ATT&CK release. Tidemap holds them all, shows them as authored, and carries the newest along ATT&CK's own lineage to the release you look at.",
      ],
    },
    {
      id: "pages",
      title: "Read on",
      paragraphs: [],
      points: [
        {
          term: "What a score means",
          text: "protect, detect, respond; minimal, partial, significant",
          href: "/about/scoring/",
        },
        { term: "What a row claims", text: "mapping types, and what non-mappable says", href: "/about/mapping-types/" },
        {
          term: "How mappings are made",
          text: "method and scope, framework by framework",
          href: "/about/methodology/",
        },
        {
          term: "How numbers are made here",
          text: "the rules that every figure keeps",
          href: "/about/honest-numbers/",
        },
        { term: "What people use it for", text: "questions by role", href: "/about/use-cases/" },
        { term: "Related work and licences", text: "whose data it is", href: "/about/related/" },
      ],
    },
  ],
};
