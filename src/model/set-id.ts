import { type Domain, isDomain } from "./domain.js";
import type { MappingFile, MappingMetadata } from "./mapping-file.js";
import { type AttackVersion, parseAttackVersion } from "./version.js";

/** The four parts of a set id; `/` in a dated framework version is written `.`: `m365/07.18.2025/16.1/enterprise`. */
export interface SetKey {
  readonly framework: string;
  readonly frameworkVersion: string;
  readonly attackVersion: AttackVersion;
  readonly domain: Domain;
}

export function setIdOf(key: SetKey): string {
  return `${key.framework}/${key.frameworkVersion.replaceAll("/", ".")}/${key.attackVersion}/${key.domain}`;
}

/** Which set a file is, by its metadata; null when framework, version, release or domain is missing or unfit. */
export function setKeyOf({ metadata }: MappingFile): SetKey | null {
  const edition = editionOf(metadata);
  const attackVersion = parseAttackVersion(metadata.attackVersion ?? "");
  if (edition === null || attackVersion === null) return null;
  const { framework, frameworkVersion, domain } = edition;
  // In the order of an id's parts, which facts are written in.
  return { framework, frameworkVersion, attackVersion, domain };
}

/** A set key without the release; null when one of its parts is missing or unfit. */
export function editionOf(metadata: MappingMetadata): Omit<SetKey, "attackVersion"> | null {
  const framework = filled(metadata.mappingFramework);
  const frameworkVersion = filled(metadata.mappingFrameworkVersion)?.replaceAll("/", ".") ?? null;
  const domain = filled(metadata.technologyDomain);
  if (framework === null || frameworkVersion === null || domain === null) return null;
  if (!isIdPart(framework) || !isIdPart(frameworkVersion) || !isDomain(domain)) return null;
  return { framework, frameworkVersion, domain };
}

/** Longer names are no names, and some file systems take no more of them. */
const longestPart = 60;

/** Whether a text may be part of an id, and so of an address and a file's name: one line, no slash, no way up. */
export function isIdPart(text: string): boolean {
  return text.length <= longestPart && !/[\p{C}\p{Zl}\p{Zp}/\\]/u.test(text) && !/^\.*$/.test(text);
}

function filled(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === "" ? null : text;
}
