import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../test/embedded.js";
import { nothingAt } from "./nothing-at.js";

const kb = embeddedKnowledge();
const near = (path: string) => nothingAt(path, kb).suggestions.map(({ href }) => href);

describe("an address that nothing stands at", () => {
  it.each([
    ["/sets/m365/", ["/sets/m365/07.18.2025/16.1/enterprise/", "/sets/m365/12.11.2023/14.1/enterprise/"]],
    ["/sets/m365/07.18.2025", ["/sets/m365/07.18.2025/16.1/enterprise/"]],
    ["/sets/veris/1.4.0/16.1/ics%20/", ["/sets/veris/1.4.0/16.1/ics/"]],
    ["/capabilities/m365/", ["/frameworks/m365/"]],
    ["/technique/T1059/", ["/techniques/T1059/"]],
    ["/apt29", ["/groups/G0016/"]],
    ["/api/v1/technique/T1059", ["/techniques/T1059/"]],
  ])("%s is near %j", (path, hrefs) => {
    expect(near(path)).toEqual(hrefs);
  });

  it("names at most six, the newest sets of a framework first", () => {
    expect(near("/sets/nist_800_53/")).toEqual(
      ["16.1", "14.1", "12.1", "10.1", "9.0", "8.2"].map((release) => `/sets/nist_800_53/rev5/${release}/enterprise/`),
    );
  });

  it.each([
    "/matrix/foo/",
    "/wp-login.php",
    "/%E0%A4/",
    "/",
    `/${"a/".repeat(500)}`,
    "/sets/nothing-of-the-kind/",
  ])("nothing is near %s", (path) => {
    expect(near(path)).toEqual([]);
  });

  it("says the path, a long one cut", () => {
    expect(nothingAt("/nothing/").detail).toBe("There is no page at /nothing/.");
    expect(nothingAt(`/${"a".repeat(500)}`).detail.length).toBeLessThan(150);
    expect(nothingAt("/sets/m365/").suggestions).toEqual([]);
  });
});
