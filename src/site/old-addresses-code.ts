/** Old addresses of the projects that came before: pages and repository paths from which the sets were once taken. */
import { capabilitiesOf } from "../knowledge/capability-index.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { hrefs } from "./hrefs.js";
import { groupOfSet, knownSet, type OldKind, type Parts } from "./old-addresses-kind.js";

/** The set that a platform's files of security-stack-mappings became. */
const stackSets: Readonly<Record<string, string>> = {
  aws: "aws/09.21.2021/9.0/enterprise",
  azure: "azure/06.29.2021/8.2/enterprise",
  gcp: "gcp/06.28.2022/10.0/enterprise",
};

const stack = "^(?:security-stack-mappings/)?(?:mappings/)?(?<platform>AWS|Azure|GCP)";
const controls = "^(?:attack-control-framework-mappings/)?frameworks";
const control = `${controls}/attack[_-](?<major>\\d+)[_.-](?<minor>\\d+)/nist800[_-]53[_-]r(?<revision>[45])`;

export const oldCodeAddresses: readonly OldKind[] = [
  { pattern: new RegExp(`${stack}(?:/README(?:\\.html|\\.md)?)?$`), to: (kb, parts) => stackSet(kb, parts, hrefs.set) },
  {
    pattern: new RegExp(`${stack}/(?:layers/)?(?<name>[^/]+)\\.(?:ya?ml|json)$`),
    to: (kb, parts) => stackSet(kb, parts, (set) => namedCapability(kb, set, parts.name ?? "")),
  },
  {
    pattern: new RegExp(`${control}/layers/by[_-]family/(?<family>[A-Z]{2})(?:/.*)?$`),
    to: (kb, parts) => controlSet(kb, parts, (set) => groupOfSet(kb, set, parts.family)),
  },
  { pattern: new RegExp(`${control}(?:/.*)?$`), to: (kb, parts) => controlSet(kb, parts, hrefs.set) },
  {
    pattern: new RegExp(`${controls}/nist800[_-]53[_-]r[45](?:/.*)?$`),
    to: (kb) => loadedFramework(kb, "nist_800_53"),
  },
  {
    pattern: /^attack_to_veris(?:\/(?:overview|mappings|scenarios|use_cases|index)(?:\.html|\.rst)?)?$/,
    to: (kb) => loadedFramework(kb, "veris"),
  },
  { pattern: /^attack_to_cve(?:\/.*)?$/, to: (kb) => loadedFramework(kb, "kev") },
];

function stackSet(kb: KnowledgeBase, { platform = "" }: Parts, href: (set: string) => string | null): string | null {
  return knownSet(kb, stackSets[platform.toLowerCase()] ?? "", href);
}

/** Files were named in one word (`AmazonGuardDuty`), ids have `_` between words; layers say so in their name's end. */
function namedCapability(kb: KnowledgeBase, set: string, name: string): string | null {
  const wanted = letters(name.replace(/[_-]?layer$/i, ""));
  for (const { id } of capabilitiesOf(kb.facts(set)).values())
    if (letters(id) === wanted) return hrefs.setCapability(set, id);
  return null;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function controlSet(kb: KnowledgeBase, parts: Parts, href: (set: string) => string | null): string | null {
  const { major, minor, revision } = parts;
  return knownSet(kb, `nist_800_53/rev${revision}/${major}.${minor}/enterprise`, href);
}

function loadedFramework(kb: KnowledgeBase, framework: string): string | null {
  return kb.frameworkIds.includes(framework) ? hrefs.framework(framework) : null;
}
