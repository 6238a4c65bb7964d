import type { AboutTopic } from "./topic.js";

/** Who asks what, and where the answer stands. */
export const useCases: AboutTopic = {
  slug: "use-cases",
  title: "What people use it for",
  lead: "One map, read from either side: from an attack to what answers it, or from what one owns to what it reaches.",
  sections: [
    {
      id: "roles",
      title: "By role",
      paragraphs: [],
      points: [
        {
          term: "SOC analyst",
          text: "An alert names a technique: what do we own that detects it, how well, and what else does the attacker do next to it?",
          href: "/techniques/T1550.001/?function=detect",
        },
        {
          term: "Detection engineer",
          text: "Which techniques of a group has a product no detection for? Its reach stands on the group's page, function by function.",
          href: "/groups/G0016/",
        },
        {
          term: "Control owner",
          text: "What does AC-2 reach, and what rests on it alone?",
          href: "/frameworks/nist_800_53/capabilities/AC-02/",
        },
        {
          term: "CISO, risk manager",
          text: "Where is a framework deep, where is it empty, tactic by tactic?",
          href: "/matrix/enterprise/",
        },
        {
          term: "Incident responder",
          text: "A vulnerability was exploited: what is it used for, and what answers that?",
          href: "/frameworks/kev/capabilities/CVE-2023-34362/",
        },
        {
          term: "Red teamer",
          text: "Which techniques does nobody map, and which do frameworks declare non-mappable?",
          href: "/techniques/enterprise/",
        },
        {
          term: "Mapping author",
          text: "What is in a set, what does validation find in it, which techniques does it pass over in silence?",
          href: "/sets/",
        },
        {
          term: "Tool builder",
          text: "Every page has a JSON twin below /api/v1, and the same views come from the library.",
          href: "/api/v1/openapi.json",
        },
      ],
    },
  ],
};
