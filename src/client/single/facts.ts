import type { FactFiles } from "../../knowledge/facts/manifest.js";

/** The facts that stand in the page itself: a JSON object of all fact files, gzipped, as base64. */
export async function factsInPage(): Promise<FactFiles> {
  const element = document.getElementById("facts");
  const packed = Uint8Array.from(atob(element?.textContent ?? ""), (sign) => sign.charCodeAt(0));
  element?.remove(); // half a megabyte of text that nobody needs any more
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const files = (await new Response(stream).json()) as Readonly<Record<string, string>>;
  return {
    text(name) {
      const text = files[name];
      if (text === undefined) throw new Error(`no fact file is called ${JSON.stringify(name)}`);
      return text;
    },
  };
}
