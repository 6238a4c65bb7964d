import { counted } from "../../base/counted.js";
import { wordList } from "../../base/word-list.js";
import { domainNames } from "../../model/domain.js";
import type { SetRef } from "../views/set-ref.js";

/** What a set says of the release that it was authored on. */
export type Authored = Pick<SetRef, "id" | "attackVersion" | "domain" | "releaseLoaded">;

/**
 * What is left out because sets were authored on releases that are not loaded, and what to do about it; null where there is
 * no such set. For the page, the terminal and `tidemap compile`.
 */
export function notLoadedWords(sets: readonly Authored[]): string | null {
  const words = notLoaded(sets);
  return words === null ? null : `${words.head} ${words.body}`;
}

/** The same as what is missing and what comes of it. */
export function notLoaded(all: readonly Authored[]): { readonly head: string; readonly body: string } | null {
  const sets = all.filter(({ releaseLoaded }) => !releaseLoaded);
  if (sets.length === 0) return null;
  const releases = [...new Set(sets.map((set) => `ATT&CK ${set.attackVersion} ${domainNames[set.domain]}`))];
  const [is, it] = releases.length === 1 ? ["is", "it"] : ["are", "them"];
  const ids =
    sets.length > 3
      ? counted(sets.length, "set")
      : wordList(
          sets.map(({ id }) => id),
          "and",
        );
  const [was, its] = sets.length === 1 ? ["was", "its rows are"] : ["were", "their rows are"];
  return {
    head: `${wordList(releases, "and")} ${is} not loaded.`,
    body: `${ids} ${was} authored on ${it}: ${its} shown as authored, and left out of every answer about techniques, tactics, groups and the matrix. tidemap pull --facts fetches releases that are newer, tidemap compile --from FILE adds one from its STIX bundle.`,
  };
}
