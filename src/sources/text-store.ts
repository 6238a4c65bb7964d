import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setFile } from "../knowledge/facts/manifest.js";
import type { Domain } from "../model/domain.js";
import type { Citation, ObjectText, Texts } from "../model/texts.js";
import { type AttackVersion, compareVersions, parseAttackVersion } from "../model/version.js";
import { openShelf, type Shelf } from "./shelf.js";

/** The folder of all texts in a store. */
export function textsFolder(home: string): string {
  return join(home, "texts");
}

/** Shelf of a release's descriptions, below the store's `texts/`. */
export function releaseShelf(domain: Domain, release: AttackVersion): string {
  return `attack/${domain}-${release}`;
}

/** Shelf of a framework's descriptions; without a version those that serve any. */
export function capabilityShelf(framework: string, version: string | null): string {
  return version === null ? `capabilities/${framework}` : `capabilities/${framework}-${version}`;
}

/** Shelf of a set's comments and sentences. */
export function setShelf(setId: string): string {
  return setFile(setId).replace(/\.json$/, "");
}

/** Releases of a domain whose descriptions are loaded, oldest first. */
function loadedReleases(home: string, domain: Domain): readonly AttackVersion[] {
  const folder = join(textsFolder(home), "attack");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith(`${domain}-`) && name.endsWith(".index.json"));
  const releases = names.flatMap(
    (name) => parseAttackVersion(name.slice(domain.length + 1, -".index.json".length)) ?? [],
  );
  return releases.sort(compareVersions);
}

/** The texts of a store, read record by record when asked for; shelves are opened once. */
export function openTexts(home: string): Texts {
  const shelves = new Map<string, Shelf | null>();
  const shelf = (name: string): Shelf | null => {
    const known = shelves.get(name);
    if (known !== undefined) return known;
    const opened = openShelf(join(textsFolder(home), name));
    shelves.set(name, opened);
    return opened;
  };
  const releases = new Map<Domain, readonly AttackVersion[]>();
  const releasesUpTo = (domain: Domain, release: AttackVersion) => {
    const loaded = releases.get(domain) ?? loadedReleases(home, domain);
    releases.set(domain, loaded);
    return loaded.filter((version) => compareVersions(version, release) <= 0);
  };
  return {
    object({ domain, kind, id }, release): ObjectText | null {
      for (const version of releasesUpTo(domain, release).toReversed()) {
        const record = shelf(releaseShelf(domain, version))?.get(`${kind}/${id}`) as StoredText | undefined;
        if (record !== undefined) return { ...record, release: version };
      }
      return null;
    },
    comment: (setId, row) => asText(shelf(setShelf(setId))?.get(`row/${row}`)),
    capability(setId, key) {
      const [framework = "", version = ""] = setId.split("/");
      return (
        asText(shelf(capabilityShelf(framework, version))?.get(key)) ??
        asText(shelf(setShelf(setId))?.get(`capability/${key}`)) ??
        asText(shelf(capabilityShelf(framework, null))?.get(key))
      );
    },
    coversObjects: (domain, release) => releasesUpTo(domain, release).length > 0,
    coversSet: (setId) => shelf(setShelf(setId)) !== null,
  };
}

interface StoredText {
  readonly text: string;
  readonly citations: readonly Citation[];
}

function asText(record: unknown): string | null {
  return typeof record === "string" ? record : null;
}
