import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counted, number } from "../base/counted.js";
import { externalLink, html, joined, listed, safeUrl } from "./html.js";

describe("html", () => {
  it("escapes text in content and in attributes", () => {
    expect(String(html`<a title="${`"><script>`}">${"<b>&'"}</a>`)).toBe(
      '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</a>',
    );
  });

  it("writes signs beyond ASCII as references, a pair of surrogates as one", () => {
    expect(String(html`<p>${"AC-2 \u2192 \u{1f30a}"}, ${"\u00e9"} &middot;</p>`)).toBe(
      "<p>AC-2 &#8594; &#127754;, &#233; &middot;</p>",
    );
  });

  it.each(["\u0085", "a\ud800b", "\ufffe"])("replaces what no reference may name: %j", (text) => {
    expect(String(html`${text}`)).toBe(text.replace(/[^ab]/, "&#65533;"));
    expect(String(html`${text.padEnd(300, "a")}`)).toContain("&#65533;");
  });

  it("makes the same of long texts as of short ones", () => {
    const text = "AC-2 \u2192 <b> \u{1f30a} \u00e9 ";
    expect(String(html`${text.repeat(50)}`)).toBe(String(html`${text}`).repeat(50));
  });

  it("joins lists and leaves out what is not there", () => {
    expect(String(html`${["a", html`<i>b</i>`, null, false, [1]]}`)).toBe("a<i>b</i>1");
  });

  it("lets no text open a tag or leave an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const made = String(html`<p title="${text}">${text}</p>`);
        expect(made.match(/[<>]/g)).toEqual(["<", ">", "<", ">"]);
        expect(made.match(/"/g)).toHaveLength(2);
        expect(made).toMatch(/^[\0-\x7f]*$/);
      }),
    );
  });
});

it("joined puts the same between each two parts", () => {
  expect(String(html`${joined(["a", "b", "c"], html` &rarr; `)}`)).toBe("a &rarr; b &rarr; c");
  expect(String(html`${joined([], ", ")}`)).toBe("");
});

describe("safeUrl", () => {
  it.each([
    ["https://example.org/a?b=c", "https://example.org/a?b=c"],
    ["  http://example.org ", "http://example.org"],
    ["mailto:a@example.org", "mailto:a@example.org"],
    ["HTTPS://example.org", "HTTPS://example.org"],
  ])("%s may be a link", (text, address) => {
    expect(safeUrl(text)).toBe(address);
  });

  it.each([
    "javascript:alert(1)",
    "\tjava\nscript:alert(1)",
    "data:text/html,x",
    "of%20VMs",
    "[]",
    "",
    "//example.org",
    "https://",
    "https://example.org/a b",
    "/local/",
  ])("%j may not", (text) => {
    expect(safeUrl(text)).toBeNull();
    expect(String(externalLink(text, "shown"))).toBe("shown");
  });
});

describe("words and figures", () => {
  it("groups digits by three", () => {
    expect([0, 999, 1000, 67363, 1234567].map(number)).toEqual(["0", "999", "1,000", "67,363", "1,234,567"]);
  });

  it("counts with the right word", () => {
    expect([counted(1, "row"), counted(0, "row"), counted(2, "capability", "capabilities")]).toEqual([
      "1 row",
      "0 rows",
      "2 capabilities",
    ]);
  });

  it("lists as a sentence does", () => {
    expect(listed(["a", "b", "c"]).join("")).toBe("a, b and c");
    expect(listed([])).toEqual([]);
  });
});
