/**
 * The control of an enhancement as NIST SP 800-53 writes it (`AC-2(1)`, `AC-02 (01)`) and as its OSCAL catalogue does (`ac-2.1`);
 * null for anything else. Published mappings are of controls.
 */
export function controlOfEnhancement(text: string): string | null {
  return /^\s*([a-z]{2}\s*-?\s*\d{1,2})\s*(?:\(\s*\d{1,2}\s*\)|\.\d{1,2})\s*$/i.exec(text)?.[1] ?? null;
}
