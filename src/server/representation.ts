import { hash } from "node:crypto";
import { bytesOf } from "../sources/bytes-of.js";
import { acceptedEncoding, compress, type Encoding, isCompressible } from "./encoding.js";
import type { Headers } from "./headers.js";

/** One form of a body that goes over the wire, with headers that are ready to send. */
interface Variant {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly headers: Headers;
  /** Headers of the 304 that stands for this variant (RFC 9110, 15.4.5: no content headers, the rest as with 200). */
  readonly notModified: Headers;
}

/**
 * A finished answer, sent as often as it is asked for. Its ETag is strong and made of its bytes: equal bytes have equal
 * tags in every process, so replicas behind a balancer agree. Each coding has a tag of its own, since strong tags may
 * not be shared by different bytes. Codings are made when first asked for and kept.
 */
export class Representation {
  readonly status: number;
  readonly #type: string;
  readonly #headers: Headers;
  readonly #hash: string;
  readonly #plain: Variant;
  readonly #coded: Partial<Record<Encoding, Variant>> = {};
  readonly #pending: Partial<Record<Encoding, Promise<Variant>>> = {};

  constructor(answer: {
    readonly body: string | Uint8Array<ArrayBuffer>;
    readonly type: string;
    readonly headers: Headers;
    readonly status?: number;
  }) {
    const bytes = typeof answer.body === "string" ? bytesOf(answer.body) : answer.body;
    this.status = answer.status ?? 200;
    this.#type = answer.type;
    this.#hash = hash("sha256", bytes, "base64url").slice(0, 22);
    const varies = isCompressible(answer.type, bytes.length);
    this.#headers = varies ? { ...answer.headers, vary: "Accept-Encoding" } : answer.headers;
    this.#plain = this.#variant(bytes, null);
  }

  /** What keeping it costs at most, its compressed forms included (texts like ours shrink to a fifth). */
  get sizeBytes(): number {
    return Math.ceil(this.#plain.bytes.length * 1.5) + 2048;
  }

  /**
   * The answer to one request. At once where the coding it takes is at hand, else a promise. HEAD gets the same headers
   * without the body; a tag that the client holds already gets 304.
   */
  respond(request: Request): Response | Promise<Response> {
    const encoding = this.#headers.vary === undefined ? null : acceptedEncoding(request.headers.get("accept-encoding"));
    const variant = encoding === null ? this.#plain : this.#coded[encoding];
    if (variant !== undefined || encoding === null) return this.#send(request, variant ?? this.#plain);
    return this.#encoded(encoding).then((made) => this.#send(request, made));
  }

  #send(request: Request, variant: Variant): Response {
    if (this.status === 200) {
      const held = request.headers.get("if-none-match");
      if (held !== null && names(held, variant.etag)) {
        return new Response(null, { status: 304, headers: variant.notModified });
      }
    }
    const body = request.method === "HEAD" ? null : variant.bytes;
    return new Response(body, { status: this.status, headers: variant.headers });
  }

  #encoded(encoding: Encoding): Promise<Variant> {
    this.#pending[encoding] ??= compress(this.#plain.bytes, encoding).then((bytes) => {
      const variant = this.#variant(new Uint8Array(bytes), encoding);
      this.#coded[encoding] = variant;
      return variant;
    });
    return this.#pending[encoding];
  }

  #variant(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding | null): Variant {
    const etag = `"${this.#hash}${encoding === null ? "" : `.${encoding}`}"`;
    const notModified = this.status === 200 ? { ...this.#headers, etag } : this.#headers;
    const coded = encoding === null ? {} : { "content-encoding": encoding };
    const headers = {
      ...notModified,
      "content-type": this.#type,
      "content-length": String(bytes.length),
      ...coded,
    };
    return { bytes, etag, headers, notModified };
  }
}

/** Whether an If-None-Match header names the tag; the comparison is weak there (RFC 9110, 13.1.2). */
function names(header: string, etag: string): boolean {
  if (header === etag || header.trim() === "*") return true;
  return header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
