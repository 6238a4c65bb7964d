import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedEncoding, isCompressible } from "./encoding.js";

describe("acceptedEncoding", () => {
  it.each([
    [null, null],
    ["", null],
    ["br", "br"],
    ["gzip", "gzip"],
    ["x-gzip", "gzip"],
    ["gzip, br", "br"],
    ["gzip;q=0.9, br;q=0.8", "gzip"],
    ["gzip;q=0.8, br;q=0.8", "br"],
    ["*;q=0.5, br;q=0", "gzip"],
    ["deflate, zstd", null],
    ["brotli", null],
  ])("%j -> %s", (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });

  it("never throws, and never names a coding that the header does not", () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const encoding = acceptedEncoding(header);
        if (encoding !== null) expect(header.includes("*") || header.toLowerCase().includes(encoding)).toBe(true);
      }),
    );
  });
});

describe("isCompressible", () => {
  it("texts are, above a packet; fonts and pictures are not", () => {
    expect(isCompressible("text/html; charset=utf-8", 5000)).toBe(true);
    expect(isCompressible("application/problem+json", 5000)).toBe(true);
    expect(isCompressible("text/html; charset=utf-8", 100)).toBe(false);
    expect(isCompressible("font/woff2", 5000)).toBe(false);
    expect(isCompressible("image/png", 5000)).toBe(false);
  });
});
