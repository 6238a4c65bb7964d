import type { Severity } from "../model/diagnostic.js";

interface BundleCode {
  readonly severity: Severity;
  /** What the code says, for docs/rules. */
  readonly meaning: string;
}

/** Every finding about an ATT&CK bundle. Codes are stable. To add one: the next free number, never a re-used one. */
export const bundleCodes = {
  TM2001: { severity: "error", meaning: "The text is not JSON." },
  TM2002: { severity: "error", meaning: "The JSON is nested deeper than any bundle is." },
  TM2003: { severity: "error", meaning: "The JSON is not a STIX bundle with a list of objects." },
  TM2004: { severity: "error", meaning: "Neither the file name nor the bundle says which domain and release this is." },
  TM2005: { severity: "warning", meaning: "An object lacks its type, id or name, or is no object; it is left out." },
  TM2006: { severity: "warning", meaning: "An object of a kind that has ATT&CK ids has none." },
  TM2007: { severity: "note", meaning: "Two objects share a STIX id; the one modified last is kept." },
  TM2008: { severity: "note", meaning: "A relation names an object that the bundle does not hold; it is left out." },
  TM2009: { severity: "note", meaning: "The same relation is stated twice; it counts once." },
  TM2010: { severity: "note", meaning: "Relations touch a revoked or deprecated object; they are left out." },
  TM2011: { severity: "warning", meaning: "A matrix lists a tactic that the bundle does not hold." },
  TM2012: { severity: "note", meaning: "The file begins with a byte order mark; it is skipped." },
  TM2013: { severity: "warning", meaning: "File name and bundle name different releases; the bundle is believed." },
  TM2014: { severity: "note", meaning: "Relationships of a type that we do not hold are left out." },
  TM2015: { severity: "note", meaning: "Objects of a type that we do not hold are left out." },
  TM2016: { severity: "warning", meaning: "An active technique names a phase that is no tactic of its release." },
  TM2017: { severity: "note", meaning: "Objects and relations copied from another release are no facts of this one." },
  TM2018: { severity: "note", meaning: "A revoked technique has no revoked-by relation in this release." },
  TM2019: { severity: "note", meaning: "A release was given twice; one of the two is kept." },
  TM2020: { severity: "error", meaning: "A bundle of another domain was given." },
  TM2021: { severity: "note", meaning: "Objects of other domains that no live relation touches are left out." },
} as const satisfies Readonly<Record<string, BundleCode>>;

export type BundleCodeId = keyof typeof bundleCodes;
