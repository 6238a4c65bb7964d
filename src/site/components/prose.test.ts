import { describe, expect, it } from "vitest";
import { parseProse } from "../../attack/prose.js";
import { prose } from "./prose.js";

const citations = [{ name: "A paper", description: "A paper, 2020", url: "https://example.org/paper" }];

describe("prose", () => {
  it("shows the first block and folds the rest behind its number", () => {
    const made = String(prose(parseProse("One.\n\nTwo.\n\nThree. (Citation: A paper)", citations)));
    expect(made).toMatch(/^<div class="prose"><p>One\.<\/p><details><summary>2 more paragraphs and 1 citation</);
    expect(made).toContain('<a href="#cite-1" aria-label="Citation 1">1</a>');
    expect(made).toContain(
      '<li id="cite-1"><a href="https://example.org/paper" rel="external noreferrer">A paper, 2020</a>',
    );
  });

  it("escapes what looks like markup", () => {
    const made = String(prose(parseProse("Run <script>alert(1)</script> as `<PID>`.", [])));
    expect(made).not.toContain("<script");
    expect(made).toContain("<code>&lt;PID&gt;</code>");
  });

  it("links no address of another scheme", () => {
    expect(String(prose(parseProse("[here](javascript:alert(1))", [])))).not.toContain("href");
  });
});
