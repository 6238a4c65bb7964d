import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../test/embedded.js";
import { resolvePastedAddress } from "./pasted-address.js";

it.each([
  ["https://example.org/mappings-explorer/search/?search=access+token#top", "/search/?q=access%20token"],
  ["external/search/?search=access%20token", null],
  ["/search/?search=100%", "/search/?q=100%25"],
  ["techniques/T1550/001/", "/techniques/T1550.001/"],
  ["T1550.001", null],
])("%s leads to %s", (pasted, href) => {
  expect(resolvePastedAddress(embeddedKnowledge(), pasted)?.href ?? null).toBe(href);
});
