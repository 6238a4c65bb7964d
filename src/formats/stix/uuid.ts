/** Name-based UUIDs (RFC 9562, version 5): the same name gives the same id, on every machine (decision 0012). */
import { sha1 } from "@noble/hashes/legacy.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** The namespace of all ids that Tidemap makes; a random UUID, chosen once. */
const namespace = hexToBytes("7e1d1f367c554f0a9c352b8f1d0a6c41");

/** `relationship` and a name → `relationship--…`. */
export function stixIdOf(type: string, name: string): string {
  return `${type}--${uuidOf(name)}`;
}

/** The same for formats whose ids are bare UUIDs. */
export function uuidOf(name: string): string {
  const hash = sha1(concatBytes(namespace, utf8ToBytes(name))).subarray(0, 16);
  // Version 5 and the variant of RFC 9562 stand in two of the 16 bytes.
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const text = bytesToHex(hash);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}
