import { type Domain, isDomain } from "./domain.js";
import type { MappingFile } from "./mapping-file.js";
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
export function setKeyOf(file: MappingFile): SetKey | null {
  const { mappingFramework, mappingFrameworkVersion, attackVersion, technologyDomain } = file.metadata;
  const framework = filled(mappingFramework);
  const frameworkVersion = filled(mappingFrameworkVersion);
  const release = parseAttackVersion(attackVersion ?? "");
  const domain = filled(technologyDomain);
  if (framework === null || frameworkVersion === null || release === null) return null;
  if (!isIdPart(framework) || !isIdPart(frameworkVersion.replaceAll("/", "."))) return null;
  if (domain === null || !isDomain(domain)) return null;
  return { framework, frameworkVersion: frameworkVersion.replaceAll("/", "."), attackVersion: release, domain };
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
