import type { Domain } from "./domain.js";
import type { AttackVersion } from "./version.js";

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
