import { expect, it } from "vitest";
import { parseProse } from "../attack/prose.js";
import { toJson } from "./json.js";

const prose = parseProse("Says it (Citation: Book).", [{ name: "Book", description: null, url: "https://x.example/" }]);

it("maps become records and prose plain text, however deep they stand", () => {
  const view = { a: [{ counts: new Map([["__proto__", { told: prose }]]) }], b: 1, c: null };
  const json = JSON.parse(JSON.stringify(toJson(view)));
  const [{ counts }] = json.a;
  expect(Object.keys(counts)).toEqual(["__proto__"]);
  const { told } = Object.getOwnPropertyDescriptor(counts, "__proto__")?.value as { readonly told: unknown };
  expect(told).toEqual(toJson(prose));
  expect(JSON.stringify(told)).toContain("Says it");
  expect(JSON.stringify(told)).not.toContain("blocks");
  expect([json.b, json.c]).toEqual([1, null]);
});

it("leaves the view as it is", () => {
  const view = { deep: [new Map([["a", 1]])], plain: [1, { b: 2 }] };
  toJson(view);
  expect(view).toEqual({ deep: [new Map([["a", 1]])], plain: [1, { b: 2 }] });
});
