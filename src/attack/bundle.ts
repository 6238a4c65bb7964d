import type { Parsed } from "../model/diagnostic.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import { decodeObjects, type RawObject } from "./bundle-objects.js";
import { decodeRelations } from "./bundle-relations.js";
import { Findings } from "./findings.js";
import { byText } from "./order.js";
import type { ObjectFacts, RelationFacts, ReleaseFacts } from "./release-facts.js";
import { isRecord, textsOf } from "./stix.js";

export interface BundleSource {
  readonly file: string;
  readonly domain: Domain;
  readonly version: AttackVersion;
}

/**
 * A STIX 2.0 or 2.1 ATT&CK bundle as facts of one release; null where it is no bundle. Both serialisations of a release
 * give the same facts. Traps met and their sources: docs/data-rules.md, "reading a release".
 */
export function decodeBundle(bundle: unknown, source: BundleSource): Parsed<ReleaseFacts> {
  const findings = new Findings(source.file);
  const objects = bundleObjects(bundle, findings);
  if (objects === null) return { value: null, diagnostics: findings.all() };
  const held = decodeObjects(objects, source.domain, findings);
  const relations = decodeRelations(objects, held, findings);
  const own = withoutStrays([...held.values()], relations, { domain: source.domain, findings });
  const facts = resolveTactics(own, findings);
  tellGaps(facts, relations, findings);
  return {
    value: {
      domain: source.domain,
      version: source.version,
      objects: facts.sort((a, b) => byText(a.stixId, b.stixId)),
      relations,
    },
    diagnostics: findings.all(),
  };
}

/** The bundle's list of objects; null and a finding for anything that is no bundle. */
export function bundleObjects(bundle: unknown, findings: Findings): readonly unknown[] | null {
  const hint = 'Expected a JSON object with "type": "bundle" and a list "objects".';
  if (!isRecord(bundle)) {
    findings.add("TM2003", { message: "This is no STIX bundle: it is no JSON object.", hint });
    return null;
  }
  if (bundle.type !== "bundle") {
    findings.add("TM2003", {
      pointer: "/type",
      message: `This is no STIX bundle: its type is ${JSON.stringify(bundle.type) ?? "missing"}.`,
      hint,
    });
    return null;
  }
  if (!Array.isArray(bundle.objects)) {
    findings.add("TM2003", { pointer: "/objects", message: "The bundle has no list of objects.", hint });
    return null;
  }
  return bundle.objects;
}

/**
 * STIX 2.1 files of ICS carry enterprise mitigations whose relations are all deprecated; the STIX 2.0 files do not. An
 * object that says it is of other domains belongs here only where a live relation needs it.
 */
function withoutStrays(
  objects: readonly RawObject[],
  relations: readonly RelationFacts[],
  { domain, findings }: { readonly domain: Domain; readonly findings: Findings },
): readonly ObjectFacts[] {
  const needed = new Set(relations.flatMap(({ source, target }) => [source, target]));
  const own = objects.filter(({ facts, raw }) => {
    const domains = textsOf(raw, "x_mitre_domains");
    const foreign = domains.length > 0 && !domains.includes(`${domain}-attack`);
    return !foreign || facts.state !== "active" || needed.has(facts.stixId);
  });
  if (own.length < objects.length)
    findings.add("TM2021", {
      message: `${objects.length - own.length} objects of other domains, touched by no live relation, are left out.`,
    });
  return own.map(({ facts }) => facts);
}

/**
 * Matrices name tactics by STIX id. In enterprise 3.0 one id dangles and exactly one tactic of the release stands in no
 * matrix: they are the same. Other dangling ids are left out.
 */
function resolveTactics(objects: readonly ObjectFacts[], findings: Findings): ObjectFacts[] {
  const known = new Map(objects.filter(({ kind }) => kind === "tactic").map((tactic) => [tactic.stixId, tactic]));
  const listed = new Set(objects.flatMap(({ tactics }) => tactics));
  const unlisted = [...known.keys()].filter((stixId) => !listed.has(stixId));
  const dangling = [...listed].filter((stixId) => !known.has(stixId));
  if (dangling.length === 0) return [...objects];
  const stand = dangling.length === 1 && unlisted.length === 1 ? unlisted[0] : undefined;
  for (const stixId of dangling)
    findings.add("TM2011", {
      message: `A matrix lists ${stixId}, which the bundle does not hold; ${
        stand === undefined
          ? "it is left out"
          : `${known.get(stand)?.id}, the only tactic in no matrix, takes its place`
      }.`,
    });
  return objects.map((object) => ({
    ...object,
    tactics: object.tactics.flatMap((stixId) => (known.has(stixId) ? [stixId] : stand === undefined ? [] : [stand])),
  }));
}

function tellGaps(objects: readonly ObjectFacts[], relations: readonly RelationFacts[], findings: Findings): void {
  const revoked = new Set(relations.filter(({ type }) => type === "revoked-by").map(({ source }) => source));
  const shortnames = new Set(objects.map(({ shortname }) => shortname));
  // 1.0 and 2.0 hold no tactics at all: nothing to resolve phases by.
  const tacticsHeld = objects.some(({ kind }) => kind === "tactic");
  for (const object of objects) {
    if (object.kind !== "technique") continue;
    if (object.state === "revoked" && !revoked.has(object.stixId))
      findings.add("TM2018", { message: `${object.id ?? object.name} is revoked, but no relation says by what.` });
    if (object.state !== "active" || !tacticsHeld) continue;
    for (const phase of object.phases)
      if (!shortnames.has(phase))
        findings.add("TM2016", {
          message: `${object.id ?? object.name} names the phase ${JSON.stringify(phase)}, which is no tactic here.`,
        });
  }
}
