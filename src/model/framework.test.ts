import { describe, expect, it } from "vitest";
import { findFrameworkId } from "./framework.js";

const published = ["aws", "nist_800_53", "intel-vpro"];

describe("a framework's id", () => {
  it.each([
    ["nist", "nist_800_53"],
    ["NIST 800-53", "nist_800_53"],
    ["intel_vpro", "intel-vpro"],
    ["AWS", "aws"],
    ["acme", null],
    ["???", null],
    ["", null],
  ])("%s is %s", (text, id) => {
    expect(findFrameworkId(text, published)).toBe(id);
  });

  it("is itself whatever is spelled like it, and a published one before an own", () => {
    const present = ["NIST_800_53", "acme.edr", "acme_edr", "nist", ...published];
    for (const id of present) expect(findFrameworkId(id, present)).toBe(id);
    expect(findFrameworkId("NIST 800-53", ["NIST_800_53", ...published])).toBe("nist_800_53");
  });

  it("leads by another name only where its own is not there", () => {
    expect(findFrameworkId("cve", ["kev"])).toBe("kev");
    expect(findFrameworkId("CVE", ["cve", "kev"])).toBe("cve");
    expect(findFrameworkId("cve", published)).toBeNull();
  });

  it("of other letters is told from others", () => {
    const present = ["中国", "日本", ...published];
    expect(findFrameworkId("日本", present)).toBe("日本");
    expect(findFrameworkId("日 本", present)).toBe("日本");
    expect(findFrameworkId("韓国", present)).toBeNull();
  });
});
