/**
 * What a person may type for a technique, brought to the publisher's spelling: `t1550/001`, `T1550_001`, ` t1550.1 `
 * → `T1550.001`. Old mobile ids (`MOB-T1001`) keep their prefix. Null when it does not look like a technique id.
 */
export function parseTechniqueId(text: string): string | null {
  const match = /^\s*(MOB-)?T\s?(\d{4})(?:[./_\- ](\d{1,3}))?\s*$/i.exec(text);
  if (!match) return null;
  const sub = match[3] === undefined ? "" : `.${match[3].padStart(3, "0")}`;
  return `${(match[1] ?? "").toUpperCase()}T${match[2]}${sub}`;
}

/** `T1550.001` → `T1550`; null for a technique that is no sub-technique. Holds in every release (data: 0 exceptions). */
export function parentIdOf(id: string): string | null {
  const dot = id.indexOf(".");
  return dot < 0 ? null : id.slice(0, dot);
}
