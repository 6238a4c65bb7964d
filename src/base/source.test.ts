import { expect, it } from "vitest";
import { decodeLossy, decodeUtf8 } from "./source.js";

const bytes = (...values: number[]) => Uint8Array.from(values);

it("decodes UTF-8 and takes a byte order mark off", () => {
  expect(decodeUtf8(new TextEncoder().encode("Doppelgänger"))).toEqual({ ok: true, text: "Doppelgänger", mark: false });
  expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0x7b))).toEqual({ ok: true, text: "{", mark: true });
  expect(decodeUtf8(bytes())).toEqual({ ok: true, text: "", mark: false });
});

it("tells UTF-16 with and without its mark, and where UTF-8 ends", () => {
  for (const head of [bytes(0xff, 0xfe, 0x7b, 0), bytes(0xfe, 0xff, 0, 0x7b), bytes(0x7b, 0), bytes(0, 0x7b)]) {
    expect(decodeUtf8(head)).toMatchObject({ ok: false, fault: "utf-16" });
  }
  expect(decodeUtf8(bytes(0x61, 0x62, 0xe4, 0x62))).toEqual({ ok: false, fault: "invalid", offset: 2 });
});

it("decodes anything for guessing", () => {
  expect(decodeLossy(bytes(0xff, 0xfe, 0x61, 0, 0x62, 0))).toContain("ab");
});
