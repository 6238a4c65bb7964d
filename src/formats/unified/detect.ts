import { decodeUtf8 } from "../../base/source.js";

/**
 * How surely a file is a unified mapping file, by its first 64 KiB: 1 with the keys that no other format has, 0.5 with
 * the list of rows alone (YAML puts the metadata last), 0 without.
 */
export function detectUnified(head: Uint8Array, path: string): number {
  if (!/\.(json|ya?ml)$/i.test(path)) return 0;
  const text = headText(head);
  const rows = /(^|[{,\s])["']?mapping_objects["']?\s*:/.test(text);
  const metadata = /(^|[{,\s])["']?mapping_framework["']?\s*:/.test(text);
  if (rows && metadata) return 1;
  return rows || metadata ? 0.5 : 0;
}

/** The head may end within a character; up to three bytes less make it whole. */
function headText(head: Uint8Array): string {
  for (let cut = 0; cut < 4; cut++) {
    const decoded = decodeUtf8(head.subarray(0, head.length - cut));
    if (decoded.ok) return decoded.text;
  }
  return "";
}
