import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resolveOldAddress } from "../../src/site/old-addresses.js";
import { describeCorpus, expectationsDir } from "../corpus/corpus.js";
import { embeddedKnowledge } from "../embedded.js";

/** The samples spell these as newer sets do; in a frozen set the spelling is that set's own, so the last part differs in case. */
const setsOwnSpelling = /\/(Action\.Hacking\.Variety\.CSRF|value_chain\.targeting\.variety\.Email_addresses)\/$/;

describeCorpus("the sampled old addresses", () => {
  const kb = embeddedKnowledge();
  const lines = readFileSync(join(expectationsDir() ?? "", "address-cases.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const cases = lines.map((line) => line.split("\t") as [string, string]).filter(([old]) => old !== "/");

  it("are there", () => {
    expect(cases.length).toBeGreaterThan(30);
  });

  describe.each(["/", "/mappings-explorer/"])("below %s", (root) => {
    it.each(cases)("%s -> %s", (old, expected) => {
      const url = new URL(root + old, "http://localhost");
      const found = resolveOldAddress(kb, url.pathname, Object.fromEntries(url.searchParams));
      if (expected === "410") expect(found?.status).toBe(410);
      else if (setsOwnSpelling.test(expected)) expect(found?.href?.toLowerCase()).toBe(expected.toLowerCase());
      else expect(found).toEqual({ status: 301, href: expected });
    });
  });
});
