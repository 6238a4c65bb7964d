import { describe, expect, it } from "vitest";
import { techniqueFields } from "./fields.js";
import { queryOf, queryProblem } from "./query.js";

const { parameters } = techniqueFields;
const asked = (text: string) => queryOf(new URLSearchParams(text), parameters);
const refused = (text: string) => queryProblem(new URLSearchParams(text), parameters)?.detail ?? null;

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
