import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Content codings we send, the better one first. */
export type Encoding = "br" | "gzip";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Smaller bodies fit one packet anyway. */
const leastBytes = 860;

/** True where compressing a body of this media type and length is worth it. */
export function isCompressible(type: string, sizeBytes: number): boolean {
  return sizeBytes >= leastBytes && /^(text\/|application\/([a-z]+\+)?(json|xml|yaml|x-ndjson)|image\/svg)/.test(type);
}

/**
 * The coding a client takes (RFC 9110, 12.5.3): the one it weighs highest, brotli on a tie; null for none or an absent
 * header. Malformed weights count as 1, as in lenient readers.
 */
export function acceptedEncoding(header: string | null): Encoding | null {
  if (header === null || header === "") return null;
  let br: number | null = null;
  let zipped: number | null = null;
  let any = 0;
  for (const part of header.split(",")) {
    const [name = "", ...parameters] = part.split(";");
    const weight = weightOf(parameters);
    const coding = name.trim().toLowerCase();
    if (coding === "br") br = weight;
    else if (coding === "gzip" || coding === "x-gzip") zipped = weight;
    else if (coding === "*") any = weight;
  }
  const brWeight = br ?? any;
  const gzipWeight = zipped ?? any;
  if (brWeight > 0 && brWeight >= gzipWeight) return "br";
  return gzipWeight > 0 ? "gzip" : null;
}

function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const match = /^\s*q=([\d.]+)\s*$/i.exec(parameter);
    if (match) return Number(match[1]);
  }
  return 1;
}

/**
 * The body in a coding. Medium effort: a body is compressed once and sent many times, but the first reader waits for it.
 */
export function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === "gzip") return zip(bytes, { level: 7 });
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
