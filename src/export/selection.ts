import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { nearest } from "../knowledge/suggest.js";
import { TidemapError } from "../model/diagnostic.js";
import { parseAttackVersion } from "../model/version.js";
import type { AnyRoute } from "../site/route.js";

/** Which pages are wanted: releases of versioned ATT&CK pages, and kinds by the first part of their address; null = all. */
export interface SelectionWords {
  readonly releases: readonly string[] | null;
  readonly sections: readonly string[] | null;
}

/** Sections that every export has: they hold the site together. */
const always = ["", "about", "search", "sources"];

/** The sections that `--only` may name, sorted. */
function sectionsOf(routes: readonly AnyRoute[]): readonly string[] {
  const sections = new Set(routes.map(({ pattern }) => sectionOf(pattern)));
  return [...sections].filter((section) => !always.includes(section)).sort();
}

/**
 * The words of `--releases` (`16.1,newest`) and `--only` (`techniques,sets`) as a selection. A release without content
 * of its own stands for the one it equals. Throws a TidemapError for a word that names nothing.
 */
export function parseSelection(
  words: { readonly releases: string | undefined; readonly only: string | undefined },
  routes: readonly AnyRoute[],
  kb: KnowledgeBase,
): SelectionWords {
  const sections = sectionsOf(routes);
  for (const section of listed(words.only) ?? []) {
    if (sections.includes(section)) continue;
    const [near] = nearest(section, sections);
    throw new TidemapError("TM7003", `There is no kind of page ${JSON.stringify(section)}.`, {
      hint: near === undefined ? `Kinds are ${sections.join(", ")}.` : `Did you mean ${near}?`,
      exitCode: 2,
    });
  }
  return {
    sections: listed(words.only),
    releases: listed(words.releases)?.flatMap((word) => releasesNamed(word, kb)) ?? null,
  };
}

function listed(words: string | undefined): readonly string[] | null {
  return words?.split(",").flatMap((word) => word.trim() || []) ?? null;
}

function releasesNamed(word: string, kb: KnowledgeBase): readonly string[] {
  const release = parseAttackVersion(word);
  const found = kb.domains.flatMap((domain) => {
    if (word === "newest") return kb.newestRelease(domain);
    return (release === null ? null : kb.timeline(domain).resolve(release)) ?? [];
  });
  if (found.length > 0) return found;
  throw new TidemapError("TM5006", `${JSON.stringify(word)} is no ATT&CK release that is loaded.`, {
    hint: "Give a list such as 16.1,18.1,newest.",
    exitCode: release === null && word !== "newest" ? 2 : 1,
  });
}

/** Whether an address of ours, without query, is a page of the selection. */
export function isSelected({ releases, sections }: SelectionWords, path: string): boolean {
  const section = sectionOf(path);
  if (sections !== null && !always.includes(section) && !sections.includes(section)) return false;
  const release = releaseIn(path);
  return releases === null || release === null || releases.includes(release);
}

function sectionOf(path: string): string {
  return path.split("/")[1] ?? "";
}

/** `/techniques/T1059/v/14.1/` → `14.1`; null for a path without. */
function releaseIn(path: string): string | null {
  return /\/v\/([^/]+)\/$/.exec(path)?.[1] ?? null;
}
