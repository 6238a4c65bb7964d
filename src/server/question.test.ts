import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { techniqueFields } from "../site/fields.js";
import { queryOf } from "../site/query.js";
import { placeOf, questionKey } from "./question.js";

const asked = (text: string) => queryOf(new URLSearchParams(text), techniqueFields.parameters);

describe("placeOf", () => {
  it.each([
    ["/", { api: false, path: "/" }],
    ["/apiary/", { api: false, path: "/apiary/" }],
    ["/api/v1", { api: true, path: "/" }],
    ["/api/v1/sets/", { api: true, path: "/sets/" }],
    ["/api/v2/sets/", null],
    ["/api/", null],
  ])("%s", (path, place) => {
    expect(placeOf(path)).toEqual(place);
  });
});

it("one question has one key, two questions have two", () => {
  const values = fc.dictionary(
    fc.constantFrom("attack", "aligned", "framework"),
    // Nothing but commas is no value of a parameter that takes several.
    fc.string({ minLength: 1 }).filter((text) => /[^\s,]/.test(text)),
  );
  fc.assert(
    fc.property(values, values, (one, two) => {
      const [a, b] = [questionKey("/x/", one), questionKey("/x/", two)];
      expect(a === b).toBe(JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(two).sort()));
      expect(asked(a.slice("/x/?".length))).toEqual({ ...one });
    }),
  );
});
