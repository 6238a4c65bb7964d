import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultBounds } from "../format.js";
import { parseControlList } from "./control-list.js";

const read = (text: string, path = "a.json") =>
  parseControlList({ path, bytes: new TextEncoder().encode(text) }, defaultBounds);
const profile = (...imports: readonly object[]) => JSON.stringify({ profile: { imports } });

it("a profile's controls are those it names, less those it excludes, each once", () => {
  const include = [{ "with-ids": ["ac-1", "ac-2"] }, { "with-ids": ["ac-2", "ac-2.1"] }];
  const { value } = read(
    profile({ href: "#a", "include-controls": include, "exclude-controls": [{ "with-ids": ["ac-1"] }] }),
  );
  expect(value?.controls.map(({ id }) => id)).toEqual(["ac-2", "ac-2.1"]);
});

it.each([
  ["all", { href: "c.json", "include-all": {} }],
  ["a pattern", { href: "c.json", "include-controls": [{ matching: [{ pattern: "ac-*" }] }] }],
  [
    "controls below one",
    { href: "c.json", "include-controls": [{ "with-ids": ["ac-2"], "with-child-controls": "yes" }] },
  ],
  [
    "all but a pattern",
    { href: "c.json", "include-controls": [{ "with-ids": ["a"] }], "exclude-controls": [{ matching: [] }] },
  ],
])("a profile that chooses %s needs its catalogue, and is refused at that place", (_what, imported) => {
  const { value, diagnostics } = read(profile({ "include-controls": [{ "with-ids": ["ac-1"] }] }, imported));
  expect([value, diagnostics[0]?.code, diagnostics[0]?.place.pointer]).toEqual([null, "TM0011", "/profile/imports/1"]);
});

const runs = Number(process.env.TIDEMAP_FUZZ_RUNS ?? 200);

it(
  "reads anything without throwing, and says why there is no list",
  () => {
    const keys = fc.constantFrom(
      "catalog",
      "profile",
      "groups",
      "controls",
      "imports",
      "include-controls",
      "with-ids",
      "id",
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.string({ maxLength: 5 }),
        fc.constant(null),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(keys, tie("value"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.nat(), (document, cut) => {
        const text = JSON.stringify(document) ?? "";
        for (const whole of [text, text.slice(0, cut % (text.length + 1))]) {
          const list = read(whole);
          if (list.value === null) expect(list.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
          else expect(list.value.controls.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: runs },
    );
  },
  Math.max(60_000, runs * 5),
);
