import type { AboutTopic } from "./topic.js";

/** What the types of rows claim. */
export const mappingTypes: AboutTopic = {
  slug: "mapping-types",
  title: "What a row claims",
  lead: "Every row joins one capability to one technique; its mapping type says what the join means.",
  sections: [
    {
      id: "defence",
      title: "Defence",
      paragraphs: ["These rows say that something acts against a technique."],
      points: [
        { term: "mitigates, protects", text: "a control acts against the technique; not scored, read as protect." },
        {
          term: "technique_scores",
          text: "a product's feature acts against it, with function and rating. Microsoft 365 writes technique_score.",
        },
        {
          term: "Intel vPro's twelve types",
          text: "each names the product that puts the hardware feature to use; these rows have function and rating too.",
        },
      ],
    },
    {
      id: "threat",
      title: "Threat",
      paragraphs: [
        "These rows describe techniques; they answer none. They never enter a figure of defence, and stand apart on every page.",
      ],
      points: [
        { term: "related_to", text: "an incident code of VERIS and a technique speak of the same action." },
        { term: "exploitation_technique", text: "how a known exploited vulnerability (KEV) is used." },
        {
          term: "primary_impact, secondary_impact",
          text: "what its use gives the attacker first, and what that allows next.",
        },
      ],
    },
    {
      id: "non-mappable",
      title: "Non-mappable",
      paragraphs: [
        "A statement, not a gap in the data: either a capability that answers no technique, or a technique that no capability of the framework answers. It is counted apart, never as mapped. Where a file both maps a technique and declares it non-mappable, the mapping wins and the contradiction is marked.",
        "Silence is neither: where a set has no row on a technique, nobody has said anything.",
      ],
    },
  ],
};
