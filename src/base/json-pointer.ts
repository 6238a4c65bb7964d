/** One part of a JSON pointer (RFC 6901): `~` → `~0`, `/` → `~1`. */
export function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
