/**
 * A page that is not there, on a host that only sends files: an address of a site we succeed is looked up in the map that
 * the export has for nginx, and gone to. Other addresses stay where they are.
 */
export function attach(): void {
  const { site, base = "" } = document.documentElement.dataset;
  if (site !== "static") return;
  const path = decoded(location.pathname);
  if (!path?.startsWith(`${base}/`)) return;
  void fetch(`${base}/redirects.nginx.map`)
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((map) => {
      const target = targetIn(map, path);
      if (target !== null) location.replace(target + location.hash);
    })
    .catch(() => undefined); // no connection: the page says what there is to say
}

/** The line of a path, with or without its final slash; nginx compares without case. */
function targetIn(map: string, path: string): string | null {
  const folded = map.toLowerCase();
  for (const asked of [path, `${path}/`, path.replace(/index\.html$/, "")]) {
    const key = `"${asked.replace(/["\\]/g, "\\$&").toLowerCase()}" "`;
    const at = folded.startsWith(key) ? 0 : folded.indexOf(`\n${key}`) + 1;
    if (at === 0 && !folded.startsWith(key)) continue;
    const [, target = ""] = /^"(.*)";/.exec(map.slice(at + key.length - 1)) ?? [];
    if (target.startsWith("/")) return target;
  }
  return null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null; // no address of anything
  }
}
