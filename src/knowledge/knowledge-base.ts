import type { Timeline } from "../attack/timeline.js";
import { BoundedCache } from "../base/bounded-cache.js";
import type { CarriedLabel } from "../model/attack.js";
import { nameFromId } from "../model/capability.js";
import { type Domain, domains } from "../model/domain.js";
import { frameworkOf } from "../model/framework.js";
import { functionOf, isMapped, type Mapping, ratingOf } from "../model/mapping.js";
import { noTexts, type Texts } from "../model/texts.js";
import type { AttackVersion } from "../model/version.js";
import { type AlignedSet, alignSet } from "./aligned-set.js";
import { CapabilityIndex } from "./capability-index.js";
import { capabilityAt, claimAt, techniqueAt } from "./facts/at-row.js";
import {
  type FactFiles,
  type ManifestRelease,
  type ManifestSet,
  referencesFile,
  setFile,
  stringsFile,
} from "./facts/manifest.js";
import { decodeSet } from "./facts/set-decode.js";
import type { SetFacts } from "./facts/set-facts.js";
import { openLayers } from "./layers.js";
import { inReadingOrder, newestSets } from "./newest.js";

/**
 * Everything that is loaded, read-only: three ATT&CK timelines, all mapping sets, and the user's texts where there are
 * any. Opening costs the manifests only; timelines and sets are decoded when first asked for, once.
 */
export class KnowledgeBase {
  readonly texts: Texts;
  /** What it is made of, as given: to make another one with more on top. */
  readonly files: readonly FactFiles[];
  /** Every set, in reading order: framework id, newer version first, then domain. */
  readonly sets: readonly ManifestSet[];
  /** Those of them whose ATT&CK release is loaded: only these can be carried, and stand in answers about techniques. */
  readonly placedSets: readonly ManifestSet[];
  /** Domains that have at least one release, in the publisher's order. */
  readonly domains: readonly Domain[];
  readonly #layers: ReturnType<typeof openLayers>;
  readonly #authored = new Map<string, ReadonlyMap<string, readonly number[]>>();
  /** What takes long to decode; shared with those that `afresh` makes. */
  #decoded = {
    timelines: new Map<Domain, Timeline>(),
    facts: new Map<string, SetFacts>(),
    capabilities: new Map<string, CapabilityIndex>(),
  };
  readonly #identified = new Map<Domain, Timeline>();
  readonly #aligned = new Map<string, AlignedSet>();
  /** Views asked for lately; they are read-only, and a knowledge base never changes (decision 0003). */
  readonly views: BoundedCache<unknown>;
  readonly #made = new Map<string, unknown>();
  readonly #newest = new Map<Domain, readonly ManifestSet[]>();

  /**
   * `files`: embedded facts first, then overlays; a later layer's set replaces an earlier one's, its release unless the
   * earlier one ranks higher (`rankOfOrigin`). `views`: how many are kept.
   */
  constructor(files: readonly FactFiles[], texts: Texts = noTexts, { views = 1_500 } = {}) {
    this.files = files;
    this.views = new BoundedCache(views);
    this.#layers = openLayers(files);
    this.texts = texts;
    this.sets = inReadingOrder([...this.#layers.sets.values()].map(({ set }) => set));
    this.placedSets = this.sets.filter((set) => this.isPlaced(set));
    this.domains = domains.filter((domain) => this.#layers.releases(domain).length > 0);
  }

  /**
   * Another one of the same facts, as far as they are decoded, that remembers no answer: for long work that goes from one
   * question to others, where what was remembered is only in the way.
   */
  afresh(): KnowledgeBase {
    const other = new KnowledgeBase(this.files, this.texts, { views: this.views.most });
    other.#decoded = this.#decoded;
    return other;
  }

  /** Throws for a domain that is not among `domains`. */
  timeline(domain: Domain): Timeline {
    return remember(this.#decoded.timelines, domain, () => this.#layers.timeline(domain, { stixIds: false }));
  }

  /** The same with the STIX id of every object, which `timeline` leaves "" where one layer holds it all. */
  identifiedTimeline(domain: Domain): Timeline {
    return remember(this.#identified, domain, () => this.#layers.timeline(domain, { stixIds: true }));
  }

  /** Releases of a domain with their origins, oldest first, those without content of their own included. */
  releases(domain: Domain): readonly ManifestRelease[] {
    return this.#layers.releases(domain);
  }

  /** Whether the release that a set was authored on is loaded; a user's own set may name one that is not, or not yet. */
  isPlaced({ domain, attackVersion }: Pick<ManifestSet, "domain" | "attackVersion">): boolean {
    return this.#layers.releases(domain).some(({ version }) => version === attackVersion);
  }

  /** The newest release of a domain that has content of its own: what "current" means there. Throws as `timeline` does. */
  newestRelease(domain: Domain): AttackVersion {
    return this.timeline(domain).newest;
  }

  /** The manifest's line of a set; null for an id that is not loaded. */
  set(id: string): ManifestSet | null {
    return this.#layers.sets.get(id)?.set ?? null;
  }

  /** The rows of a set. Throws for an id that `set` does not know. */
  facts(id: string): SetFacts {
    return remember(this.#decoded.facts, id, () => {
      const entry = this.#layers.sets.get(id);
      if (!entry) throw new Error(`no set ${id}`);
      return decodeSet(entry.files.text(setFile(id)), entry.strings(stringsFile), entry.strings(referencesFile));
    });
  }

  /** Framework ids that have a set, sorted. */
  get frameworkIds(): readonly string[] {
    return [...new Set(this.sets.map((set) => set.framework))];
  }

  /** The newest set of each framework in a domain, by framework id; of those that can be carried. */
  newestSets(domain: Domain): readonly ManifestSet[] {
    return remember(this.#newest, domain, () => newestSets(this.placedSets, domain));
  }

  /** Sets authored on a release (given as loaded, identical releases resolved), in reading order. */
  setsAuthoredOn(domain: Domain, release: AttackVersion): readonly ManifestSet[] {
    const timeline = this.timeline(domain);
    const content = timeline.resolve(release);
    return this.placedSets.filter((set) => set.domain === domain && timeline.resolve(set.attackVersion) === content);
  }

  /** A set carried to a release (one that the set's timeline resolves). Throws for a set that is not among `placedSets`. */
  aligned(id: string, to: AttackVersion): AlignedSet {
    return remember(this.#aligned, `${id}@${to}`, () => {
      const facts = this.facts(id);
      const timeline = this.timeline(facts.key.domain);
      const origin = timeline.resolve(facts.key.attackVersion);
      const target = timeline.resolve(to);
      if (origin === null || target === null) throw new Error(`${id} cannot be aligned to ${to}`);
      return alignSet(facts, timeline.lineage, { origin, to: target });
    });
  }

  /** How many rows each set maps to a technique as authored, without opening the sets; by set id. */
  authoredCounts(techniqueId: string): ReadonlyMap<string, number> {
    return this.#layers.authored(techniqueId);
  }

  /** Rows of a set that name a technique as written (outer blanks aside), in file order. */
  authoredRows(id: string, techniqueId: string): readonly number[] {
    return remember(this.#authored, id, () => rowsByTechnique(this.facts(id))).get(techniqueId) ?? [];
  }

  /** One framework's capabilities over all its sets. */
  capabilities(framework: string): CapabilityIndex {
    return remember(
      this.#decoded.capabilities,
      framework,
      () =>
        new CapabilityIndex(
          framework,
          this.sets.filter((set) => set.framework === framework).map((set) => this.facts(set.id)),
        ),
    );
  }

  /** Something costly that is made from this knowledge base alone, once: the search index, say. */
  once<Value>(name: string, make: () => Value): Value {
    return remember(this.#made, name, make) as Value;
  }

  /** A row as every answer gives it. */
  mapping(facts: SetFacts, row: number, carried: CarriedLabel | null): Mapping {
    const { key } = facts;
    const { side } = frameworkOf(key.framework);
    const capability = capabilityAt(facts, row);
    const technique = techniqueAt(facts, row);
    const claim = claimAt(facts, row);
    if (!capability || !technique || !claim) throw new Error(`${facts.id} has no row ${row}`);
    const mappable = isMapped(claim);
    return {
      set: facts.id,
      row,
      framework: key.framework,
      frameworkVersion: key.frameworkVersion,
      attackVersion: key.attackVersion,
      domain: key.domain,
      side,
      capabilityId: capability.id,
      capabilityName: capability.name ?? this.#nameFromId(key.framework, capability.id),
      capabilityGroup: capability.group,
      techniqueId: technique.id,
      techniqueName: technique.name,
      mappingType: claim.mappingType,
      status: claim.status,
      scoreCategory: claim.scoreCategory,
      scoreValue: claim.scoreValue,
      function: mappable ? functionOf(side, claim.mappingType, claim.scoreCategory) : null,
      rating: mappable ? ratingOf(side, claim.scoreValue) : null,
      references: facts.referenceLists[facts.referenceList[row] ?? 0] ?? [],
      hasComment: facts.commented[row] === 1,
      comments: facts.commented[row] === 1 ? this.texts.comment(facts.id, row) : null,
      carried,
    };
  }

  #nameFromId(framework: string, id: string | null): string | null {
    return id !== null && frameworkOf(framework).namesAreSentences ? nameFromId(id) : null;
  }
}

/** Rows by the technique they name, outer blanks aside; a page asks for a whole family, an export for every technique. */
function rowsByTechnique({ techniques, technique }: SetFacts): ReadonlyMap<string, readonly number[]> {
  const ids = techniques.map(({ id }) => id?.trim());
  const rows = new Map<string, number[]>();
  technique.forEach((index, row) => {
    const id = ids[index];
    if (id === undefined) return;
    const known = rows.get(id);
    if (known) known.push(row);
    else rows.set(id, [row]);
  });
  return rows;
}

function remember<Key, Value>(cache: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = make();
  cache.set(key, value);
  return value;
}
