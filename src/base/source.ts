/** A file's contents under the name that diagnostics give it. */
export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What decoding told of bytes: text without its byte order mark, or why there is none. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly mark: boolean }
  | { readonly ok: false; readonly fault: "utf-16" | "invalid"; readonly offset: number };

interface Decoder {
  decode(bytes: Uint8Array): string;
}

/** A web global that Node and browsers share (WHATWG Encoding). */
declare const TextDecoder: new (
  label: "utf-8",
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => Decoder;

/**
 * Bytes as UTF-8. UTF-16 is told by its mark, or by a zero among the first two bytes; `offset` of an invalid sequence is
 * the place of the first replacement character in UTF-16 units, the mark not counted.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (utf16 || (bytes.length > 1 && (first === 0 || second === 0))) return { ok: false, fault: "utf-16", offset: 0 };
  const mark = first === 0xef && second === 0xbb && third === 0xbf;
  const body = mark ? bytes.subarray(3) : bytes;
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body), mark };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const lossy = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body);
    return { ok: false, fault: "invalid", offset: Math.max(0, lossy.indexOf("\ufffd")) };
  }
}

/** Bytes as text at any price, for guessing what a file is: what is no UTF-8 is replaced, zeros (UTF-16) are dropped. */
export function decodeLossy(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes).replaceAll("\0", "");
}

/** The text of a source without its byte order mark; "" where the bytes are no UTF-8. For finding places only. */
export function textOfSource(source: Source): string {
  const decoded = decodeUtf8(source.bytes);
  return decoded.ok ? decoded.text : "";
}

/** Whether a path has no ending, as standard input has none: only its bytes tell what it is. */
export function lacksEnding(path: string): boolean {
  return !/\.[^./\\]+$/.test(path);
}

/** Whether bytes begin as an archive does (PKWARE APPNOTE 4.3.7), which a workbook is too. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}
