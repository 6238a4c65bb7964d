/** Mapping files that nobody published: what fast-check makes of the model, for properties of every format. */
import fc from "fast-check";
import type { MappingFile, MappingMetadata, MappingRow } from "../src/model/mapping-file.js";

/** Texts as files hold them, and those that formats stumble over. */
const words = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  fc.constantFrom(
    "",
    " ",
    "AC-2",
    "16.10",
    "1.4.0",
    "2025-01-02",
    "null",
    "yes",
    "~",
    "[]",
    "{}",
    "- a",
    "a: b",
    "# x",
    "=1+1",
    "'=1",
    "''=1",
    "-1",
    "@x",
    "a | b",
    "a,b",
    '"',
    "'",
    "\t",
    "\n",
    "\r\n",
    "a\rb",
    "\u0085\u2028\u2029\ufeff",
    "\u007f\u0001",
    "__proto__",
    "../../x",
    "ð\ud800",
  ),
);

/** undefined: the key is absent. */
const text = fc.option(fc.option(words, { nil: null }), { nil: undefined });

const others: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, words, fc.constant(null), fc.array(tie("value"), { maxLength: 3 })),
})).value;
const extraOf = (...keys: readonly string[]) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), others), { selector: ([key]) => key, maxLength: 2 })
    .map((members): ReadonlyMap<string, unknown> => new Map(members));

const row: fc.Arbitrary<MappingRow> = fc.record({
  capabilityId: text,
  capabilityDescription: text,
  capabilityGroup: text,
  mappingType: text,
  attackObjectId: fc.oneof(text, fc.constantFrom("T1078", "T1550.001")),
  attackObjectName: text,
  status: fc.oneof(
    text,
    fc.constantFrom("complete", "non_mappable", "in_progress", "internal_review", "final_draft", "version_changed"),
  ),
  scoreCategory: fc.oneof(text, fc.constantFrom("protect", "detect")),
  scoreValue: text,
  relatedScore: text,
  references: fc.option(fc.option(fc.array(words, { maxLength: 3 }), { nil: null }), { nil: undefined }),
  comments: text,
  attackVersion: text,
  technologyDomain: text,
  mappingFramework: text,
  mappingFrameworkVersion: text,
  extra: extraOf("x_note", "__proto__", "author", "toString"),
});

const names = fc.uniqueArray(fc.tuple(words, words), { selector: ([id]) => id, maxLength: 3 });

const metadata: fc.Arbitrary<MappingMetadata> = fc.record({
  mappingVersion: text,
  technologyDomain: fc.constantFrom("enterprise", "mobile", "ics"),
  attackVersion: fc.constantFrom("8.2", "10.0", "16.10"),
  mappingFramework: fc.constantFrom("own", "nist_800_53"),
  mappingFrameworkVersion: fc.constantFrom("rev5", "07/18/2025", "1.4.0", "4.1"),
  author: text,
  contact: text,
  organization: text,
  creationDate: text,
  lastUpdate: text,
  mappingTypes: fc
    .uniqueArray(fc.tuple(words, text, text), { selector: ([id]) => id, maxLength: 3 })
    .map((types) => new Map(types.map(([id, name, description]) => [id, { name, description }]))),
  capabilityGroups: names.map((groups) => new Map(groups)),
  extra: extraOf("x_note", "__proto__", "tags"),
});

/** Any mapping file of today's serialisations, as read or made by hand. */
export const mappingFiles: fc.Arbitrary<MappingFile> = fc.record({
  serialisation: fc.constantFrom("J2" as const, "J3" as const, "J4" as const),
  metadata,
  rows: fc.array(row, { maxLength: 6 }),
  extra: fc.constant(new Map()),
});

/**
 * What a file says: all but the order of keys and the program's habits, which parsing guesses from the text, and the
 * order of declarations, which JSON objects do not keep where ids are numbers.
 */
export function contentOf(file: MappingFile): unknown {
  const { mappingTypes, capabilityGroups, extra, keys: _, ...stated } = file.metadata;
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    metadata: { ...stated, extra: sorted(extra) },
    types: sorted(new Map([...mappingTypes].map(([id, { name, description }]) => [id, { name, description }]))),
    groups: sorted(capabilityGroups),
    rows: file.rows.map(({ keys: __, extra: own, ...fields }) => ({ ...fields, extra: sorted(own) })),
    extra: sorted(file.extra),
  };
}
