import type { MappingFile, MappingMetadata, MappingRow, Serialisation } from "../src/model/mapping-file.js";
import { type AttackVersion, parseAttackVersion } from "../src/model/version.js";
import type { AttackFacts, KnownTechnique, RuleInput } from "../src/rules/context.js";

/** What a test changes of a file in which no rule finds anything. */
export interface Changes {
  readonly metadata?: Partial<MappingMetadata>;
  /** One row per entry, each what it changes of the good row. */
  readonly rows?: readonly Partial<MappingRow>[];
  readonly file?: Partial<MappingFile>;
  readonly serialisation?: Serialisation;
  readonly path?: string;
  readonly siblings?: readonly Partial<MappingMetadata>[];
  readonly found?: RuleInput["found"];
}

const metadata: MappingMetadata = {
  mappingVersion: "1",
  technologyDomain: "enterprise",
  attackVersion: "16.1",
  mappingFramework: "own",
  mappingFrameworkVersion: "1.0",
  author: "A. Nobody",
  contact: null,
  organization: "",
  creationDate: "01/02/2025",
  lastUpdate: "01/03/2025",
  mappingTypes: new Map([["counters", { name: "Counters", description: "Acts against." }]]),
  capabilityGroups: new Map([["G", "Group"]]),
  extra: new Map(),
};

const row: MappingRow = {
  capabilityId: "own-a",
  capabilityDescription: "Own capability A",
  capabilityGroup: "G",
  mappingType: "counters",
  attackObjectId: "T1001",
  attackObjectName: "First",
  status: "complete",
  scoreCategory: undefined,
  scoreValue: undefined,
  relatedScore: undefined,
  references: [],
  comments: undefined,
  attackVersion: undefined,
  technologyDomain: undefined,
  mappingFramework: undefined,
  mappingFrameworkVersion: undefined,
  extra: new Map(),
};

/** A row that says "nothing to map" without any finding. */
export const unmapped: Partial<MappingRow> = {
  capabilityId: "own-b",
  capabilityDescription: "Own capability B",
  attackObjectId: null,
  attackObjectName: null,
  status: "non_mappable",
  comments: "Nothing fits.",
};

const techniques: Readonly<Record<string, KnownTechnique>> = {
  T1001: { name: "First", state: "active", heir: null },
  "T1001.001": { name: "First Sub", state: "active", heir: null },
  T1002: { name: "Second", state: "revoked", heir: "T1001" },
  T1003: { name: "Third", state: "deprecated", heir: null },
  T1004: { name: "Fourth", state: "revoked", heir: null },
};

/** ATT&CK 16.1 of our own: five enterprise techniques, T1999 in mobile. */
const attack: AttackFacts = {
  at: (domain, version) => {
    if (version !== version161 || domain === "ics") return null;
    const held =
      domain === "enterprise" ? techniques : { T1999: { name: "Mobile", state: "active", heir: null } as const };
    return {
      technique: (id) => (Object.hasOwn(held, id) ? (held[id as keyof typeof held] ?? null) : null),
      otherNames: (id) => (id === "T1001" ? ["Once First"] : []),
    };
  },
};

const version161 = parseAttackVersion("16.1") as AttackVersion;

/** The good file with what a test changes of it. */
export function ruleInput(changes: Changes): RuleInput {
  const rows = (changes.rows ?? [{}]).map((change) => ({ ...row, ...change }));
  return {
    file: {
      serialisation: changes.serialisation ?? "J3",
      metadata: { ...metadata, ...changes.metadata },
      rows,
      extra: new Map(),
      ...changes.file,
    },
    path: changes.path ?? "own.json",
    attack,
    siblings: (changes.siblings ?? []).map((sibling) => ({ ...metadata, ...sibling })),
    found: changes.found ?? [],
  };
}
