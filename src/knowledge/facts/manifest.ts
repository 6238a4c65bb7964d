import type { AttackKind } from "../../model/attack.js";
import type { Domain } from "../../model/domain.js";
import type { Origin } from "../../model/origin.js";
import type { AttackVersion } from "../../model/version.js";

/** Compiled facts as named texts: a folder at the rim, fetched files in a browser, a Map in a test. */
export interface FactFiles {
  /** Throws when there is no such file: the manifest names what there is. */
  text(name: string): string;
}

/** What a facts folder holds, without opening it: enough to compute "newest" and to name every origin. */
export interface Manifest {
  readonly format: 1;
  readonly attack: readonly {
    readonly domain: Domain;
    readonly releases: readonly ManifestRelease[];
  }[];
  readonly sets: readonly ManifestSet[];
}

export interface ManifestRelease {
  readonly version: AttackVersion;
  /** The earlier release whose content this one repeats; such a release has no origin of its own. */
  readonly sameAs: AttackVersion | null;
  readonly origin: Origin | null;
  /** Kinds of objects that the source holds. */
  readonly kinds: readonly AttackKind[];
}

export interface ManifestSet {
  /** `framework/frameworkVersion/attackVersion/domain`. */
  readonly id: string;
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly attackVersion: AttackVersion;
  readonly domain: Domain;
  /** MM/DD/YYYY as the file writes it. */
  readonly updated: string | null;
  readonly rows: number;
  readonly mappable: number;
  readonly nonMappable: number;
  readonly origin: Origin;
}

export const manifestFile = "manifest.json";
export const stringsFile = "sets/strings.json";
export const authoredFile = "sets/authored.json";
export const referencesFile = "sets/references.json";

/**
 * `sets/nist_800_53_rev5_16.1_enterprise.json`. Whatever else an own id holds is written as its code between tildes, and so
 * are dots that would hide a file or lead up, and underscores but in the framework: no two ids have one name.
 */
export function setFile(id: string): string {
  const [framework = "", ...others] = id.split("/");
  const coded = (sign: string) => `~${sign.codePointAt(0)?.toString(16)}~`;
  const parts = [
    framework.replace(/^\.|\.(?=\.)|[^\w.-]/gu, coded),
    ...others.map((part) => part.replace(/^\.|\.(?=\.)|[^\w.-]|_/gu, coded)),
  ];
  return `sets/${parts.join("_")}.json`;
}

export function timelineFile(domain: Domain): string {
  return `attack/${domain}.json`;
}

export function stixIdsFile(domain: Domain): string {
  return `attack/${domain}.ids.json`;
}

/** Every file of a facts folder, the manifest first. */
export function factFilesOf({ attack, sets }: Manifest): readonly string[] {
  return [
    manifestFile,
    ...attack.flatMap(({ domain }) => [timelineFile(domain), stixIdsFile(domain)]),
    ...[stringsFile, referencesFile, authoredFile],
    ...sets.map(({ id }) => setFile(id)),
  ];
}
