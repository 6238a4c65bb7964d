import { TidemapError } from "../model/diagnostic.js";
import { hrefs } from "../site/hrefs.js";

/** The file that a static host sends for an address with a final slash: decoded, as hosts look files up. */
export function pageFile(address: string): string {
  return `${folderName(address)}index.html`;
}

/** The file of an address's JSON twin. */
export function twinFile(address: string): string {
  return `${folderName(hrefs.api(address))}index.json`;
}

/** A file at a page's address and its own name. */
export function fileBeside(address: string, name: string): string {
  return folderName(address) + name;
}

/** What no file system of a static host must be asked for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unsafe = /^\.{1,2}$|[/\\\u0000-\u001f]/;

/** `/sets/a/capabilities/A%26A-01/` → `sets/a/capabilities/A&A-01/`. Throws a TidemapError for a name no folder may have. */
function folderName(address: string): string {
  const names = address.split("/").slice(1, -1).map(decodeURIComponent);
  const bad = names.find((name) => unsafe.test(name) || Buffer.byteLength(name) > 240);
  if (bad !== undefined) {
    throw new TidemapError("TM7004", `${JSON.stringify(bad.slice(0, 80))} cannot be the name of a folder.`, {
      hint: "An id in your own data has signs that no file system takes; give it another id.",
    });
  }
  return names.map((name) => `${name}/`).join("");
}
