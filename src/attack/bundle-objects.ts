import type { AttackKind } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import type { Findings } from "./findings.js";
import { byLetters, byText } from "./order.js";
import type { ObjectFacts } from "./release-facts.js";
import {
  attackIdOf,
  bookkeepingTypes,
  isRecord,
  killChainOf,
  kindOfStixType,
  listOf,
  type StixObject,
  stateOf,
  textOf,
  textsOf,
} from "./stix.js";
import { textMark } from "./text-mark.js";

/** An object with its raw form, which relations inside objects are read from. */
export interface RawObject {
  readonly facts: ObjectFacts;
  readonly raw: StixObject;
}

/** The spine of a release: a derived source vouches for these even where it copied them from the release before. */
const spine: ReadonlySet<AttackKind> = new Set(["technique", "tactic", "matrix"]);

/** Where a kind keeps its other names. */
const aliasFields: Partial<Record<AttackKind, string>> = {
  group: "aliases",
  campaign: "aliases",
  malware: "x_mitre_aliases",
  tool: "x_mitre_aliases",
};

/** The objects of a bundle that we hold, by STIX id; of two with one id the one modified last. */
export function decodeObjects(
  objects: readonly unknown[],
  domain: Domain,
  findings: Findings,
): ReadonlyMap<string, RawObject> {
  const held = new Map<string, RawObject>();
  const unknown = new Map<string, number>();
  let carried = 0;
  objects.forEach((raw, index) => {
    const pointer = `/objects/${index}`;
    if (!isRecord(raw) || textOf(raw, "type") === null) {
      findings.add("TM2005", { pointer, message: "This entry is no STIX object: it has no type; it is left out." });
      return;
    }
    const type = textOf(raw, "type") ?? "";
    if (bookkeepingTypes.has(type)) return;
    const kind = kindOfStixType.get(type);
    if (kind === undefined) {
      unknown.set(type, (unknown.get(type) ?? 0) + 1);
    } else if (isCarried(raw) && !spine.has(kind)) {
      carried++;
    } else {
      const facts = decodeObject(raw, { kind, domain, pointer, findings });
      if (facts !== null) keepLatest({ facts, raw }, held, { pointer, findings });
    }
  });
  for (const [type, count] of unknown)
    findings.add("TM2015", { message: `${count} objects of type ${JSON.stringify(type)} are left out.` });
  if (carried > 0)
    findings.add("TM2017", { message: `${carried} objects are copied from another release and left out.` });
  return held;
}

/** Marked by the builder of a derived release: copied from the release before, no statement about this one. */
export function isCarried(object: StixObject): boolean {
  return object.x_tidemap_carried_from !== undefined;
}

function keepLatest(
  object: RawObject,
  held: Map<string, RawObject>,
  { pointer, findings }: Pick<ObjectContext, "pointer" | "findings">,
): void {
  const { stixId } = object.facts;
  const other = held.get(stixId);
  if (other !== undefined) {
    findings.add("TM2007", { pointer, message: `${stixId} stands in the bundle twice.` });
    if (byText(textOf(object.raw, "modified") ?? "", textOf(other.raw, "modified") ?? "") < 0) return;
  }
  held.set(stixId, object);
}

interface ObjectContext {
  readonly kind: AttackKind;
  readonly domain: Domain;
  readonly pointer: string;
  readonly findings: Findings;
}

function decodeObject(raw: StixObject, { kind, domain, pointer, findings }: ObjectContext): ObjectFacts | null {
  const stixId = textOf(raw, "id") ?? "";
  const name = textOf(raw, "name")?.trim() ?? "";
  if (stixId === "" || name === "") {
    const lacks = stixId === "" ? "id" : "name";
    findings.add("TM2005", { pointer, message: `This ${kind} has no ${lacks}; it is left out.` });
    return null;
  }
  const id = attackIdOf(raw);
  const state = stateOf(raw);
  // Data components got ids in 18.0 only.
  if (id === null && state === "active" && kind !== "data-component")
    findings.add("TM2006", { pointer, message: `The ${kind} ${JSON.stringify(name)} has no ATT&CK id.` });
  const aliasField = aliasFields[kind];
  return {
    stixId,
    kind,
    id,
    name,
    state,
    platforms: platformsOf(raw),
    aliases: aliasField === undefined ? [] : distinct(textsOf(raw, aliasField)).filter((alias) => alias !== name),
    phases: kind === "technique" ? phasesOf(raw, domain) : [],
    shortname: kind === "tactic" ? textOf(raw, "x_mitre_shortname") : null,
    objectVersion: textOf(raw, "x_mitre_version"),
    tactics: kind === "matrix" ? textsOf(raw, "tactic_refs") : [],
    text: textMark(textOf(raw, "description")),
    minted: raw.x_tidemap_minted_id === true,
  };
}

function platformsOf(raw: StixObject): readonly string[] {
  const platforms = distinct(textsOf(raw, "x_mitre_platforms"));
  return platforms.filter((platform) => platform !== "None").sort(byLetters);
}

function phasesOf(raw: StixObject, domain: Domain): readonly string[] {
  const phases: string[] = [];
  for (const phase of listOf(raw, "kill_chain_phases")) {
    if (!isRecord(phase) || phase.kill_chain_name !== killChainOf[domain]) continue;
    const name = textOf(phase, "phase_name")?.trim() ?? "";
    if (name !== "") phases.push(name);
  }
  return distinct(phases).sort(byText);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
