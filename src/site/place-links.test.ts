import fc from "fast-check";
import { expect, it } from "vitest";
import { html } from "./html.js";
import { placeLinks } from "./place-links.js";

const leads = (path: string) => (path.includes("/v/") ? path.replace(/v\/.*$/, "") : path === "/none/" ? null : path);

it.each([
  ['<a href="/">', '<a href="/t/">'],
  ['<a class="id" href="/a/?q=1&amp;b=2#x">', '<a class="id" href="/t/a/?q=1&amp;b=2#x">'],
  ['<form action="/search/"><script src="/assets/m.js">', '<form action="/t/search/"><script src="/t/assets/m.js">'],
  [
    '<a href="#x"><a href="https://x.example/a"><a href="//x.example/">',
    '<a href="#x"><a href="https://x.example/a"><a href="//x.example/">',
  ],
  ['<a href="/a/v/14.1/?q=1" class="b">', '<a href="/t/a/" class="b">'],
  ['<a class="id" href="/none/?q=1">T1</a>', '<a class="id">T1</a>'],
])("%s -> %s", (page, placed) => {
  expect(placeLinks(page, { base: "/t", leads })).toBe(placed);
});

it("leaves data alone, whatever it holds", () => {
  const data = fc.oneof(fc.string(), fc.constantFrom(' href="/x/"', "<a href='/x/' src=/y/>", '" href="/x/'));
  const property = fc.property(data, (text) => {
    const page = String(html`<p title="${text}">${text}</p>`);
    expect(placeLinks(page, { base: "/t", leads: () => null })).toBe(page);
  });
  fc.assert(property);
});
