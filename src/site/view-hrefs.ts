/**
 * Addresses as a view asks for them: a page of hrefs.ts with the view's own release, or with a question. No HTML: pages
 * link them, tables and sentences carry them.
 */
import type { AttackKind } from "../model/attack.js";
import type { Domain } from "../model/domain.js";
import { hrefs } from "./hrefs.js";
import { facetQuery } from "./table/question.js";

/** Kinds that have a page of their own; null: they are shown by id and name. */
const pages = {
  technique: hrefs.technique,
  tactic: hrefs.tactic,
  group: hrefs.group,
  malware: hrefs.software,
  tool: hrefs.software,
  campaign: hrefs.campaign,
  mitigation: hrefs.mitigation,
  matrix: null,
  "data-source": null,
  "data-component": null,
  "detection-strategy": null,
  analytic: null,
  asset: null,
} as const satisfies Record<AttackKind, ((id: string, release: string | null) => string) | null>;

/** An object's page at a release, null = current; null where it has no id or its kind no page. */
export function objectHref(kind: AttackKind, id: string | null, release: string | null): string | null {
  return id === null ? null : (pages[kind]?.(id, release) ?? null);
}

/** An address with query values set; empty and absent values are left out. */
export function withQuery(path: string, values: Readonly<Record<string, string | number | null | undefined>>): string {
  let address = path;
  for (const [key, value] of Object.entries(values)) {
    if (value == null || value === "") continue;
    address += `${address === path ? "?" : "&"}${encodeURIComponent(key)}=${encodeURIComponent(value)}`;
  }
  return address;
}

/** Rows of a set that map something, or that say that nothing fits. */
export function rowsOfStatus(set: string, status: "mappable" | "non_mappable"): string {
  return `${withQuery(hrefs.set(set), facetQuery({ status: [status] }))}#rows`;
}

/** Capabilities that the newest set of a framework and domain maps. */
export function mappedCapabilities({
  framework,
  domain,
}: {
  readonly framework: string;
  readonly domain: Domain;
}): string {
  return `${withQuery(hrefs.framework(framework), { domain, standing: "mapped" })}#rows`;
}

/** What a page needs of a view to keep its release in links. */
interface AtRelease {
  readonly kind: "current" | "aligned" | "as-authored";
  readonly release: string;
}

/** The release as an address of an ATT&CK object needs it: none in the current view. */
export function releaseOf(view: AtRelease): string | null {
  return view.kind === "current" ? null : view.release;
}

/** A technique's page in the same view: as authored, aligned or current; `filter` narrows its rows. */
export function techniqueHref(
  id: string,
  view: AtRelease,
  filter: Readonly<Record<string, string | null | undefined>> = {},
): string {
  if (view.kind === "aligned") return withQuery(hrefs.technique(id), { aligned: view.release, ...filter });
  return withQuery(hrefs.technique(id, releaseOf(view)), filter);
}
