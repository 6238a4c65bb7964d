import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readZip } from "./read-zip.js";

interface Made {
  readonly name: string;
  readonly body: Uint8Array;
  /** What the directory says the file inflates to; the truth where absent. */
  readonly says?: number;
  readonly stored?: boolean;
}

/** An archive made by hand, so that it can lie. */
function zipOf(files: readonly Made[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, says = body.length, stored = false } of files) {
    const packed = stored ? Buffer.from(body) : deflateRawSync(body);
    const named = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(stored ? 0 : 8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(says, 22);
    local.writeUInt16LE(named.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says, 24);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, named, packed);
    directory.push(entry, named);
    offset += local.length + named.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

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
