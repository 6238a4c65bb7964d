import { decodeLossy } from "../../base/source.js";

/**
 * How surely a file is a unified mapping file, by its first 64 KiB: 1 with the list of rows beside metadata or rows that
 * look like ours (YAML puts the metadata last), 0.5 with one of the two, 0 without. Broken encodings count as well, so
 * that the parser can say what is wrong.
 */
export function detectUnified(head: Uint8Array, path: string): number {
  if (!/\.(json|ya?ml)$/i.test(path)) return 0;
  const text = decodeLossy(head);
  const has = (key: string) => new RegExp(`(^|[{,\\s])["']?${key}["']?\\s*:`).test(text);
  const rows = has("mapping_objects");
  const metadata = has("mapping_framework");
  if (rows && (metadata || (has("attack_object_id") && has("mapping_type")))) return 1;
  return rows || metadata ? 0.5 : 0;
}
