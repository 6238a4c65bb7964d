import { counted } from "../../base/counted.js";
import { domainNames } from "../../model/domain.js";
import type { SourcesView } from "../views/sources.js";
import { notLoadedWords } from "./not-loaded.js";

/** The answer in one sentence, for the page and the terminal. */
export function sourcesSentence({ attack, sets: loaded }: SourcesView): string {
  const newest = attack.map(({ domain, newest: release, newestPublished }) =>
    release === newestPublished
      ? `${domainNames[domain]} ${release}`
      : `${domainNames[domain]} ${release} (derived; published up to ${newestPublished ?? "none"})`,
  );
  const whole = `${counted(loaded.length, "mapping set")} and ATT&CK up to ${newest.join(", ")} are loaded.`;
  return [whole, notLoadedWords(loaded)].filter((part) => part !== null).join(" ");
}
