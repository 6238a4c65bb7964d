/** JSON pointers (RFC 6901): "" is the whole document, `/a~1b/0` the first item of the member `a/b`. */
export function jsonPointer(path: readonly (string | number)[]): string {
  let pointer = "";
  for (const part of path) pointer += `/${typeof part === "number" ? part : escapePointer(part)}`;
  return pointer;
}

/** One part of a pointer: `~` → `~0`, `/` → `~1`. */
export function escapePointer(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
