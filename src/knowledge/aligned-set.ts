import type { Carried, Lineage } from "../attack/lineage.js";
import type { CarriedLabel } from "../model/attack.js";
import { type AttackVersion, compareVersions } from "../model/version.js";
import { capabilityAt, claimAt, isMappedAt, techniqueIdAt } from "./facts/at-row.js";
import type { SetFacts } from "./facts/set-facts.js";

/** Where a set's rows stand at one release: every row carried along lineage, none dropped. */
export interface AlignedSet {
  readonly facts: SetFacts;
  readonly to: AttackVersion;
  /** The technique a row stands on at `to`; null where it names none or lineage finds no living one. */
  techniqueOf(row: number): string | null;
  labelOf(row: number): CarriedLabel;
  /** Rows that stand on a technique at `to`, in file order. */
  rowsOn(techniqueId: string): readonly number[];
  /** Rows that could not be carried (decision, not yet, ambiguous), in file order. */
  readonly stranded: readonly number[];
  /** Whether a row's technique kept its id since the set was written, but perhaps not its meaning (class `meaning`). */
  inDoubt(row: number): boolean;
  /** Technique ids that bear at least one row. */
  techniqueIds(): Iterable<string>;
}

/**
 * Aligns a set to a release. `origin` and `to` are resolved releases of the set's domain; labels name the release the
 * set was authored on. Each distinct technique is carried once, when first asked for: one technique's rows cost a few
 * look-ups, not the whole set.
 */
export function alignSet(
  facts: SetFacts,
  lineage: Lineage,
  { origin, to }: { readonly origin: AttackVersion; readonly to: AttackVersion },
): AlignedSet {
  const carried = new Map<number, Carried | null>();
  const carry = (spelled: number): Carried | null => {
    const known = carried.get(spelled);
    if (known !== undefined) return known;
    const id = facts.techniques[spelled]?.id ?? null;
    const result = id === null ? null : lineage.carry(id.trim(), origin, to);
    carried.set(spelled, result);
    return result;
  };
  // Rows of one technique have one label between them.
  const labels = new Map<number, CarriedLabel>();
  const labelAt = (spelled: number): CarriedLabel => {
    const known = labels.get(spelled);
    if (known !== undefined) return known;
    const label = labelFor(carry(spelled), facts.key.attackVersion, to);
    labels.set(spelled, label);
    return label;
  };
  const landing = (spelled: number): string | null => {
    const result = carry(spelled);
    return result?.ok ? result.id : null;
  };
  const spelledAt = (row: number) => facts.technique[row] ?? 0;
  const index = new LandingIndex(facts, landing);
  const forward = compareVersions(origin, to) <= 0;
  const rowsOn = (id: string) => index.rowsOn(id, forward ? lineage.sourcesOf(id, to) : null);
  return {
    facts,
    to,
    get stranded() {
      return Array.from({ length: facts.rows }, (_, row) => row).filter((row) => carry(spelledAt(row))?.ok === false);
    },
    techniqueOf: (row) => landing(spelledAt(row)),
    labelOf(row) {
      const spelled = spelledAt(row);
      const label = labelAt(spelled);
      if (label.class !== "rewritten") return label;
      return { ...label, merged: isMerged(facts, row, rowsOn(landing(spelled) ?? "")) };
    },
    rowsOn,
    inDoubt: (row) => labelAt(spelledAt(row)).class === "meaning",
    techniqueIds: () => index.ids(),
  };
}

/** How many look-ups a set answers by scanning its column before it makes an index of all its rows. */
const scansBeforeIndex = 16;

/** Rows by the technique where they stand. */
class LandingIndex {
  readonly #facts: SetFacts;
  readonly #landing: (spelled: number) => string | null;
  #scans = 0;
  #spelled: ReadonlyMap<string, readonly number[]> | null = null;
  #landed: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(facts: SetFacts, landing: (spelled: number) => string | null) {
    this.#facts = facts;
    this.#landing = landing;
  }

  /** In file order. `sources`: the only authored ids that may land on `id`; null = any, which carries the whole set. */
  rowsOn(id: string, sources: readonly string[] | null): readonly number[] {
    if (sources === null || this.#landed !== null || ++this.#scans > scansBeforeIndex) return this.#all().get(id) ?? [];
    this.#spelled ??= this.#bySpelling();
    const spelled = sources.flatMap((source) => this.#spelled?.get(source) ?? []);
    const landed = new Set(spelled.filter((index) => this.#landing(index) === id));
    const rows: number[] = [];
    if (landed.size === 0) return rows;
    this.#facts.technique.forEach((index, row) => {
      if (landed.has(index)) rows.push(row);
    });
    return rows;
  }

  ids(): Iterable<string> {
    return this.#all().keys();
  }

  #all(): ReadonlyMap<string, readonly number[]> {
    if (this.#landed !== null) return this.#landed;
    const landed = new Map<string, number[]>();
    for (let row = 0; row < this.#facts.rows; row++) {
      const id = this.#landing(this.#facts.technique[row] ?? 0);
      if (id === null) continue;
      const rows = landed.get(id);
      if (rows) rows.push(row);
      else landed.set(id, [row]);
    }
    this.#landed = landed;
    return landed;
  }

  /** One id may stand under several spellings: names differ, blanks trail. */
  #bySpelling(): ReadonlyMap<string, readonly number[]> {
    const spelled = new Map<string, number[]>();
    this.#facts.techniques.forEach(({ id }, index) => {
      if (id === null) return;
      const known = spelled.get(id.trim());
      if (known) known.push(index);
      else spelled.set(id.trim(), [index]);
    });
    return spelled;
  }
}

function labelFor(result: Carried | null, from: AttackVersion, to: AttackVersion): CarriedLabel {
  const none = { from, to, merged: false, tacticsChanged: false } as const;
  if (result === null) return { ...none, class: "no-technique", path: [] };
  if (!result.ok) return { ...none, class: result.class, path: result.path };
  return { ...none, class: result.class, path: result.path, tacticsChanged: result.tacticsChanged };
}

/** Another row with a different authored id makes the same claim on the technique where both now stand. */
function isMerged(facts: SetFacts, row: number, together: readonly number[]): boolean {
  const authored = techniqueIdAt(facts, row);
  const own = claimKey(facts, row);
  return together.some((other) => techniqueIdAt(facts, other) !== authored && claimKey(facts, other) === own);
}

function claimKey(facts: SetFacts, row: number): string {
  const capability = capabilityAt(facts, row)?.id?.trim() ?? "";
  const claim = claimAt(facts, row);
  return [capability, claim?.mappingType, claim?.scoreCategory, isMappedAt(facts, row)].join("\u0000");
}
