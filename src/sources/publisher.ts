import { type Domain, domains } from "../model/domain.js";
import { publishedSetHash, publishedSetIds, publishedSetPath } from "../model/published-sets.js";
import { type AttackVersion, compareVersions } from "../model/version.js";
import type { Expected } from "./download.js";
import { releaseOf } from "./load-texts.js";
import files from "./publisher-files.json" with { type: "json" };

/** A file at a publisher's repository, at a pinned commit. */
export interface PublishedFile {
  readonly kind: "mapping" | "descriptions" | "bundle";
  /** Path in the repository. */
  readonly path: string;
  readonly url: string;
  readonly expected: Expected;
  readonly domain: Domain | null;
  /** Id of the set whose mappings it holds. */
  readonly set: string | null;
}

/** Where raw files of repositories are served. */
export const publisherBase = "https://raw.githubusercontent.com";

const mappings = `center-for-threat-informed-defense/mappings-explorer/${files.mappingsCommit}`;
const attack = `mitre-attack/attack-stix-data/${files.attackCommit}`;

/** The publisher's list of releases, as it is today; newer releases than ours are found in it. */
export const releaseIndexPath = "mitre-attack/attack-stix-data/master/index.json";

/** What a pull without a folder loads: small files first, then the newest release of each domain, or those asked for. */
export function publishedFiles(
  base: string,
  releases: readonly AttackVersion[] | "all" | undefined,
): readonly PublishedFile[] {
  return [...publishedMappings(base), ...publishedBundles(base, releases)];
}

/** The 33 mapping files and the descriptions files, small ones first. */
function publishedMappings(base: string): readonly PublishedFile[] {
  const sets = publishedSetIds.map((id): PublishedFile => {
    const path = publishedSetPath(id);
    const sha256 = publishedSetHash(id) ?? "";
    const bytes = (files.setBytes as Readonly<Record<string, number>>)[id];
    return {
      kind: "mapping",
      path,
      url: `${base}/${mappings}/${path}`,
      expected: bytes === undefined ? { sha256 } : { sha256, bytes },
      domain: null,
      set: id,
    };
  });
  const described = files.descriptions.map(
    ({ path, sha256, bytes }): PublishedFile => ({
      kind: "descriptions",
      path,
      url: `${base}/${mappings}/${path.split("/").map(encodeURIComponent).join("/")}`,
      expected: { sha256, bytes },
      domain: null,
      set: null,
    }),
  );
  return [...sets, ...described].sort((a, b) => (a.expected.bytes ?? 0) - (b.expected.bytes ?? 0));
}

/** Bundles of the pinned commit: the newest release of each domain, the releases asked for, or all. */
function publishedBundles(
  base: string,
  releases: readonly AttackVersion[] | "all" | undefined,
): readonly PublishedFile[] {
  return domains.flatMap((domain) => {
    const own = files.bundles
      .filter(({ path }) => path.startsWith(`${domain}-attack/`))
      .sort((a, b) => compareVersions(releaseOf(b.path) ?? "", releaseOf(a.path) ?? ""));
    const wanted =
      releases === undefined
        ? own.slice(0, 1)
        : own.filter(({ path }) => releases === "all" || releases.some((release) => release === releaseOf(path)));
    return wanted.map(({ path, blob, ...more }): PublishedFile => {
      const sha256 = "sha256" in more ? (more.sha256 as string) : undefined;
      return {
        kind: "bundle",
        path,
        url: `${base}/${attack}/${path}`,
        expected: sha256 === undefined ? { blob } : { blob, sha256 },
        domain,
        set: null,
      };
    });
  });
}

/** The newest release of each domain at the pinned commit. */
export function newestPinned(domain: Domain): AttackVersion {
  const releases = files.bundles.flatMap(({ path }) =>
    path.startsWith(`${domain}-attack/`) ? (releaseOf(path) ?? []) : [],
  );
  return releases.sort(compareVersions).at(-1) as AttackVersion;
}
