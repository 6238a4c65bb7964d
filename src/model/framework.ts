/** defense: its rows act against a technique; threat: its rows describe or cause one. Threat rows never count as cover. */
export type Side = "defense" | "threat";

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
}

/**
 * What we know of the published frameworks beyond their files. A framework that is not here works too: it gets its id
 * for a name and counts as defence. To add one: a row here; nothing else changes.
 */
const known: readonly Framework[] = [
  row("aws", "Amazon Web Services", "AWS", "defense", "security feature", "Amazon Web Services"),
  row("azure", "Microsoft Azure", "Azure", "defense", "security feature", "Microsoft"),
  row("cri_profile", "CRI Profile", "CRI Profile", "defense", "diagnostic statement", "Cyber Risk Institute"),
  row("csa_ccm", "CSA Cloud Controls Matrix", "CSA CCM", "defense", "control", "Cloud Security Alliance"),
  row("gcp", "Google Cloud", "Google Cloud", "defense", "security feature", "Google"),
  row("intel-vpro", "Intel vPro", "Intel vPro", "defense", "hardware feature", "Intel"),
  row("kev", "CISA Known Exploited Vulnerabilities", "KEV", "threat", "vulnerability", "CISA"),
  row("m365", "Microsoft 365", "M365", "defense", "security feature", "Microsoft"),
  row("nist_800_53", "NIST SP 800-53", "NIST 800-53", "defense", "control", "NIST"),
  row("veris", "VERIS", "VERIS", "threat", "incident code", "VERIS community"),
];

const byId: ReadonlyMap<string, Framework> = new Map(known.map((framework) => [framework.id, framework]));

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
  return byId.get(id) ?? row(id, id, id, "defense", "capability", "own");
}

/** An id or a name people use (`nist`, `NIST 800-53`, `intel_vpro`) among `present`; null when none fits. */
export function findFrameworkId(text: string, present: readonly string[]): string | null {
  const folded = foldFrameworkId(text);
  const exact = present.find((id) => foldFrameworkId(id) === folded);
  if (exact !== undefined) return exact;
  const alias = aliases.get(folded);
  if (alias !== undefined && present.includes(alias)) return alias;
  return present.find((id) => foldFrameworkId(frameworkOf(id).name) === folded) ?? null;
}

function foldFrameworkId(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function row(id: string, name: string, shortName: string, side: Side, noun: string, publisher: string): Framework {
  return { id, name, shortName, side, noun, publisher, namesAreSentences: id === "veris" };
}
