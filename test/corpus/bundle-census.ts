import { bundleObjects } from "../../src/attack/bundle.js";
import { Findings } from "../../src/attack/findings.js";
import { attackIdOf, isRecord, type StixObject, stateOf, textOf, textsOf } from "../../src/attack/stix.js";

/** Raw counts of a bundle, before any rule: what an independent recount of the same file must give. */
export interface BundleCensus {
  readonly objects: number;
  readonly types: Readonly<Record<string, number>>;
  /** Objects neither revoked nor deprecated, per type, relationships left out; 0 where all of a type are dead. */
  readonly active: Readonly<Record<string, number>>;
  readonly relationships: Readonly<Record<string, number>>;
  readonly techniques: {
    readonly active: number;
    readonly parents: number;
    readonly subs: number;
    readonly revoked: number;
    readonly deprecated: number;
    /** Ids of revoked techniques that no `revoked-by` starts from. */
    readonly revokedNoRelation: readonly string[];
  };
  readonly matrices: readonly string[];
  /** In every state. */
  readonly tactics: number;
  /** Active techniques per platform, "None" included. */
  readonly platforms: Readonly<Record<string, number>>;
  /** Relationships with an end that the bundle does not hold. */
  readonly missingRefs: number;
}

/** Counts a bundle; null where it is none. */
export function bundleCensus(bundle: unknown): BundleCensus | null {
  const objects = bundleObjects(bundle, new Findings(""))?.filter(isRecord);
  if (objects === undefined) return null;
  const relationships = objects.filter(({ type }) => type === "relationship");
  const others = objects.filter(({ type }) => type !== "relationship");
  const active = count(others, (object) => [typeOf(object)], 0);
  for (const object of others)
    if (stateOf(object) === "active") active[typeOf(object)] = (active[typeOf(object)] ?? 0) + 1;
  const ids = new Set(others.map(({ id }) => id));
  const techniques = others.filter(({ type }) => type === "attack-pattern");
  const living = techniques.filter((technique) => stateOf(technique) === "active");
  return {
    objects: objects.length,
    types: count(objects, (object) => [typeOf(object)]),
    active,
    relationships: count(relationships, (object) => [textOf(object, "relationship_type") ?? ""]),
    techniques: censusOfTechniques(techniques, relationships),
    matrices: others.filter(({ type }) => type === "x-mitre-matrix").map((matrix) => textOf(matrix, "name") ?? ""),
    tactics: others.filter(({ type }) => type === "x-mitre-tactic").length,
    platforms: count(living, (technique) => textsOf(technique, "x_mitre_platforms")),
    missingRefs: relationships.filter(({ source_ref, target_ref }) => !ids.has(source_ref) || !ids.has(target_ref))
      .length,
  };
}

function censusOfTechniques(
  techniques: readonly StixObject[],
  relationships: readonly StixObject[],
): BundleCensus["techniques"] {
  const heirs = new Set(
    relationships.filter((raw) => raw.relationship_type === "revoked-by").map(({ source_ref }) => source_ref),
  );
  const inState = (state: string) => techniques.filter((technique) => stateOf(technique) === state);
  const active = inState("active");
  const subs = active.filter((technique) => attackIdOf(technique)?.includes(".")).length;
  return {
    active: active.length,
    parents: active.length - subs,
    subs,
    revoked: inState("revoked").length,
    deprecated: inState("deprecated").length,
    revokedNoRelation: inState("revoked")
      .filter(({ id }) => !heirs.has(id))
      .map((technique) => attackIdOf(technique) ?? "")
      .sort(),
  };
}

function count(
  objects: readonly StixObject[],
  keys: (object: StixObject) => readonly string[],
  step = 1,
): Record<string, number> {
  const counts = new Map<string, number>();
  for (const object of objects) for (const key of keys(object)) counts.set(key, (counts.get(key) ?? 0) + step);
  return Object.fromEntries(counts);
}

function typeOf(object: StixObject): string {
  return textOf(object, "type") ?? "";
}
