import { describe, expect, it } from "vitest";
import { compareVersions, parseAttackVersion } from "./version.js";

describe("parseAttackVersion", () => {
  it.each([
    ["16.1", "16.1"],
    [" v16.1 ", "16.1"],
    ["16", "16.0"],
    ["08.2", "8.2"],
    ["16.1.2", null],
    ["[UNKNOWN_VERSION]", null],
    ["", null],
  ])("%s → %s", (text, version) => expect(parseAttackVersion(text)).toBe(version));
});

describe("compareVersions", () => {
  it.each([
    ["12/11/2023 < 07/18/2025", "12/11/2023", "07/18/2025"],
    ["12.11.2023 < 07.18.2025", "12.11.2023", "07.18.2025"],
    ["rev4 < rev5", "rev4", "rev5"],
    ["9.0 < 10.1", "9.0", "10.1"],
    ["1.3.7 < 1.4.0", "1.3.7", "1.4.0"],
    ["v2 < v2.1", "v2", "v2.1"],
  ])("%s", (_name, older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0);
    expect(compareVersions(newer, older)).toBeGreaterThan(0);
    expect(compareVersions(older, older)).toBe(0);
  });
});
