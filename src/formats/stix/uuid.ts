/** Name-based UUIDs (RFC 9562, version 5): the same name gives the same id, on every machine. */

/** Web globals that Node and browsers share (Web Cryptography, WHATWG Encoding). */
declare const crypto: { readonly subtle: { digest(algorithm: "SHA-1", bytes: Uint8Array): Promise<ArrayBuffer> } };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The namespace of all ids that Tidemap makes; a random UUID, chosen once. */
const namespace = "7e1d1f36-7c55-4f0a-9c35-2b8f1d0a6c41";

/** `relationship` and a name → `relationship--…`. */
export async function stixIdOf(type: string, name: string): Promise<string> {
  return `${type}--${await uuid5(name)}`;
}

async function uuid5(name: string): Promise<string> {
  const space = namespace.replaceAll("-", "").match(/../g) ?? [];
  const named = new TextEncoder().encode(name);
  const bytes = new Uint8Array([...space.map((pair) => Number.parseInt(pair, 16)), ...named]);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", bytes)).slice(0, 16);
  // Version 5 and the variant of RFC 9562 stand in two of the 16 bytes.
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const text = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}
