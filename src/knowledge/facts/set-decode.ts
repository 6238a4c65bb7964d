import type { Domain } from "../../model/domain.js";
import { setIdOf } from "../../model/set-id.js";
import type { AttackVersion } from "../../model/version.js";
import { fromDifferences, fromRuns } from "./columns.js";
import type { EncodedSet } from "./set-encode.js";
import type { SetFacts } from "./set-facts.js";

/** Inverse of `encodeSet`. The files are ours: a text that is no set file throws. */
export function decodeSet(text: string, strings: readonly string[], references: readonly string[]): SetFacts {
  const encoded = JSON.parse(text) as EncodedSet;
  const [framework, frameworkVersion, attackVersion, domain] = encoded.set;
  const key = {
    framework,
    frameworkVersion,
    attackVersion: attackVersion as AttackVersion,
    domain: domain as Domain,
  };
  const word = (index: number) => strings[index] ?? null;
  const rows = encoded.rows.capability.length;
  return {
    id: setIdOf(key),
    key,
    serialisation: encoded.serialisation,
    metadata: encoded.metadata,
    types: new Map(encoded.types),
    groups: new Map(encoded.groups),
    rows,
    capabilities: encoded.capabilities.map(([id, name, group]) => ({
      id: word(id),
      name: word(name),
      group: word(group),
    })),
    capability: new Uint32Array(encoded.rows.capability),
    techniques: encoded.techniques.map(([id, name]) => ({ id: word(id), name: word(name) })),
    technique: fromDifferences(encoded.rows.technique),
    claims: encoded.claims.map(([mappingType, status, scoreCategory, scoreValue]) => ({
      mappingType,
      status,
      scoreCategory,
      scoreValue,
    })),
    claim: fromRuns(encoded.rows.claim, new Uint32Array(rows)),
    referenceLists: encoded.referenceLists.map((list) => list.map((index) => references[index] ?? "")),
    referenceList: fromRuns(encoded.rows.referenceList, new Uint32Array(rows)),
    commented: fromRuns(encoded.rows.commented, new Uint8Array(rows)),
    findings: encoded.findings.map(([code, hits, differences]) => ({
      code,
      hits,
      rows: [...fromDifferences(differences)],
    })),
  };
}
