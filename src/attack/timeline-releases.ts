import type { OriginKind } from "../model/origin.js";
import type { ObjectFacts, RelationFacts, ReleaseFacts } from "./release-facts.js";
import { stateAt, type TimelineData, valueAt } from "./timeline-data.js";

/**
 * The releases that a timeline was built from, each as its facts again. Needs the STIX ids, by which objects are told
 * apart: throws where they are not loaded.
 */
export function* releasesOf(
  data: TimelineData,
): Generator<{ readonly facts: ReleaseFacts; readonly origin: OriginKind }> {
  const stixIds = data.tables.flatMap((table) => table.stixIds);
  if (stixIds.includes("")) throw new Error(`the STIX ids of the ${data.domain} timeline are not loaded`);
  for (const [release, { version, origin, silent }] of data.releases.entries()) {
    const objects = objectsAt(data, stixIds, release).map((object) => ({
      ...object,
      objectVersion: silent.includes("objectVersion") ? null : object.objectVersion,
      text: silent.includes("text") ? null : object.text,
    }));
    const facts = { domain: data.domain, version, objects, relations: relationsAt(data, stixIds, release) };
    yield { facts, origin };
  }
}

function objectsAt(data: TimelineData, stixIds: readonly string[], release: number): ObjectFacts[] {
  const objects: ObjectFacts[] = [];
  for (const table of data.tables) {
    const { kind, columns } = table;
    for (let row = 0; row < table.size; row++) {
      const state = stateAt(table, row, release);
      if (state === null) continue;
      objects.push({
        stixId: table.stixIds[row] ?? "",
        kind,
        id: valueAt(columns.id, row, release),
        name: valueAt(columns.name, row, release),
        state,
        platforms: valueAt(columns.platforms, row, release),
        aliases: valueAt(columns.aliases, row, release),
        phases: valueAt(columns.phases, row, release),
        shortname: valueAt(columns.shortname, row, release),
        objectVersion: valueAt(columns.objectVersion, row, release),
        tactics: valueAt(columns.tactics, row, release).map((object) => stixIds[object] ?? ""),
        text: valueAt(columns.text, row, release),
        minted: table.minted.has(row),
      });
    }
  }
  return objects;
}

function relationsAt(data: TimelineData, stixIds: readonly string[], release: number): RelationFacts[] {
  const relations: RelationFacts[] = [];
  for (const { type, pattern, sources, targets } of data.relations) {
    if (data.patterns[pattern]?.[release] !== 1) continue;
    sources.forEach((source, i) => {
      relations.push({ type, source: stixIds[source] ?? "", target: stixIds[targets[i] ?? 0] ?? "" });
    });
  }
  return relations;
}
