import type { SetFacts, SetFinding } from "../knowledge/facts/set-facts.js";
import { byCodeUnit } from "../knowledge/facts/string-table.js";
import { frameworkOf } from "../model/framework.js";
import { isMappable, type MappingFile, type MappingRow } from "../model/mapping-file.js";
import { type SetKey, setIdOf } from "../model/set-id.js";

/**
 * A mapping file as facts: ids, names, types, scores and references as written, no sentence. Comments leave a flag
 * behind; where a framework's names are sentences they are left out, since the id carries the name.
 */
export function toSetFacts(file: MappingFile, key: SetKey, findings: readonly SetFinding[]): SetFacts {
  const named = !frameworkOf(key.framework).namesAreSentences;
  const capability = new Column<SetFacts["capabilities"][number]>();
  const technique = new Column<SetFacts["techniques"][number]>();
  const claim = new Column<SetFacts["claims"][number]>();
  const referenceList = new Column<readonly string[]>();
  referenceList.add([]);
  const rows = file.rows.map((row) => ({
    capability: capability.add({
      id: filled(row.capabilityId),
      name: named ? filled(row.capabilityDescription) : null,
      group: filled(row.capabilityGroup),
    }),
    technique: technique.add({ id: filled(row.attackObjectId), name: filled(row.attackObjectName) }),
    claim: claim.add(claimOf(row)),
    referenceList: referenceList.add(row.references ?? []),
    commented: filled(row.comments) === null ? 0 : 1,
  }));
  // Sorted dictionaries make differences between neighbouring rows small: files run through ids in order.
  const capabilities = capability.sorted();
  const techniques = technique.sorted();
  const { metadata } = file;
  return {
    id: setIdOf(key),
    key,
    serialisation: file.serialisation,
    metadata: {
      mappingVersion: filled(metadata.mappingVersion),
      author: filled(metadata.author),
      contact: filled(metadata.contact),
      organization: filled(metadata.organization),
      created: filled(metadata.creationDate),
      updated: filled(metadata.lastUpdate),
    },
    types: new Map([...metadata.mappingTypes].map(([id, type]) => [id, type.name ?? id])),
    groups: metadata.capabilityGroups,
    rows: rows.length,
    capabilities: capabilities.values,
    capability: Uint32Array.from(rows, (row) => capabilities.rank[row.capability] ?? 0),
    techniques: techniques.values,
    technique: Uint32Array.from(rows, (row) => techniques.rank[row.technique] ?? 0),
    claims: claim.values,
    claim: Uint32Array.from(rows, (row) => row.claim),
    referenceLists: referenceList.values,
    referenceList: Uint32Array.from(rows, (row) => row.referenceList),
    commented: Uint8Array.from(rows, (row) => row.commented),
    findings,
  };
}

function claimOf(row: MappingRow): SetFacts["claims"][number] {
  return {
    mappingType: filled(row.mappingType),
    // Artefacts (J4) carry no status. Trimmed, as `isMappable` reads it.
    status: filled(row.status)?.trim() ?? (isMappable(row) ? "complete" : "non_mappable"),
    scoreCategory: filled(row.scoreCategory),
    scoreValue: filled(row.scoreValue),
  };
}

/** Null, absent, "" and blanks are one empty value in the facts; ids keep their outer blanks, as written. */
function filled(text: string | null | undefined): string | null {
  return text === null || text === undefined || text.trim() === "" ? null : text;
}

/** Distinct values of a column, numbered in the order of their first row. */
class Column<Value> {
  readonly #index = new Map<string, number>();
  readonly values: Value[] = [];

  add(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#index.set(key, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }

  /** Values by their JSON, and the new place of each old one. */
  sorted(): { readonly values: readonly Value[]; readonly rank: Uint32Array } {
    const order = [...this.#index].sort(([a], [b]) => byCodeUnit(a, b)).map(([, index]) => index);
    const rank = new Uint32Array(order.length);
    order.forEach((old, now) => {
      rank[old] = now;
    });
    return { values: order.map((old) => this.values[old] as Value), rank };
  }
}
