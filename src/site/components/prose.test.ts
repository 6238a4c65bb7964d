import { expect, it } from "vitest";
import { parseProse } from "../../attack/prose.js";
import { prose } from "./prose.js";

const known = [{ name: "Blog", description: "A blog, 2024", url: "https://example.org/a" }];

it("shows the first paragraph, folds the rest with its citations, and leaves no markup of the publisher's", () => {
  const text = "One.(Citation: Blog) `run` [here](https://example.org/b)\n\n* a\n* <script>alert(1)</script>";
  const markup = prose(parseProse(text, known)).toString();
  expect(markup).toContain('<p>One.<sup><a href="#cite-1">1</a></sup> <code>run</code>');
  expect(markup).toContain("<summary>1 more paragraph and 1 citation</summary>");
  expect(markup).toContain('href="https://example.org/b"');
  expect(markup).toContain('<li id="cite-1"><a href="https://example.org/a"');
  expect(markup).not.toContain("<script>");
  expect(markup).not.toMatch(/Citation:|\]\(|`/);
});

it("links no other scheme, and draws an empty text empty", () => {
  expect(prose(parseProse("[x](javascript:alert(1))", [])).toString()).not.toContain("href");
  expect(prose(parseProse("", [])).toString()).toBe('<div class="prose"></div>');
});
