import type { AboutSection, AboutTopic } from "./topic.js";

/** How mapping sets come to be, in general. */
export const method: AboutTopic = {
  slug: "methodology",
  title: "How mappings are made",
  lead: "People who know a framework read its capabilities against ATT&CK's techniques, one by one, and write down what they find.",
  sections: [
    {
      id: "steps",
      title: "The work",
      paragraphs: [
        "Authors choose a framework version and an ATT&CK release, and which of the framework's capabilities can act on attacks at all. For each they go through the techniques that it could touch, decide, score where the framework is scored, and give a reason and references. Others review the result before it is published as one file, a set.",
        "A set is a judgement at one time. It is not changed afterwards; a newer one takes its place. What its authors did not consider is not in it, and looks the same as what they found empty unless they declared it non-mappable.",
      ],
    },
    {
      id: "reading",
      title: "What a reader should know",
      paragraphs: [
        "Frameworks differ in what they map: policy controls reach nearly everything a little, product features reach less and say how well. A larger number of rows is therefore no better defence, and two frameworks' totals are not a contest.",
      ],
    },
  ],
};

interface MethodNotes {
  readonly method: string;
  readonly scope: string;
}

/** What cannot be counted from the files, a framework each; figures are added from the data. */
const notes: Readonly<Record<string, MethodNotes>> = {
  nist_800_53: {
    method:
      "A control is joined to a technique when implementing it may keep the technique from succeeding. “Protects” (up to ATT&CK 14.1) and “mitigates” (16.1) name the same relation.",
    scope:
      "Controls, not their enhancements; policy controls, controls that only monitor, and techniques used before an attacker reaches a system are left out. Techniques that no control hinders are declared non-mappable since ATT&CK 14.1.",
  },
  cri_profile: {
    method: "A diagnostic statement of the profile is joined to the techniques that meeting it hinders.",
    scope:
      "Statements about technical and operational safeguards; those on governance and oversight touch no single technique.",
  },
  csa_ccm: {
    method: "A control of the matrix is joined to the techniques that it mitigates in a cloud service.",
    scope: "All controls are in the file: those that touch no technique are declared non-mappable, control by control.",
  },
  aws: {
    method:
      "Each native security feature is read against the techniques it can protect from, detect or respond to, and scored.",
    scope: "Features that the platform offers itself; what a customer builds with them is not scored.",
  },
  azure: {
    method:
      "Each native security feature is read against the techniques it can protect from, detect or respond to, and scored.",
    scope: "Features that the platform offers itself; ids of 2021 and of 2025 differ and are joined here.",
  },
  gcp: {
    method:
      "Each native security feature is read against the techniques it can protect from, detect or respond to, and scored.",
    scope: "Features that the platform offers itself; some are declared non-mappable.",
  },
  m365: {
    method:
      "Each security feature of the suite is read against the techniques it can protect from, detect or respond to, and scored.",
    scope: "Features by licence tier: ids end in the tier that holds them (E3, E5).",
  },
  "intel-vpro": {
    method:
      "Hardware features act through a product that uses them: the mapping type names the product, the score says how well the two act.",
    scope: "Features of the processor platform, each with the operating system or security product that enables it.",
  },
  kev: {
    method:
      "An exploited vulnerability is read for the technique by which it is exploited, the impact that this gives at once, and what that makes possible.",
    scope: "Entries of the catalog that were studied by the day in the set's version; later entries are not in it.",
  },
  veris: {
    method:
      "A code of the incident vocabulary and a technique are related when they describe the same action or asset loss.",
    scope: "Actions and attributes of the vocabulary; codes without a counterpart in ATT&CK are declared non-mappable.",
  },
};

/** Method and scope in words; null for a framework that we know nothing of beyond its files. */
export function notesOn(framework: string): readonly AboutSection[] {
  const known = notes[framework];
  if (!known) return [];
  return [
    { id: "method", title: "Method", paragraphs: [known.method] },
    { id: "scope", title: "Scope", paragraphs: [known.scope] },
  ];
}

/** The scored platforms share one method. */
export const scored: AboutTopic = {
  slug: "scored",
  title: "How scored mappings are made",
  lead: "The security features of AWS, Azure, Google Cloud, Microsoft 365 and Intel vPro are scored by one rubric.",
  sections: [
    {
      id: "steps",
      title: "The work",
      paragraphs: [
        "Authors list a platform's native security features, find the techniques and sub-techniques that each could act on, decide between protect, detect and respond, and rate how well: how much of the technique is reached, how soon, how often wrongly. A feature may have several rows on a technique, one a function.",
        "A parent technique may have a row of its own beside those of its sub-techniques; its rating takes them together, and sub-techniques of platforms that the product does not serve do not count against it.",
      ],
      points: [{ term: "The rubric", text: "what the words mean", href: "/about/scoring/" }],
    },
  ],
};
