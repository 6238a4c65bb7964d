/** Attributes in which templates put addresses; those called data-… are for scripts. To add one: a word here. */
const attributes: ReadonlySet<string> = new Set(["href", "src", "action", "formaction", "data-href", "data-src"]);

/**
 * A finished page with `base` before every path of ours, and each link as `leads` says. Exact although it works on text:
 * templates escape every quotation mark of data, so that ` href="/` can only be a template's own. Found by hand, in half
 * of the time that an expression takes: an export has eight million links.
 *
 * A link that leads nowhere loses its `href`: what is left is an `a` that HTML calls a placeholder, read as plain text.
 */
export function placeLinks(
  page: string,
  { base, leads }: { readonly base: string; readonly leads?: ((path: string) => string | null) | undefined },
): string {
  let text = "";
  let kept = 0;
  for (let at = page.indexOf(opening); at >= 0; at = page.indexOf(opening, at + 1)) {
    const start = nameStart(page, at);
    const end = page.indexOf('"', at + opening.length);
    if (end < 0 || page[at + opening.length] === "/" || !isSpace(page[start - 1])) continue;
    if (!attributes.has(page.slice(start, at))) continue;
    const address = page.slice(at + 2, end);
    const path = leads === undefined ? address : target(address, leads);
    text += page.slice(kept, path === null ? start - 1 : at + 2);
    if (path !== null) text += base + path;
    kept = path === null ? end + 1 : end;
  }
  return text + page.slice(kept);
}

/** Before a path of ours, and not before an address with a host. */
const opening = '="/';

/** Where the attribute's name begins that ends before `end`. */
function nameStart(page: string, end: number): number {
  let start = end;
  while (isNameLetter(page.charCodeAt(start - 1))) start--;
  return start;
}

/** a to z and the hyphen; not the NaN before a text's first letter. */
function isNameLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || code === 45;
}

function isSpace(letter: string | undefined): boolean {
  return letter === " " || letter === "\n" || letter === "\t" || letter === "\r";
}

/** Query and place on the page stay with a path that stays; another page has other ones. */
function target(address: string, leads: (path: string) => string | null): string | null {
  const end = address.search(/[?#]/);
  const path = end < 0 ? address : address.slice(0, end);
  const led = leads(path);
  return led === path ? address : led;
}
