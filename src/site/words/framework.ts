import { counted } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import { domainNames } from "../../model/domain.js";
import { mappedCapabilities } from "../view-hrefs.js";
import type { FrameworkView } from "../views/framework.js";
import { plainSentence, type Sentence } from "./sentence.js";

/** The answer in one sentence, for the page and the terminal. */
export function frameworkSentence(view: FrameworkView): string {
  return plainSentence(frameworkAnswer(view));
}

/** The same with its figure, which opens the capabilities that it counts. */
export function frameworkAnswer({ framework, sets, versions, releases, mapped, newest }: FrameworkView): Sentence {
  const noun = framework.noun;
  const nouns = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  const domains = newest.map(({ domain }) => domainNames[domain]).join(", ");
  const [only] = newest;
  // The lists of several domains name what these share more than once.
  const href = newest.length === 1 && only !== undefined && mapped > 0 ? mappedCapabilities(only) : null;
  return [
    `${counted(versions.length, "version")} on ${counted(releases.length, "ATT&CK release")} ${versions.length === 1 ? "makes" : "make"} ${counted(sets.length, "set")}; the newest (${domains}) ${newest.length === 1 ? "maps" : "map"} `,
    { figure: counted(mapped, noun, nouns), href },
    ".",
  ];
}

/** Whose entries a list of the framework's capabilities holds, and where their techniques are. For the page and the terminal. */
export function capabilitiesWords({ countedOn, newest }: FrameworkView, listed: number): string {
  const sets = newest.length > 1 ? "newest sets, those of each domain by themselves" : "newest set";
  const where = wordList(
    countedOn.map(({ domain, release }) => `${domainNames[domain]} ${release}`),
    "and",
  );
  const counts = countedOn.length === 0 ? "" : `; rows as published, techniques of ${where}`;
  return `${counted(listed, "entry", "entries")} of the ${sets}${counts}`;
}
