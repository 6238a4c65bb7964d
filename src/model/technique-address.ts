/** The publisher's page of a technique in an ATT&CK release: `T1550.001` in `16.1` → `…/versions/v16/techniques/T1550/001/`. */
export function techniqueAddress(id: string, release: string): string {
  const major = release.replace(/\..*$/, "");
  return `https://attack.mitre.org/versions/v${major}/techniques/${encodeURIComponent(id.trim()).replace(".", "/")}/`;
}
