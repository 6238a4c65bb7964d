/**
 * Addresses of the sites and repositories that Tidemap succeeds, and where their pages are now. One entry a kind of
 * address; to add one, a line in `kinds` (in old-addresses-code.ts for repositories). Entries that would lead to a kind
 * of page that Tidemap does not have are not here: such an address is unknown, not redirected to something else.
 */
import { groupsInSets } from "../knowledge/group-names.js";
import type { KnowledgeBase } from "../knowledge/knowledge-base.js";
import { setFileStem } from "../knowledge/mapping-file-of.js";
import { isDomain } from "../model/domain.js";
import { findFrameworkId } from "../model/framework.js";
import { parseAttackVersion } from "../model/version.js";
import { hrefs } from "./hrefs.js";
import { oldAboutAddresses } from "./old-addresses-about.js";
import { attackSiteAddresses } from "./old-addresses-attack.js";
import { oldCodeAddresses } from "./old-addresses-code.js";
import { attackObject, groupOfSet, knownSet, type OldKind, type Parts, sameGroup } from "./old-addresses-kind.js";
import type { Query } from "./route.js";
import { findCapability, findCapabilityInSet } from "./views/capability-lookup.js";
import { tierLayer } from "./views/set-downloads.js";
import { setFormats } from "./views/set-formats.js";

/** Where an old address leads: to a page, or nowhere any more (`href` is null then). */
export type OldAddress =
  | { readonly status: 301; readonly href: string }
  | { readonly status: 410; readonly href: null };

const inSet = "external/(?<fw>[^/]+)/attack-(?<release>[^/]+)/domain-(?<domain>[^/]+)/(?<set>[^/]+)";
const inAttack = "attack/attack-(?<release>[^/]+)/domain-(?<domain>[^/]+)";

const kinds: readonly OldKind[] = [
  { pattern: /^external$/, to: () => hrefs.frameworks() },
  {
    pattern: /^external\/cve\/(?:.+\/)?(?<id>CVE-\d+-\d+)$/i,
    to: (kb, { id }) => capability(kb, "kev", id) ?? hrefs.about("retired-cve"),
  },
  { pattern: /^external\/cve(?:\/|$)/, to: () => hrefs.about("retired-cve") },
  { pattern: at(`${inSet}(?:/all-data\\.html)?`), to: (kb, parts) => setAddress(kb, parts, (set) => hrefs.set(set)) },
  {
    pattern: at(`${inSet}/capability-groups/(?<group>.+)`),
    to: (kb, parts) => setAddress(kb, parts, (set) => groupOfSet(kb, set, parts.group)),
  },
  {
    pattern: at(`${inSet}/(?<id>.+)`),
    to: (kb, parts) => setAddress(kb, parts, (set) => capabilityOfSet(kb, set, parts.id)),
  },
  {
    pattern: at("external/(?<fw>[^/]+)(?:/all-data\\.html)?"),
    to: (kb, parts) => ofFramework(kb, parts, hrefs.framework),
  },
  {
    pattern: at("external/(?<fw>[^/]+)/capability-groups/(?<group>.+)"),
    to: (kb, parts) => ofFramework(kb, parts, (framework) => groupOfFramework(kb, framework, parts.group)),
  },
  {
    pattern: at("external/(?<fw>[^/]+)/(?<id>.+)"),
    to: (kb, parts) => ofFramework(kb, parts, (framework) => capability(kb, framework, parts.id)),
  },
  { pattern: at(`${inAttack}/techniques(?:/None)?`), to: (kb, parts) => list(kb, parts, hrefs.techniques) },
  { pattern: at(`${inAttack}/tactics`), to: (kb, parts) => list(kb, parts, hrefs.tactics) },
  {
    pattern: at(`${inAttack}/techniques/(?<id>[^/]+)`),
    to: (kb, parts) => atRelease(kb, "technique", parts),
  },
  {
    pattern: at(`${inAttack}/tactics/(?<id>[^/]+)`),
    to: (kb, parts) => atRelease(kb, "tactic", parts),
  },
  {
    pattern:
      /^data\/(?<fw>[^/]+)\/attack-(?<release>[^/]+)\/\k<fw>-(?<version>[^/]+)\/(?<domain>[^/]+)\/(?<file>[^/]+)$/,
    to: download,
  },
  { pattern: /^attack\/matrix$/, to: (kb, _parts, query) => oldMatrix(kb, query.domain, query["attack-version"]) },
  {
    pattern: at("static/matrices/(?<domain>[^/]+)/(?<release>[^/]+)/.*_navigator_layer\\.json"),
    to: (kb, { domain, release }) => `${oldMatrix(kb, domain, release)}layer.json`,
  },
  {
    pattern: at("static/matrices/(?<domain>[^/]+)/(?<release>[^/]+)/.*"),
    to: (kb, { domain, release }) => oldMatrix(kb, domain, release),
  },
  ...oldAboutAddresses,
  { pattern: /^search$/, to: (_kb, _parts, { search }) => (search === undefined ? null : hrefs.search(search.trim())) },
  {
    pattern: /^legacy\/m365-12\.11\.2023_attack-14\.1-enterprise_(?<tier>E[35])_navigator_layers\.json$/,
    to: (kb, { tier = "" }) =>
      knownSet(kb, "m365/12.11.2023/14.1/enterprise", (set) => hrefs.setDownloads(set) + tierLayer(tier)),
  },
  {
    pattern: /^legacy\/veris-1\.3\.7_attack-12\.1-groups\.(?:json|xlsx)$/,
    to: (kb) => knownSet(kb, "veris/1.3.7/12.1/enterprise", hrefs.set),
  },
  ...oldCodeAddresses,
  ...attackSiteAddresses,
];

/** Files that only the old site's own pages used. What drew its matrices has a successor and is not among them. */
const retired = /^static\/(?!matrices\/)./;

/** Old names of the old site's root: as it was served, and as it is where Tidemap stands in its place. */
const roots = /^(?:mappings-explorer|ctid\/mappings-explorer)(?:\/|$)/;

/**
 * Where a page of an older site is now. `path` starts with a slash and may have the old site's root in front; `query`
 * holds what followed the question mark. null when it is no old address, or names nothing that is loaded.
 */
export function resolveOldAddress(kb: KnowledgeBase, path: string, query: Query): OldAddress | null {
  const decoded = decode(path);
  if (decoded === null) return null;
  const below = decoded.replace(roots, "");
  if (below === "") return below === decoded ? null : { status: 301, href: hrefs.home() };
  if (retired.test(below)) return { status: 410, href: null };
  for (const kind of kinds) {
    const match = kind.pattern.exec(below);
    if (!match) continue;
    const href = kind.to(kb, match.groups ?? {}, query);
    return href === null ? null : { status: 301, href };
  }
  return null;
}

/** A file of a set: the one of that name, else the page that lists what there is. */
function download(kb: KnowledgeBase, { fw, version, release, domain, file = "" }: Parts): string | null {
  return knownSet(kb, [fw, version, release, domain].join("/"), (set) => {
    const known = setFormats.some(({ suffix }) => file === setFileStem(set) + suffix);
    return hrefs.setDownloads(set) + (known ? encodeURIComponent(file) : "");
  });
}

/** The matrix of a release where it is loaded, else the current one. */
function oldMatrix(kb: KnowledgeBase, asked = "enterprise", release = ""): string {
  const domain = isDomain(asked) ? asked : "enterprise";
  const version = parseAttackVersion(release);
  const known = version !== null && kb.timeline(domain).resolve(version) !== null;
  return hrefs.matrix(domain, known ? version : null);
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
      .replace(/^\/+/, "")
      .replace(/(?:\/index\.html|\/+)$/, "");
  } catch {
    return null; // a stray % was no address of the old site either
  }
}

function at(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`);
}

function ofFramework(kb: KnowledgeBase, { fw }: Parts, href: (framework: string) => string | null): string | null {
  const framework = findFrameworkId(fw ?? "", kb.frameworkIds);
  return framework === null ? null : href(framework);
}

/** The old site's folder of a set is its framework's short name, a dash and the version: `nist-rev5`. */
function setAddress(kb: KnowledgeBase, parts: Parts, href: (set: string) => string | null): string | null {
  const { fw = "", release, domain, set = "" } = parts;
  const version = set.startsWith(`${fw}-`) ? set.slice(fw.length + 1) : set;
  return knownSet(kb, [fw, version, release, domain].join("/"), href);
}

function capability(kb: KnowledgeBase, framework: string, id = ""): string | null {
  const found = findCapability(kb, framework, id);
  return found.ok ? hrefs.capability(found.view.framework, found.view.id) : null;
}

function capabilityOfSet(kb: KnowledgeBase, set: string, id = ""): string | null {
  const found = findCapabilityInSet(kb, set, id);
  return found.ok ? hrefs.setCapability(set, found.view.inSet.id) : null;
}

function groupOfFramework(kb: KnowledgeBase, framework: string, group = ""): string | null {
  const sets = kb.sets.filter((set) => set.framework === framework).map((set) => kb.facts(set.id));
  const found = groupsInSets(sets).find(({ id }) => sameGroup(id, group));
  return found ? hrefs.capabilityGroup(framework, found.id) : null;
}

function list(kb: KnowledgeBase, { domain = "", release = "" }: Parts, href: typeof hrefs.techniques): string | null {
  const version = parseAttackVersion(release);
  if (!isDomain(domain) || !kb.domains.includes(domain) || version === null) return null;
  return kb.timeline(domain).resolve(version) === null ? href(domain) : href(domain, version);
}

function atRelease(kb: KnowledgeBase, kind: "technique" | "tactic", { id = "", release = "" }: Parts): string | null {
  const version = parseAttackVersion(release);
  return attackObject(kb, { kind, id }, () => version);
}
