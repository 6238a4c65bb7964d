import { toDifferences, toRuns } from "./columns.js";
import type { SetFacts } from "./set-facts.js";
import type { StringTable } from "./string-table.js";

/** The JSON of one set file. Texts stand in the shared table `sets/strings.json`, addresses in `sets/references.json`. */
export interface EncodedSet {
  readonly format: 1;
  readonly set: readonly [framework: string, frameworkVersion: string, attackVersion: string, domain: string];
  readonly serialisation: string;
  readonly metadata: SetFacts["metadata"];
  readonly types: readonly (readonly [id: string, name: string])[];
  readonly groups: readonly (readonly [id: string, name: string])[];
  readonly capabilities: readonly (readonly [id: number, name: number, group: number])[];
  readonly techniques: readonly (readonly [id: number, name: number])[];
  readonly claims: readonly (readonly [
    type: string | null,
    status: string,
    category: string | null,
    value: string | null,
  ])[];
  readonly referenceLists: readonly (readonly number[])[];
  readonly rows: {
    readonly capability: readonly number[];
    /** Differences. */
    readonly technique: readonly number[];
    /** Runs. */
    readonly claim: readonly number[];
    readonly referenceList: readonly number[];
    readonly commented: readonly number[];
  };
  /** Code, number of findings, differences of the rows they speak of. */
  readonly findings: readonly (readonly [code: string, hits: number, rows: readonly number[]])[];
}

/** Strings that a set puts into the shared table. */
export function* stringsOf(set: SetFacts): Generator<string> {
  for (const { id, name, group } of set.capabilities)
    for (const text of [id, name, group]) if (text !== null) yield text;
  for (const { id, name } of set.techniques) for (const text of [id, name]) if (text !== null) yield text;
}

/** Deterministic JSON text of a set, a line a field, so that a change of facts reads well in a diff. */
export function encodeSet(set: SetFacts, strings: StringTable, references: StringTable): string {
  const { key } = set;
  const encoded: EncodedSet = {
    format: 1,
    set: [key.framework, key.frameworkVersion, key.attackVersion, key.domain],
    serialisation: set.serialisation,
    metadata: set.metadata,
    types: [...set.types],
    groups: [...set.groups],
    capabilities: set.capabilities.map(({ id, name, group }) => [
      strings.indexOf(id),
      strings.indexOf(name),
      strings.indexOf(group),
    ]),
    techniques: set.techniques.map(({ id, name }) => [strings.indexOf(id), strings.indexOf(name)]),
    claims: set.claims.map((claim) => [claim.mappingType, claim.status, claim.scoreCategory, claim.scoreValue]),
    referenceLists: set.referenceLists.map((list) => list.map((address) => references.indexOf(address))),
    rows: {
      capability: [...set.capability],
      technique: toDifferences(set.technique),
      claim: toRuns(set.claim),
      referenceList: toRuns(set.referenceList),
      commented: toRuns(set.commented),
    },
    findings: set.findings.map(({ code, rows, hits }) => [code, hits, toDifferences(rows)]),
  };
  const fields = Object.entries(encoded).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{\n${fields.join(",\n")}\n}\n`;
}
