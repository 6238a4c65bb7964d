/** defense: its rows act against a technique; threat: its rows describe or cause one. Threat rows never count as cover. */
export type Side = "defense" | "threat";

/** A framework: what it is called, who publishes it, and whether it defends or describes threats. */
export interface Framework {
  readonly id: string;
  readonly name: string;
  /** For table heads and narrow screens. */
  readonly shortName: string;
  readonly side: Side;
  /** One of its capabilities, in words: "control", "security feature". Singular, lower case. */
  readonly noun: string;
  readonly publisher: string;
  /** The files' `capability_description` is a sentence (a text, kept out of the facts); the name is the id's last part. */
  readonly namesAreSentences: boolean;
  /** Where ids end in the licence tier that holds a capability (`DEF-SSCO-E3`): the tiers. */
  readonly licenceTiers?: readonly string[];
}

/**
 * What we know of the published frameworks beyond their files. A framework that is not here works too: it gets its id
 * for a name and counts as defence. To add one: a row here; nothing else changes.
 */
const known: readonly Framework[] = [
  {
    id: "aws",
    name: "Amazon Web Services",
    shortName: "AWS",
    side: "defense",
    noun: "security feature",
    publisher: "Amazon Web Services",
    namesAreSentences: false,
  },
  {
    id: "azure",
    name: "Microsoft Azure",
    shortName: "Azure",
    side: "defense",
    noun: "security feature",
    publisher: "Microsoft",
    namesAreSentences: false,
  },
  {
    id: "cri_profile",
    name: "CRI Profile",
    shortName: "CRI Profile",
    side: "defense",
    noun: "diagnostic statement",
    publisher: "Cyber Risk Institute",
    namesAreSentences: false,
  },
  {
    id: "csa_ccm",
    name: "CSA Cloud Controls Matrix",
    shortName: "CSA CCM",
    side: "defense",
    noun: "control",
    publisher: "Cloud Security Alliance",
    namesAreSentences: false,
  },
  {
    id: "cve",
    name: "Common Vulnerabilities and Exposures",
    shortName: "CVE",
    side: "threat",
    noun: "vulnerability",
    publisher: "CVE Program",
    namesAreSentences: false,
  },
  {
    id: "gcp",
    name: "Google Cloud",
    shortName: "Google Cloud",
    side: "defense",
    noun: "security feature",
    publisher: "Google",
    namesAreSentences: false,
  },
  {
    id: "intel-vpro",
    name: "Intel vPro",
    shortName: "Intel vPro",
    side: "defense",
    noun: "hardware feature",
    publisher: "Intel",
    namesAreSentences: false,
  },
  {
    id: "kev",
    name: "CISA Known Exploited Vulnerabilities",
    shortName: "KEV",
    side: "threat",
    noun: "vulnerability",
    publisher: "CISA",
    namesAreSentences: false,
  },
  {
    id: "m365",
    name: "Microsoft 365",
    shortName: "M365",
    side: "defense",
    noun: "security feature",
    publisher: "Microsoft",
    namesAreSentences: false,
    licenceTiers: ["E3", "E5"],
  },
  {
    id: "nist_800_53",
    name: "NIST SP 800-53",
    shortName: "NIST 800-53",
    side: "defense",
    noun: "control",
    publisher: "NIST",
    namesAreSentences: false,
  },
  {
    id: "veris",
    name: "VERIS",
    shortName: "VERIS",
    side: "threat",
    noun: "incident code",
    publisher: "VERIS community",
    namesAreSentences: true,
  },
];

const byId: ReadonlyMap<string, Framework> = new Map(known.map((framework) => [framework.id, framework]));

/** Frameworks that we know beyond their files, sorted. */
export const knownFrameworkIds: readonly string[] = known.map(({ id }) => id);

/** What people and old addresses call a framework, folded by `foldFrameworkId`. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["nist", "nist_800_53"],
  ["nist80053", "nist_800_53"],
  ["80053", "nist_800_53"],
  ["cri", "cri_profile"],
  ["csa", "csa_ccm"],
  ["ccm", "csa_ccm"],
  ["vpro", "intel-vpro"],
  ["intel", "intel-vpro"],
  ["googlecloud", "gcp"],
  ["microsoft365", "m365"],
  ["cve", "kev"],
  ["cisakev", "kev"],
]);

/** The framework of that id; one of our own making (side defense) for an id that nobody published yet. */
export function frameworkOf(id: string): Framework {
  const unknown = { name: id, shortName: id, side: "defense", noun: "capability", publisher: "own" } as const;
  return byId.get(id) ?? { id, ...unknown, namesAreSentences: false };
}

/** Every tier that a framework tells. */
export const licenceTiers: readonly string[] = [...new Set(known.flatMap(({ licenceTiers: own }) => own ?? []))];

/** `E3` of `DEF-SSCO-E3`; null where the framework's ids do not tell. */
export function licenceTierOf(framework: string, capabilityId: string): string | null {
  const id = capabilityId.trim().toUpperCase();
  return frameworkOf(framework).licenceTiers?.find((tier) => id.endsWith(`-${tier}`)) ?? null;
}

/**
 * An id or a name people use (`nist`, `NIST 800-53`, `intel_vpro`) among `present`; null when none fits. The very id comes
 * first, then a published one, so that no own framework hides another that is spelled nearly so.
 */
export function findFrameworkId(text: string, present: readonly string[]): string | null {
  if (present.includes(text)) return text;
  const folded = foldFrameworkId(text);
  if (folded === "") return null;
  const alike = present.filter((id) => foldFrameworkId(id) === folded);
  const [own = null] = alike;
  if (own !== null) return alike.find((id) => byId.has(id)) ?? own;
  const alias = aliases.get(folded);
  if (alias !== undefined && present.includes(alias)) return alias;
  return present.find((id) => foldFrameworkId(frameworkOf(id).name) === folded) ?? null;
}

/** Every name that `findFrameworkId` understands, with the id it leads to; for suggestions. */
export function frameworkNames(present: readonly string[]): ReadonlyMap<string, string> {
  const names = present.flatMap((id) =>
    [id, frameworkOf(id).name, frameworkOf(id).shortName].map((name) => [name, id] as const),
  );
  return new Map([...[...aliases].filter(([, id]) => present.includes(id)), ...names]);
}

function foldFrameworkId(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
