import type { LifeState } from "../model/attack.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type Domain, isDomain } from "../model/domain.js";
import { isMappable, type MappingFile, type MappingMetadata, type MappingRow } from "../model/mapping-file.js";
import { type AttackVersion, parseAttackVersion } from "../model/version.js";

/** A technique as one release states it. */
export interface KnownTechnique {
  readonly name: string;
  readonly state: LifeState;
  /** The living technique that replaced a revoked one, as of that release; null where there is none. */
  readonly heir: string | null;
}

/** What rules ask of one ATT&CK release of one domain. */
export interface KnownRelease {
  /** null for an id that the release does not hold. */
  technique(id: string): KnownTechnique | null;
  /** Names of that id in other releases; none of them is the name in this one. */
  otherNames(id: string): readonly string[];
}

/** What rules ask of ATT&CK. Releases that are not loaded are null: the rules on techniques are silent then. */
export interface AttackFacts {
  at(domain: Domain, version: AttackVersion): KnownRelease | null;
}

/** What a caller gives the rules. */
export interface RuleInput {
  readonly file: MappingFile;
  /** As the caller names the file; folders and name are compared with the metadata. */
  readonly path: string;
  readonly attack: AttackFacts;
  /** Metadata of the other domains of the same framework version. */
  readonly siblings: readonly MappingMetadata[];
  /** What the parser found in the file's text. */
  readonly found?: readonly Diagnostic[];
}

/** A row as rules see it. */
export interface NumberedRow extends MappingRow {
  /** Place in the file, from 0. */
  readonly index: number;
  /** It claims something, rather than that nothing can be mapped. */
  readonly mappable: boolean;
}

/** What a rule gets: the input, and what several rules need made of it once. */
export interface RuleContext {
  readonly file: MappingFile;
  readonly path: string;
  readonly attack: AttackFacts;
  readonly siblings: readonly MappingMetadata[];
  readonly found: readonly Diagnostic[];
  readonly metadata: MappingMetadata;
  readonly rows: readonly NumberedRow[];
  /** Trimmed, "" where the file names none. */
  readonly framework: string;
  readonly domain: Domain | null;
  readonly version: AttackVersion | null;
  readonly release: KnownRelease | null;
}

export function contextOf(input: RuleInput): RuleContext {
  const { file, path, attack, siblings, found = [] } = input;
  const { metadata, rows } = file;
  const named = (metadata.technologyDomain ?? "").trim();
  const domain = isDomain(named) ? named : null;
  const version = parseAttackVersion(metadata.attackVersion ?? "");
  return {
    file,
    path,
    attack,
    siblings,
    found,
    metadata,
    rows: rows.map((row, index) => ({ ...row, index, mappable: isMappable(row) })),
    framework: (metadata.mappingFramework ?? "").trim(),
    domain,
    version,
    release: domain && version ? attack.at(domain, version) : null,
  };
}

/** Null, absent, "" and white space alone. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === "";
}
