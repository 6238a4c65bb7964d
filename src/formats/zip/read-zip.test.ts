import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zipOf } from "../../../test/zip-made.js";
import { readZip } from "./read-zip.js";

const bounds = { entries: 10, inflated: 1_000_000 };

describe("an archive", () => {
  it("gives back every file, whatever it holds", async () => {
    const files = fc.array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 20 }).filter((name) => !name.endsWith("/")),
        body: fc.uint8Array({ maxLength: 500 }),
        stored: fc.boolean(),
      }),
      { maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(files, async (made) => {
        const read = await readZip(zipOf(made), bounds);
        expect(read.ok && read.entries.map(({ name, bytes }) => [name, [...bytes]])).toEqual(
          made.map(({ name, body }) => [name, [...body]]),
        );
      }),
    );
  });

  it.each([
    ["says what it inflates to", undefined],
    ["lies about it", 10],
  ])("that inflates beyond the bound is refused, though it %s", async (_, says) => {
    const body = new Uint8Array(2_000_000);
    const read = await readZip(zipOf([{ name: "bomb", body, ...(says === undefined ? {} : { says }) }]), bounds);
    expect(read).toMatchObject({ ok: false, fault: "inflated" });
  });

  it("of many small files is refused by their sum, and by their number", async () => {
    const file = { name: "part", body: new Uint8Array(200_000) };
    expect(await readZip(zipOf(new Array(9).fill(file)), bounds)).toMatchObject({ ok: false, fault: "inflated" });
    expect(await readZip(zipOf(new Array(11).fill(file)), bounds)).toMatchObject({ ok: false, fault: "entries" });
  });

  it("that is broken anywhere is a value, never a throw", async () => {
    const whole = zipOf([{ name: "a", body: new Uint8Array(300).fill(7) }]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, value) => {
        const broken = whole.slice();
        broken[at] = value;
        const read = await readZip(broken, bounds);
        expect(read.ok || read.message !== "").toBe(true);
      }),
      { numRuns: 500 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await readZip(bytes, bounds)).ok).toBe(false);
      }),
    );
  });
});
