import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameParameters, rowParameters } from "../site/parameters.js";
import { placeOf, queryOf, queryProblem, questionKey } from "./question.js";

const parameters = [...frameParameters, ...rowParameters];
const asked = (text: string) => queryOf(new URLSearchParams(text), parameters);
const refused = (text: string) => queryProblem(new URLSearchParams(text), parameters)?.detail ?? null;

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

describe("queryOf", () => {
  it("takes known parameters, the first of each or all where several are taken, and none that is empty", () => {
    expect(
      asked("framework=m365&framework=%20,&framework=aws&function=&x=1&aligned-to=16.1&rating=a&rating=b"),
    ).toEqual({
      framework: "m365,aws",
      aligned: "16.1",
      rating: "a",
    });
  });
});

describe("queryProblem", () => {
  it("names the nearest parameter, or all there are", () => {
    expect(refused("framework=m365&min-rating=partial")).toBeNull();
    expect(refused("framwork=m365")).toContain("Did you mean framework?");
    expect(refused("zzzzzzzz=1")).toContain("It takes attack, aligned, framework, function, min-rating, rating.");
    expect(refused("attack=1&attack=2")).toContain("more than once");
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
