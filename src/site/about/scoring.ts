import type { AboutTopic } from "./topic.js";

/** The rubric: functions, ratings, and rows without either. */
export const scoring: AboutTopic = {
  slug: "scoring",
  title: "What a score means",
  lead: "A scored row says how a capability acts against a technique, and how well, in the judgement of whoever authored it.",
  sections: [
    {
      id: "function",
      title: "Function: protect, detect, respond",
      paragraphs: [
        "The three are different answers to different questions. They are never added to each other: a technique with one row of each is not three times as well answered.",
      ],
      points: [
        {
          term: "Protect",
          text: "lowers the chance that the technique succeeds, or what it can do, before it happens.",
        },
        { term: "Detect", text: "makes it visible that the technique is or was used." },
        { term: "Respond", text: "acts after it was seen: contains, removes, restores." },
      ],
    },
    {
      id: "rating",
      title: "Rating: minimal, partial, significant",
      paragraphs: [
        "Authors weigh how much of the technique a capability reaches (one procedure, some, most), how soon it acts (at once, at intervals, long after) and how often it is wrong. The result is one of three words.",
        "The words are an order, not numbers: significant is more than partial, partial more than minimal. Nothing here averages them, and ratings of two frameworks are not compared: they come from different authors.",
      ],
      points: [
        {
          term: "Minimal",
          text: "reaches little of the behaviour, whatever its other merits; as a response it only enriches or records.",
        },
        {
          term: "Partial",
          text: "reaches a medium to large share of it, but late (hours or days), or with unknown accuracy; as a response it contains.",
        },
        {
          term: "Significant",
          text: "reaches most of it, nearly at once; as a detection also with few false results, as a response it removes the threat.",
        },
      ],
    },
    {
      id: "not-scored",
      title: "Rows without a score",
      paragraphs: [
        "NIST SP 800-53, CRI Profile and CSA CCM say that a control mitigates or protects against a technique, not how well. Such rows are read as protect, not scored: they have a column of their own, and reach no least rating.",
        "A few rows of scored frameworks lack their category or value. They are shown with “value missing” and count for no function or rating that they do not state.",
      ],
    },
    {
      id: "best",
      title: "Several rows on one technique",
      paragraphs: [
        "A capability may have several rows on a technique, also with different ratings. All of them are shown; where one word has to stand for all, it is the best, and the page says so.",
      ],
    },
  ],
};
