import type { AboutTopic } from "./topic.js";

/** How Tidemap counts, in plain words. */
export const honestNumbers: AboutTopic = {
  slug: "honest-numbers",
  title: "How numbers are made here",
  lead: "A wrong number on a security page does harm: these are the rules that every figure keeps.",
  sections: [
    {
      id: "counting",
      title: "Counting",
      paragraphs: [],
      points: [
        {
          term: "n of m",
          text: "Every figure says of how many, of which release and domain, from which sets. Percentages stand only where there are ten or more.",
        },
        {
          term: "Exact ids",
          text: "A technique counts when a row names exactly it. A parent's row never colours its sub-techniques, nor the reverse; “parent only” is a figure of its own.",
        },
        {
          term: "Once",
          text: "A technique that serves three tactics is one technique. Exact repeats of a row are shown as the file has them, and counted once as a pair.",
        },
        {
          term: "Functions apart",
          text: "Protect, detect and respond are never added. Rows that are not scored stand in a column of their own.",
        },
        { term: "Order, not arithmetic", text: "Ratings have a best and an at-least, no average and no weight." },
        { term: "Threat apart", text: "VERIS and KEV describe techniques. No total of defence holds a row of theirs." },
      ],
    },
    {
      id: "time",
      title: "As of when",
      paragraphs: [
        "A set is written for one ATT&CK release. As authored, its rows are shown on that release, as published. Current, each framework's newest set is carried along every technique's lineage to the newest release, and each carried row says from where, and what changed on the way.",
        "A row whose technique has no single living heir needs a person's decision: it is shown, and not counted.",
        "A row whose technique may have changed its meaning is counted; a technique that counts by such rows only is named below a framework's reach and the matrix: in doubt.",
        "ATT&CK 19.0 is derived here from other public data and lacks some kinds of objects. A page says that a release lacks a kind; it never says “none” in its place.",
      ],
    },
    {
      id: "words",
      title: "Words",
      paragraphs: [
        "A row says that a capability can help against a technique. It does not say that anything is deployed, that it works where you are, or that anything is covered. A threat group's techniques are what has been reported of it, not how often or what comes next.",
      ],
    },
    {
      id: "rows",
      title: "The rows behind a figure",
      paragraphs: [
        "Figures lead to the rows they count, and the same rows come from the command line, the API and the library. Everything is compiled from the publishers' files; their hashes stand on the page of sources.",
      ],
      points: [{ term: "Sources", text: "every file, its origin, licence and hash", href: "/sources/" }],
    },
  ],
};
