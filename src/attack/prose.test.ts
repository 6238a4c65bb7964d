import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Inline, parseProse, plainProse } from "./prose.js";

const known = [{ name: "Blog 2024", description: "A blog", url: "https://example.org/a" }];

function inlines(text: string): readonly Inline[] {
  return parseProse(text, known).blocks.flatMap((block) =>
    block.kind === "list" ? block.items.flat() : block.inlines,
  );
}

describe("prose", () => {
  it("numbers citations in the order of their first mention, and keeps the name of an unknown one", () => {
    const { text, citations } = plainProse(
      parseProse("Seen.(Citation: Nowhere (v2))(Citation: Blog 2024) Again.(Citation: Nowhere (v2))", known),
    );
    expect(text).toBe("Seen.[1][2] Again.[1]");
    expect(citations).toEqual([{ name: "Nowhere (v2)", description: null, url: null }, known[0]]);
  });

  it.each([
    [
      "a [b](https://x.org/T1) c",
      [
        { kind: "text", text: "a " },
        { kind: "link", text: "b", href: "https://x.org/T1" },
        { kind: "text", text: " c" },
      ],
    ],
    ["[b](https://x.org/a_(b))", [{ kind: "link", text: "b", href: "https://x.org/a_(b)" }]],
    ["[b](javascript:alert(1))", [{ kind: "text", text: "b" }]],
    [
      "run <code>a &lt;b&gt;</code>",
      [
        { kind: "text", text: "run " },
        { kind: "code", text: "a <b>" },
      ],
    ],
    [
      "run `sts:Get`",
      [
        { kind: "text", text: "run " },
        { kind: "code", text: "sts:Get" },
      ],
    ],
    ["kill <PID> & <script>", [{ kind: "text", text: "kill <PID> & <script>" }]],
    [
      '<p>See <a href="https://x.org">it</a></p>',
      [
        { kind: "text", text: "See " },
        { kind: "link", text: "it", href: "https://x.org" },
      ],
    ],
    ["**bold** word", [{ kind: "text", text: "bold word" }]],
  ])("%s", (text, expected) => expect(inlines(text)).toEqual(expected));

  it("parts paragraphs, headings and lists, whatever the line ends", () => {
    const { blocks } = parseProse("One\r\ntwo\r\n\r\n### Head\r\n* a\r\n* b\r\nafter", []);
    expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "heading", "list", "paragraph"]);
  });

  it("never throws, and never makes a link of another scheme", () => {
    const piece = fc.constantFrom(
      "[",
      "](",
      ")",
      '<a href="',
      '">',
      "</a>",
      "javascript:",
      "http://",
      "(Citation: ",
      "`",
      "<code>",
      "</code>",
      "\n\n",
      "* ",
      "&#x6a;",
      "x",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 30 }), (pieces) => {
        for (const inline of inlines(pieces.join(""))) {
          if (inline.kind === "link") expect(inline.href).toMatch(/^(https?:\/\/|mailto:)/i);
        }
      }),
    );
  });
});
