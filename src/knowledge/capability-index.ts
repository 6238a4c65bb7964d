import { capabilityKey, capabilitySlug, foldCapabilityId, nameFromId, unpadded } from "../model/capability.js";
import { frameworkOf } from "../model/framework.js";
import { capabilityAt, isMappedAt } from "./facts/at-row.js";
import type { SetFacts } from "./facts/set-facts.js";

/** A capability in one set. */
export interface CapabilityInSet {
  readonly facts: SetFacts;
  /** Its spelling in this set: mapped rows first, then the more frequent, then code-point order. */
  readonly id: string;
  /** Its most frequent name, trimmed; the first wins a tie. */
  readonly name: string | null;
  /** Groups it stands in, as authored, in file order. */
  readonly groups: readonly string[];
  /** All spellings in this set, outer blanks kept. */
  readonly spellings: readonly string[];
  /** Rows, file order; non-mappable ones included. */
  readonly rows: readonly number[];
}

/** One capability over all versions of its framework. */
export interface Capability {
  readonly framework: string;
  /** capabilityKey: what all its spellings fold to. */
  readonly key: string;
  /** The spelling of the newest set that has it. */
  readonly id: string;
  readonly name: string | null;
  readonly slug: string;
  /** Newest set first. A set stands here once for each of its capabilities that became this one, in the order of its rows. */
  readonly sets: readonly CapabilityInSet[];
}

/** All capabilities of one framework, found under any spelling that a set or the alias table knows. */
export class CapabilityIndex {
  readonly framework: string;
  /** By id, digits as numbers: AC-2 before AC-10. */
  readonly all: readonly Capability[];
  readonly #byKey: ReadonlyMap<string, Capability>;
  readonly #bySlug: ReadonlyMap<string, Capability>;
  #unpadded: ReadonlyMap<string, Capability | null> | undefined;

  /** `sets`: the framework's sets, newest first. */
  constructor(framework: string, sets: readonly SetFacts[]) {
    this.framework = framework;
    const found = new Map<string, CapabilityInSet[]>();
    for (const facts of sets)
      for (const [spelled, inSet] of capabilitiesOf(facts)) {
        const key = capabilityKey(framework, spelled);
        const known = found.get(key);
        if (known) known.push(inSet);
        else found.set(key, [inSet]);
      }
    this.all = [...found]
      .map(([key, inSets]): Capability => {
        const [newest] = inSets;
        if (!newest) throw new Error("a capability without a set");
        const { id, name } = newest;
        return { framework, key, id, name, slug: capabilitySlug(id), sets: inSets };
      })
      .sort((a, b) => compareIds(a.id, b.id));
    this.#byKey = new Map(this.all.map((capability) => [capability.key, capability]));
    this.#bySlug = new Map(this.all.map((capability) => [loosen(capability.slug), capability]));
  }

  /**
   * By any spelling: `ac-2`, ` AC-02`, an old id, a path slug; numbers without their leading zeros where that leaves one
   * (`iam-2` is IAM-02 unless another is IAM-2). null when no set has it.
   */
  find(text: string): Capability | null {
    return (
      this.#byKey.get(capabilityKey(this.framework, text)) ??
      this.#byKey.get(capabilityKey(this.framework, unslug(text))) ??
      this.#bySlug.get(loosen(text)) ??
      this.#padded(text)
    );
  }

  /** Of these, which are of one set and one capability now, the one that has this spelling there; null when none has. */
  spelled(entries: readonly CapabilityInSet[], text: string): CapabilityInSet | null {
    const wanted = [text, unslug(text)].map((asked) => foldCapabilityId(this.framework, asked));
    const says = (id: string) =>
      wanted.includes(foldCapabilityId(this.framework, id)) || loosen(capabilitySlug(id)) === loosen(text);
    return entries.find(({ spellings }) => spellings.some(says)) ?? null;
  }

  #padded(text: string): Capability | null {
    this.#unpadded ??= this.#byNumbers();
    const asked = [text, unslug(text)].map((written) => unpadded(capabilityKey(this.framework, written)));
    return asked.map((key) => this.#unpadded?.get(key)).find(Boolean) ?? null;
  }

  /** null where two capabilities differ by padding alone: neither is meant more than the other. */
  #byNumbers(): ReadonlyMap<string, Capability | null> {
    const found = new Map<string, Capability | null>();
    for (const capability of this.all) {
      const key = unpadded(capability.key);
      found.set(key, found.has(key) ? null : capability);
    }
    return found;
  }
}

/** `_` and blanks alike, case folded: VERIS ids hold blanks, typed ids often neither. */
function loosen(text: string): string {
  return unslug(text)
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
}

function unslug(slug: string): string {
  try {
    return decodeURIComponent(slug).replaceAll("~", "/").replaceAll("_", " ");
  } catch {
    return slug;
  }
}

/**
 * The capabilities of one set by folded id, in the order of their first row. Aliases stay out: two products that a later
 * edition made one are two here.
 */
export function capabilitiesOf(facts: SetFacts): ReadonlyMap<string, CapabilityInSet> {
  const gathered = new Map<string, Gathered>();
  for (let row = 0; row < facts.rows; row++) {
    const spelled = capabilityAt(facts, row);
    if (!spelled || spelled.id === null) continue;
    const key = foldCapabilityId(facts.key.framework, spelled.id);
    const entry: Gathered = gathered.get(key) ?? {
      spellings: new Map(),
      names: new Map(),
      groups: new Set(),
      rows: [],
    };
    gathered.set(key, entry);
    const mapped = isMappedAt(facts, row);
    const count = entry.spellings.get(spelled.id) ?? { mapped: 0, all: 0 };
    entry.spellings.set(spelled.id, { mapped: count.mapped + (mapped ? 1 : 0), all: count.all + 1 });
    if (spelled.name !== null) entry.names.set(spelled.name.trim(), (entry.names.get(spelled.name.trim()) ?? 0) + 1);
    if (spelled.group !== null) entry.groups.add(spelled.group);
    entry.rows.push(row);
  }
  const sentences = frameworkOf(facts.key.framework).namesAreSentences;
  return new Map(
    [...gathered].map(([key, { spellings, names, groups, rows }]) => {
      const id = bestSpelling(spellings);
      const name = sentences ? nameFromId(id) : mostFrequent(names);
      return [key, { facts, id, name, groups: [...groups], spellings: [...spellings.keys()], rows }];
    }),
  );
}

/** Capabilities of one set that are one now, as one with the id and name of the first; the others as they are. */
export function joinedInSets(entries: readonly CapabilityInSet[]): readonly CapabilityInSet[] {
  const joined = new Map<string, CapabilityInSet>();
  for (const entry of entries) {
    const known = joined.get(entry.facts.id);
    const whole = known && {
      ...known,
      groups: [...new Set([...known.groups, ...entry.groups])],
      spellings: [...known.spellings, ...entry.spellings],
      rows: [...known.rows, ...entry.rows].sort((a, b) => a - b),
    };
    joined.set(entry.facts.id, whole ?? entry);
  }
  return [...joined.values()];
}

interface Gathered {
  readonly spellings: Map<string, Count>;
  readonly names: Map<string, number>;
  readonly groups: Set<string>;
  readonly rows: number[];
}

interface Count {
  readonly mapped: number;
  readonly all: number;
}

function bestSpelling(spellings: ReadonlyMap<string, Count>): string {
  const [best] = [...spellings].sort(
    ([a, countA], [b, countB]) =>
      Number(countB.mapped > 0) - Number(countA.mapped > 0) || countB.all - countA.all || (a < b ? -1 : 1),
  );
  return (best?.[0] ?? "").trim();
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [text, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = text;
  return best;
}

/** AC-2 before AC-10, whatever the case: runs of digits compare as numbers, all else by code unit. Intl would cost 4 ms to wake up. */
export function compareIds(a: string, b: string): number {
  const left = a.toLowerCase().match(/\d+|\D+/g) ?? [];
  const right = b.toLowerCase().match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [one = "", other = ""] = [left[i], right[i]];
    const difference = /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : 0;
    if (difference !== 0) return difference;
    if (one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length;
}
