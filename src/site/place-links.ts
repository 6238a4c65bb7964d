/** Attributes in which templates put addresses; those called data-… are for scripts. To add one: a word here. */
const addresses = /(\s(?:href|src|action|formaction|data-href|data-src)=)"(\/(?!\/)[^"]*)"/g;

/**
 * A finished page with `base` before every path of ours, and each link as `leads` says. Exact although it works on text:
 * templates escape every quotation mark of data, so that ` href="/` can only be a template's own.
 *
 * A link that leads nowhere loses its `href`: what is left is an `a` that HTML calls a placeholder, read as plain text.
 */
export function placeLinks(
  page: string,
  place: { readonly base: string; readonly leads?: ((path: string) => string | null) | undefined },
): string {
  return page.replace(addresses, (whole, attribute: string, address: string) => {
    const path = place.leads === undefined ? address : target(address, place.leads);
    if (path === null) return "";
    return path === address && place.base === "" ? whole : `${attribute}"${place.base}${path}"`;
  });
}

/** Query and place on the page stay with a path that stays; another page has other ones. */
function target(address: string, leads: (path: string) => string | null): string | null {
  const path = /^[^?#]*/.exec(address)?.[0] ?? address;
  const led = leads(path);
  return led === path ? address : led;
}
