import type { AttackKind, RelationType } from "../model/attack.js";
import { isCarried, type RawObject } from "./bundle-objects.js";
import type { Findings } from "./findings.js";
import type { RelationFacts } from "./release-facts.js";
import { isRecord, listOf, type StixObject, stateOf, stixRelations, textOf } from "./stix.js";

/**
 * The live relations of a bundle: neither revoked nor deprecated, both ends active (`revoked-by` apart), each once;
 * with those that stand as references inside objects. Publishers kept hundreds that touch dead objects until 12.1.
 */
export function decodeRelations(
  objects: readonly unknown[],
  held: ReadonlyMap<string, RawObject>,
  findings: Findings,
): readonly RelationFacts[] {
  const collector = new Collector(held, presentIds(objects), findings);
  objects.forEach((raw, index) => {
    if (isRecord(raw) && raw.type === "relationship") collector.relationship(raw, `/objects/${index}`);
  });
  for (const object of held.values()) {
    const inner = innerReferences[object.facts.kind];
    if (inner !== undefined)
      for (const target of inner.targets(object.raw))
        collector.add({ type: inner.type, source: object.facts.stixId, target }, "");
  }
  return collector.done();
}

/** STIX ids of everything in the bundle, of kinds that we do not hold too: those are not missing. */
function presentIds(objects: readonly unknown[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const object of objects) {
    const id = isRecord(object) && object.type !== "relationship" ? textOf(object, "id") : null;
    if (id !== null) ids.add(id);
  }
  return ids;
}

interface InnerReference {
  readonly type: RelationType;
  targets(raw: StixObject): readonly string[];
}

const innerReferences: Partial<Record<AttackKind, InnerReference>> = {
  "detection-strategy": {
    type: "has-analytic",
    targets: (raw) => listOf(raw, "x_mitre_analytic_refs").filter((ref) => typeof ref === "string"),
  },
  analytic: {
    type: "reads-component",
    // One analytic names a component once per log source.
    targets: (raw) => [
      ...new Set(
        listOf(raw, "x_mitre_log_source_references").flatMap((source) =>
          isRecord(source) ? [textOf(source, "x_mitre_data_component_ref") ?? ""] : [],
        ),
      ),
    ],
  },
  // 18.0 left the field in place and emptied it.
  "data-component": { type: "component-of", targets: (raw) => [textOf(raw, "x_mitre_data_source_ref") ?? ""] },
};

class Collector {
  readonly #held: ReadonlyMap<string, RawObject>;
  readonly #present: ReadonlySet<string>;
  readonly #findings: Findings;
  readonly #relations = new Map<string, RelationFacts>();
  readonly #unknown = new Map<string, number>();
  #dead = 0;
  #carried = 0;

  constructor(held: ReadonlyMap<string, RawObject>, present: ReadonlySet<string>, findings: Findings) {
    this.#held = held;
    this.#present = present;
    this.#findings = findings;
  }

  relationship(raw: StixObject, pointer: string): void {
    if (stateOf(raw) !== "active") return;
    const type = textOf(raw, "relationship_type") ?? "";
    if (isCarried(raw)) this.#carried++;
    else if (!stixRelations.has(type)) this.#unknown.set(type, (this.#unknown.get(type) ?? 0) + 1);
    else
      this.add(
        {
          type: type as RelationType,
          source: textOf(raw, "source_ref") ?? "",
          target: textOf(raw, "target_ref") ?? "",
        },
        pointer,
      );
  }

  add(relation: RelationFacts, pointer: string): void {
    const { type } = relation;
    const source = this.#held.get(relation.source);
    const target = this.#held.get(relation.target);
    if (source === undefined || target === undefined) {
      this.#missing(relation, pointer);
    } else if (type !== "revoked-by" && (source.facts.state !== "active" || target.facts.state !== "active")) {
      this.#dead++;
    } else {
      const key = `${type} ${relation.source} ${relation.target}`;
      if (this.#relations.has(key))
        this.#findings.add("TM2009", {
          pointer,
          message: `${named(source)} ${type} ${named(target)} is stated twice.`,
        });
      // Of a pair's two statements either will do: type and ends are all we keep.
      else this.#relations.set(key, { type, source: source.facts.stixId, target: target.facts.stixId });
    }
  }

  done(): readonly RelationFacts[] {
    for (const [type, count] of this.#unknown)
      this.#findings.add("TM2014", { message: `${count} relationships of type ${JSON.stringify(type)} are left out.` });
    if (this.#dead > 0)
      this.#findings.add("TM2010", {
        message: `${this.#dead} relations touch a revoked or deprecated object and are left out.`,
      });
    if (this.#carried > 0)
      this.#findings.add("TM2017", { message: `${this.#carried} relations are copied from another release.` });
    return [...this.#relations.values()];
  }

  #missing({ type, source, target }: RelationFacts, pointer: string): void {
    const absent = this.#present.has(source) ? target : source;
    // An empty reference says nothing; an object of a kind that we do not hold, or that was left out, was told already.
    if (absent === "" || this.#present.has(absent)) return;
    this.#findings.add("TM2008", {
      pointer,
      message: `${source} ${type} ${target}: the bundle does not hold ${absent}; the relation is left out.`,
    });
  }
}

function named({ facts }: RawObject): string {
  return facts.id ?? facts.name;
}
