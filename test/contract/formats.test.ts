/** Every format keeps the promises of its face: it knows what it wrote, reads it back, bounds what it takes, never throws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Source } from "../../src/base/source.js";
import { defaultBounds } from "../../src/formats/format.js";
import type { MappingFormat } from "../../src/formats/mapping-format.js";
import { detectFormat, mappingFormats } from "../../src/formats/registry.js";
import type { MappingFile } from "../../src/model/mapping-file.js";
import { contentOf, mappingFiles } from "../formats-made.js";

const bytesOf = (body: string | Uint8Array) => (typeof body === "string" ? new TextEncoder().encode(body) : body);

async function write(format: MappingFormat, file: MappingFile): Promise<{ source: Source; lost: readonly string[] }> {
  const written = await format.serialize?.(file, { name: "own" });
  const [first] = written?.files ?? [];
  if (written === undefined || first === undefined) throw new Error(`${format.id} wrote no file`);
  return { source: { path: first.name, bytes: bytesOf(first.body) }, lost: written.lost };
}

/** How often parsers are given junk; `TIDEMAP_FUZZ_RUNS=100000` is the long mode. */
const fuzz = { numRuns: Number(process.env.TIDEMAP_FUZZ_RUNS ?? 100) };
const longMs = Math.max(120_000, fuzz.numRuns * 10);

/** A file that every format has something to say about. */
const plain: MappingFile = {
  serialisation: "J3",
  metadata: {
    mappingVersion: "1",
    technologyDomain: "enterprise",
    attackVersion: "16.1",
    mappingFramework: "own",
    mappingFrameworkVersion: "1.0",
    author: "A",
    contact: null,
    organization: null,
    creationDate: "01/02/2025",
    lastUpdate: "01/03/2025",
    mappingTypes: new Map([["mitigates", { name: "Mitigates", description: "" }]]),
    capabilityGroups: new Map([["ID", "Identity"]]),
    extra: new Map(),
  },
  rows: [
    {
      capabilityId: "own-mfa",
      capabilityDescription: "Second factor",
      capabilityGroup: "ID",
      mappingType: "mitigates",
      attackObjectId: "T1078",
      attackObjectName: "Valid Accounts",
      status: "complete",
      scoreCategory: undefined,
      scoreValue: undefined,
      relatedScore: undefined,
      references: ["https://example.org/mfa"],
      comments: "A comment.",
      attackVersion: undefined,
      technologyDomain: undefined,
      mappingFramework: undefined,
      mappingFrameworkVersion: undefined,
      extra: new Map(),
    },
  ],
  extra: new Map(),
};

it("ids and titles are told apart", () => {
  for (const part of ["id", "title"] as const) {
    const all = mappingFormats.map((format) => format[part]);
    expect(new Set(all).size).toBe(all.length);
  }
});

describe.each(mappingFormats.map((format) => [format.id, format] as const))("%s", (_id, format) => {
  const { serialize, parse, lossless } = format;

  it.runIf(serialize && parse)("knows its own output, more surely than any other format", async () => {
    const { source } = await write(format, plain);
    expect(detectFormat(source.bytes.subarray(0, 65_536), source.path)?.id).toBe(format.id);
    expect(format.extensions.some((ending) => source.path.endsWith(ending))).toBe(true);
  });

  it("takes nothing for its own that is not", () => {
    for (const name of ["a.txt", "a.png", "a.csv", "a.json", "a"]) {
      expect(format.detect(new Uint8Array(), name)).toBe(0);
      expect(format.detect(bytesOf("lorem ipsum dolor"), name)).toBe(0);
    }
  });

  it.runIf(serialize)("gives the same bytes for the same model, under the stem that was asked for", async () => {
    const [once, twice] = await Promise.all([write(format, plain), write(format, plain)]);
    expect(Buffer.from(once.source.bytes).equals(Buffer.from(twice.source.bytes))).toBe(true);
    expect(once.source.path).toMatch(/^own[\w.-]*$/);
  });

  it.runIf(serialize && parse && lossless)("reads back what it wrote, whatever the model holds", async () => {
    await fc.assert(
      fc.asyncProperty(mappingFiles, async (file) => {
        const { source, lost } = await write(format, file);
        const back = await parse?.(source, defaultBounds);
        expect(lost).toEqual([]);
        expect(contentOf(back?.value as MappingFile)).toEqual(contentOf(file));
      }),
      { numRuns: 200 },
    );
  });

  const says = async (path: string, bytes: Uint8Array) => {
    const read = await parse?.({ path, bytes }, defaultBounds);
    if (read?.value === null) expect(read.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  };

  it.runIf(parse)(
    "reads anything without throwing, and says what is wrong",
    async () => {
      const name = `a${format.extensions[0]}`;
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => says(name, bytes)),
        fuzz,
      );
    },
    longMs,
  );

  it.runIf(serialize && parse)(
    "reads its own output however it is broken",
    async () => {
      const { source } = await write(format, plain);
      const broken = fc.array(fc.tuple(fc.nat(source.bytes.length), fc.nat(8), fc.uint8Array({ maxLength: 8 })), {
        minLength: 1,
        maxLength: 4,
      });
      await fc.assert(
        fc.asyncProperty(broken, (edits) => {
          const bytes = edits.reduce<Uint8Array>(
            (text, [at, gone, put]) => new Uint8Array([...text.subarray(0, at), ...put, ...text.subarray(at + gone)]),
            source.bytes,
          );
          return says(source.path, bytes);
        }),
        fuzz,
      );
    },
    longMs,
  );

  it.runIf(parse)("refuses what is larger than its bounds", async () => {
    const { source } = serialize ? await write(format, plain) : { source: { path: "a", bytes: new Uint8Array(9) } };
    const read = await parse?.(source, { ...defaultBounds, bytes: 8 });
    expect(read?.value).toBeNull();
    expect(read?.diagnostics[0]?.code).toBe("TM0001");
  });
});
