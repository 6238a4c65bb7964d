import { expect, it } from "vitest";
import { html } from "../html.js";
import { unbroken } from "./unbroken.js";

const markup = (text: string) => String(html`${unbroken(text)}`);

it("keeps numbered names whole and leaves words to break", () => {
  expect(markup("How NIST SP 800-53 is mapped")).toBe('How NIST SP <span class="unbroken">800-53</span> is mapped');
  expect(markup("EID-CA-E3. Apache-2.0.")).toBe(
    '<span class="unbroken">EID-CA-E3</span>. <span class="unbroken">Apache-2.0</span>.',
  );
  expect(markup("CVE-2023-34362")).toBe('<span class="unbroken">CVE-2023-34362</span>');
  expect(markup("2 sub-techniques & non-mappable ones")).toBe("2 sub-techniques &amp; non-mappable ones");
});

// Walked from each letter anew, these would take minutes.
it.each(["a".repeat(300_000), "a-".repeat(150_000)])("a name of any length is walked once", (name) => {
  expect(markup(name)).toBe(name);
});
