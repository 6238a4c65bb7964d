import type { ObjectFacts, RelationFacts, ReleaseFacts } from "../src/attack/release-facts.js";
import type { AttackKind, LifeState } from "../src/model/attack.js";
import { type AttackVersion, parseAttackVersion } from "../src/model/version.js";

/** `v("7.0")`: a version that a test spells out; throws on text that is none. */
export function v(text: string): AttackVersion {
  const version = parseAttackVersion(text);
  if (version === null) throw new Error(`${text} is no version`);
  return version;
}

const kinds: Readonly<Record<string, AttackKind>> = { TA: "tactic", T: "technique", M: "mitigation", S: "malware" };

/**
 * One object in a small notation: `T1001 Alpha (stealth) !revoked`, phases or a short name in brackets, a `+` before the
 * description. Its STIX id comes from `key`, by default its ATT&CK id.
 */
export function object(text: string, key?: string): ObjectFacts {
  const match = /^(\S+) ([^(!+]*?) ?(?:\(([^)]*)\))? ?(?:!(\w+))? ?(?:\+(.*))?$/.exec(text);
  if (match === null) throw new Error(`not in the notation: ${text}`);
  const [, id = "", name = "", brackets = "", state = "active", description] = match;
  const kind = kinds[/^(?:MOB-)?([A-Z]+)/.exec(id)?.[1] ?? ""] ?? "technique";
  const words = brackets === "" ? [] : brackets.split(" ");
  return {
    stixId: `${kind}--${key ?? id}`,
    kind,
    id,
    name,
    state: state as LifeState,
    platforms: [],
    aliases: [],
    phases: kind === "technique" ? words : [],
    shortname: kind === "tactic" ? (words[0] ?? null) : null,
    objectVersion: null,
    tactics: [],
    text: description ?? null,
    minted: false,
  };
}

/** A release of enterprise: objects in the notation, relations as `T1001 revoked-by T1002` between STIX keys. */
export function release(
  version: string,
  objects: readonly (string | ObjectFacts)[],
  relations: readonly string[] = [],
): ReleaseFacts {
  const facts = objects.map((entry) => (typeof entry === "string" ? object(entry) : entry));
  const stixIds = new Map(facts.map(({ stixId }) => [stixId.slice(stixId.indexOf("--") + 2), stixId]));
  return {
    domain: "enterprise",
    version: v(version),
    objects: facts,
    relations: relations.map((text): RelationFacts => {
      const [source = "", type, target = ""] = text.split(" ");
      return {
        type: type as RelationFacts["type"],
        source: stixIds.get(source) ?? source,
        target: stixIds.get(target) ?? target,
      };
    }),
  };
}
