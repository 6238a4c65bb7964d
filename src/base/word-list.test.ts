import { expect, it } from "vitest";
import { wordList } from "./word-list.js";

it.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a or b"],
  [["a", "b", "c"], "a, b or c"],
])("%j reads %j", (words, read) => {
  expect(wordList(words, "or")).toBe(read);
  expect(wordList(words, "and")).toBe(read.replace(" or ", " and "));
});
