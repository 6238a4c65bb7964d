import type { Origin } from "../model/origin.js";

/** The publisher's own STIX identity: stands in every bundle it publishes. */
const publisherIdentity = "identity--c78cb6e5-0c4b-4611-8297-d1b8b55e40b5";

/** Where releases come from that are rebuilt rather than published: docs/guide/derived-release.md. */
const derivedFrom: Readonly<Record<string, Pick<Origin, "publisher" | "source" | "version" | "licence">>> = {
  "19.0": {
    publisher: "derived from public data",
    source: "MISP/misp-galaxy clusters over the published 18.1; ICS joined from public exports",
    version: "af84b199",
    licence: "CC0-1.0 OR BSD-2-Clause; ATT&CK terms of use",
  },
};

/** What is asked of a bundle's text to tell its origin; the text itself is not kept. */
export interface BundleStamp {
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
}

/** published: the bundle bears the publisher's identity; derived: its id says so; own: neither. */
export function originOfBundle({ path, text, sha256 }: BundleStamp): Origin {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const version = /-(\d+\.\d+)\.json$/.exec(name)?.[1] ?? null;
  const head = text.slice(0, 4096);
  if (/"id"\s*:\s*"bundle--[^"]*-derived"/.test(head)) {
    const known = derivedFrom[version ?? ""] ?? { publisher: "derived", source: name, version, licence: "not stated" };
    return { kind: "derived", ...known, sha256 };
  }
  if (!text.includes(publisherIdentity)) {
    return { kind: "own", publisher: "own file", source: name, version, licence: "not stated", sha256 };
  }
  // STIX 2.1 bundles carry a spec_version on every object, the publisher's older repository wrote 2.0.
  const stix20 = /"spec_version"\s*:\s*"2\.0"/.test(head);
  // A bundle whose id is no UUID was put together again from the publisher's files of single objects: the hash is of that.
  const rebuilt = /"id"\s*:\s*"bundle--(?![0-9a-f]{8}-)/.test(head)
    ? ", put together from its files of single objects"
    : "";
  const source = stix20 ? `mitre/cti: ATT&CK-v${version ?? "?"}${rebuilt}` : `mitre-attack/attack-stix-data: ${name}`;
  return {
    kind: "published",
    publisher: "The MITRE Corporation",
    source,
    version,
    licence: "ATT&CK terms of use",
    sha256,
  };
}
