/**
 * Address paths of every page, made here only; routes.ts answers under the same patterns (law: href ↔ match).
 * All are absolute paths with a final slash.
 */
import { capabilitySlug } from "../model/capability.js";
import type { Domain } from "../model/domain.js";

/** A value as one segment of a path. Nearly all are their own: asking is half the work of encoding. */
function segment(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : encodeURIComponent(value);
}

/** Values between slashes, each a segment. */
function segments(values: string): string {
  return /^[\w./-]+$/.test(values) ? values : values.split("/").map(encodeURIComponent).join("/");
}

function at(path: string, release: string | null | undefined): string {
  return release == null ? path : `${path}v/${segment(release)}/`;
}

export const hrefs = {
  home: () => "/",
  techniques: (domain?: Domain, release?: string | null) =>
    at(domain ? `/techniques/${domain}/` : "/techniques/", release),
  technique: (id: string, release?: string | null) => at(`/techniques/${segment(id)}/`, release),
  techniqueChanges: (id: string) => `/techniques/${segment(id)}/changes/`,
  tactics: (domain?: Domain, release?: string | null) => at(domain ? `/tactics/${domain}/` : "/tactics/", release),
  tactic: (id: string, release?: string | null) => at(`/tactics/${segment(id)}/`, release),
  matrix: (domain: Domain, release?: string | null) => at(`/matrix/${domain}/`, release),
  groups: (release?: string | null) => at("/groups/", release),
  group: (id: string, release?: string | null) => at(`/groups/${segment(id)}/`, release),
  softwareList: (release?: string | null) => at("/software/", release),
  software: (id: string, release?: string | null) => at(`/software/${segment(id)}/`, release),
  campaigns: (release?: string | null) => at("/campaigns/", release),
  campaign: (id: string, release?: string | null) => at(`/campaigns/${segment(id)}/`, release),
  mitigations: (release?: string | null) => at("/mitigations/", release),
  mitigation: (id: string, release?: string | null) => at(`/mitigations/${segment(id)}/`, release),
  frameworks: () => "/frameworks/",
  framework: (framework: string) => `/frameworks/${segment(framework)}/`,
  capability: (framework: string, id: string) =>
    `/frameworks/${segment(framework)}/capabilities/${capabilitySlug(id)}/`,
  capabilityChanges: (framework: string, id: string) => `${hrefs.capability(framework, id)}changes/`,
  capabilityGroup: (framework: string, group: string) =>
    `/frameworks/${segment(framework)}/groups/${capabilitySlug(group)}/`,
  sets: () => "/sets/",
  set: (set: string) => `/sets/${segments(set)}/`,
  setCapability: (set: string, id: string) => `${hrefs.set(set)}capabilities/${capabilitySlug(id)}/`,
  setDownloads: (set: string) => `${hrefs.set(set)}download/`,
  setChanges: (set: string, older: string) => {
    const [, version = "", release = ""] = older.split("/");
    return `${hrefs.set(set)}changes/${segment(version)}/${segment(release)}/`;
  },
  setGroup: (set: string, group: string) => `${hrefs.set(set)}groups/${capabilitySlug(group)}/`,
  search: (query?: string) => (query ? `/search/?q=${segment(query)}` : "/search/"),
  about: (topic = "") => (topic === "" ? "/about/" : `/about/${segment(topic)}/`),
  methodology: (topic: string) => `/about/methodology/${segment(topic)}/`,
  sources: () => "/sources/",
  check: () => "/check/",
  api: (path: string) => `/api/v1${path}`,
} as const;
