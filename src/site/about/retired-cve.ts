import type { AboutTopic } from "./topic.js";

/** Where addresses of the retired set of 2021 lead when KEV does not know the vulnerability. */
export const retiredCve: AboutTopic = {
  slug: "retired-cve",
  title: "The CVE mappings of 2021 were retired",
  lead: "This vulnerability stood in a set of 2021 that its publisher has withdrawn, and no set of today maps it.",
  sections: [
    {
      id: "what",
      title: "What happened",
      paragraphs: [
        "In 2021 a sample of vulnerabilities was mapped to ATT&CK 9.0. The publisher took that set down in 2025; mappings of known exploited vulnerabilities (KEV) stand in its place, made anew and by a later method.",
        "Vulnerabilities that KEV knows are shown from there. For the others nothing is shown, because nothing is published: an old mapping that its author has withdrawn is no mapping.",
      ],
      points: [{ term: "KEV", text: "the vulnerabilities that are mapped today", href: "/frameworks/kev/" }],
    },
  ],
};
