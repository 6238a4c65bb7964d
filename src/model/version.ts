import { BoundedCache } from "../base/bounded-cache.js";

// Made by `parseAttackVersion` only.
/** An ATT&CK release as the publisher writes it, always with a dot: `"16.1"`. */
export type AttackVersion = string & { readonly brand: "AttackVersion" };

/** `"16.1"`, `" v16.1 "` or `"16"` (the `.0` release) → an AttackVersion; null when it is no version. */
export function parseAttackVersion(text: string): AttackVersion | null {
  const match = /^\s*v?(\d{1,3})(?:\.(\d{1,3}))?\s*$/i.exec(text);
  if (!match) return null;
  return `${Number(match[1])}.${Number(match[2] ?? "0")}` as AttackVersion;
}

/**
 * Orders ATT&CK releases and framework versions alike: a date `MM/DD/YYYY` or `MM.DD.YYYY` by its day, all else by the
 * integers in the text (`rev5` → 5, `v2.1` → 2, 1). Never by the text itself: "12/11/2023" is older than "07/18/2025".
 * Source: the rule of newest sets, docs/data-rules.md.
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const left = keys.get(a, () => versionKey(a));
  const right = keys.get(b, () => versionKey(b));
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Few versions are compared many times: every menu of releases is sorted. */
const keys = new BoundedCache<readonly number[]>(500);

function versionKey(text: string): readonly number[] {
  const date = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text.trim());
  if (date) return [Number(date[3]), Number(date[1]), Number(date[2])];
  return (text.match(/\d+/g) ?? []).map(Number);
}
