import { join } from "node:path";
import { TidemapError } from "../model/diagnostic.js";
import { type Domain, domains } from "../model/domain.js";
import { type AttackVersion, compareVersions, parseAttackVersion } from "../model/version.js";
import { defaultLimits, download } from "./download.js";
import { newestPinned, releaseIndexPath } from "./publisher.js";
import type { PullOptions } from "./pull.js";

/** A release that the publisher lists and the pinned commit does not have. */
export interface NewerRelease {
  readonly domain: Domain;
  readonly version: AttackVersion;
  readonly url: string;
}

const mostIndexBytes = 1024 * 1024;

/** Releases newer than the pinned ones, from the publisher's own list; [] where the list cannot be had or read. */
export async function findNewerReleases(
  home: string,
  base: string,
  options: PullOptions,
): Promise<readonly NewerRelease[]> {
  try {
    const bytes = await download({
      url: `${base}/${releaseIndexPath}`,
      part: join(home, "downloads", "index"),
      expected: {},
      maxBytes: mostIndexBytes,
      limits: { ...(options.limits ?? defaultLimits), tries: 2 },
      signal: options.signal,
    });
    return readReleaseIndex(new TextDecoder().decode(bytes)).filter(
      ({ domain, version }) => compareVersions(version, newestPinned(domain)) > 0,
    );
  } catch (cause) {
    // The list is a courtesy: what was asked for is loaded already.
    if (cause instanceof TidemapError || cause instanceof SyntaxError) return [];
    throw cause;
  }
}

/** The publisher's `index.json`: collections of releases, each with an address. Entries of other shapes are passed over. */
function readReleaseIndex(text: string): readonly NewerRelease[] {
  const { collections } = JSON.parse(text) as { readonly collections?: unknown };
  if (!Array.isArray(collections)) return [];
  return (collections as readonly { readonly versions?: unknown }[]).flatMap(({ versions }) =>
    (Array.isArray(versions) ? (versions as readonly { version?: unknown; url?: unknown }[]) : []).flatMap(
      ({ version, url }) => {
        if (typeof version !== "string" || typeof url !== "string") return [];
        const release = parseAttackVersion(version);
        const domain = domains.find((known) => url.includes(`/${known}-attack/`));
        return release === null || domain === undefined || !url.startsWith("https://")
          ? []
          : [{ domain, version: release, url }];
      },
    ),
  );
}
