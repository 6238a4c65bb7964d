/** What people see: fits the terminal, cuts no id, and has colour only where it may. */
import { stripVTControlCharacters } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { textWidth } from "../../src/cli/layout/wrap.js";
import type { Mapping } from "../../src/model/mapping.js";
import { temporaryFolder, tidemap } from "./fake-host.js";

const home = temporaryFolder();
afterAll(() => home.remove());

const questions = [
  ["technique", "T1550.001"],
  ["technique", "T1059", "--attack", "16.1"],
  ["technique", "T1562.001", "--brief"],
  ["technique", "T1498", "--aligned-to", "18.1"],
  ["capability", "veris", "action.hacking.variety.Use of stolen creds"],
  ["capability", "kev", "CVE-2023-34362", "--without", "m365"],
  ["capability", "azure", "azure_sentinel"],
  ["group", "APT29"],
  ["tactic", "TA0005"],
  ["framework"],
  ["framework", "gcp"],
  ["set"],
  ["set", "veris/1.4.0/16.1/enterprise"],
  ["search", "access token"],
  ["sources"],
  ["--help"],
  ["technique", "--help"],
];

describe.each([40, 60, 80, 120, 200])("at %d columns", (columns) => {
  it.each(questions.map((words) => [words.join(" "), words] as const))("no line of `%s` is wider", async (_, words) => {
    const { out } = await tidemap(home.path, words, { columns, colour: true });
    const wide = stripVTControlCharacters(out)
      .split("\n")
      .filter((line) => textWidth(line) > columns && !/^\s*https?:/.test(line));
    // Help is laid out by its library, which keeps a command's usage in one piece.
    expect(words.at(-1) === "--help" && columns < 80 ? [] : wide).toEqual([]);
  });
});

it.each([60, 80, 120])("no id is cut at %d columns", async (columns) => {
  const { out } = await tidemap(home.path, ["technique", "T1550.001"], { columns });
  const { mappings } = JSON.parse((await tidemap(home.path, ["technique", "T1550.001", "--json"])).out) as {
    mappings: Mapping[];
  };
  expect(mappings).toHaveLength(40);
  const words = new Set(out.split(/\s+/));
  const ids = mappings.flatMap(({ capabilityId }) => (capabilityId ?? "").trim().split(" "));
  expect(ids.filter((id) => !words.has(id))).toEqual([]);
});

describe("colour", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  const codes = /\u001b\[/;

  it("is in a terminal, and says nothing that the words do not", async () => {
    const coloured = await tidemap(home.path, ["technique", "T1550.001"], { columns: 80, colour: true });
    const plain = await tidemap(home.path, ["technique", "T1550.001"], { columns: 80 });
    expect(coloured.out).toMatch(codes);
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
  });

  it.each(questions.map((words) => [words.join(" "), words] as const))("is in no pipe: %s", async (_, words) => {
    expect((await tidemap(home.path, words)).out).not.toMatch(codes);
  });

  it("goes with --no-color", async () => {
    const { out } = await tidemap(home.path, ["technique", "T1550.001", "--no-color"], { columns: 80, colour: true });
    expect(out).not.toMatch(codes);
  });
});

describe("technique", () => {
  it("shows marks with their words", async () => {
    const { out } = await tidemap(home.path, ["technique", "T1550.001", "--attack", "14.1"]);
    expect(out).toContain("●○○ detect · minimal");
    expect(out).toContain("▲△△ respond · minimal");
    expect(out).toContain("■ – – protects · not scored");
    expect(out.match(/^ +https:\/\/\S+$/gm)).toHaveLength(3);
    expect(out).toContain("2 comments not loaded: tidemap pull");
  });

  it("starts with what a revoked id is now, path first", async () => {
    const { out } = await tidemap(home.path, ["technique", "T1073"]);
    expect(out.split("\n")[0]).toMatch(/^T1073 → T1574\.002 → T1574\.001: T1073 .* is now T1574\.001 /);
  });

  it("says that nothing is there, and who says so expressly", async () => {
    const { out } = await tidemap(home.path, ["technique", "T1027.002", "--framework", "csa_ccm"]);
    expect(out).toMatch(/Only rows with framework CSA Cloud Controls Matrix: 0 rows/);
  });

  it("says what changed, as the page does", async () => {
    const { out } = await tidemap(home.path, ["technique", "T1550.001", "--brief"]);
    const words = out.replace(/\s+/g, " ");
    expect(words).toContain(
      "What changed: 19.0 tactics: Defense Evasion (TA0005) out; 17.0 object version: 1.7 → 1.8;",
    );
    expect(words).toContain("2 earlier releases on its page");
  });

  it("labels carried rows with releases and class", async () => {
    const { out } = await tidemap(home.path, ["technique", "T1685", "--brief"]);
    expect(out).toMatch(/· 16\.1 → 19\.0$/m);
    expect(out.replace(/\s+/g, " ")).toMatch(/id rewritten \(T1562\.001 → T1685\) · merged · tactics changed/);
  });

  it("says what a technique was before", async () => {
    const { out } = await tidemap(home.path, ["technique", "T1685", "--brief"]);
    expect(out.replace(/\s+/g, " ")).toContain(
      "Before: T1562 Impair Defenses, up to 18.1; T1562.001 Disable or Modify Tools, up to 18.1;",
    );
  });
});

it("a tactic's id says what it meant", async () => {
  const { out } = await tidemap(home.path, ["tactic", "TA0005"]);
  expect(out).toContain("The id meant: Defense Evasion 3.0 – 18.1; Stealth 19.0");
});

it("a capability aligned to a release says whose rows are left out", async () => {
  const { out } = await tidemap(home.path, [
    "capability",
    "veris",
    "action.hacking.variety.Disable controls",
    "--aligned-to",
    "6.0",
    "--brief",
  ]);
  expect(out).toContain("No release 6.0 of ICS is loaded: what its sets say is left out.");
});

it("a dead tactic says so, and shows no table of nothing", async () => {
  const { out } = await tidemap(home.path, ["tactic", "TA0038"]);
  expect(out).toContain("Tactic · Mobile 19.0 · deprecated");
  expect(out).toContain("ATT&CK 19.0 relates no technique to this tactic.");
  expect(out).not.toMatch(/\b0 of 0\b|^Reach/m);
});

it("a group says first what the framework asked for has no row for", async () => {
  const asked = ["group", "APT29", "--framework", "m365", "--function", "detect"];
  const { out } = await tidemap(home.path, [...asked, "--brief"]);
  expect(out).toMatch(/Without a detect row of Microsoft 365, Enterprise 19\.0 · 35 of the 66 techniques/);
  expect(out.indexOf("Without a detect row")).toBeLessThan(out.indexOf("Reach over its direct"));
  const said = await tidemap(home.path, [...asked, "--format", "csv"]);
  expect(said.out.trim().split("\n")).toHaveLength(1 + 35);
});

it("rows of a threat vocabulary stand under no word of ratings", async () => {
  const { out } = await tidemap(home.path, ["capability", "kev", "CVE-2021-44228", "--brief"]);
  expect(out).toMatch(/Technique +Name +Mapping$/m);
  // Scores are of what answers it, in a table before its own rows.
  const own = out.slice(out.indexOf("Techniques by tactic"));
  expect(own).toContain("T1190");
  expect(own).not.toMatch(/rating|scored/);
});

it("a group says which of its techniques the release cannot tell, and which can", async () => {
  const { out } = await tidemap(home.path, ["group", "APT29", "--brief"]);
  expect(out).toContain("What its campaigns did is not in the source of 19.0: --attack 18.1.");
  expect((await tidemap(home.path, ["group", "APT29", "--attack", "18.1", "--brief"])).out).not.toContain(
    "not in the source",
  );
});

it.each([
  [
    "software",
    "mimikatz",
    /Without a detect row of Microsoft 365, Enterprise 19\.0 · 6 of the 17 techniques that it can/,
  ],
  ["campaign", "C0024", /Without a detect row of Microsoft 365, Enterprise 18\.1 · \d+ of the \d+ techniques reported/],
  [
    "mitigation",
    "M1032",
    /Without a detect row of Microsoft 365, Enterprise 19\.0 · \d+ of the \d+ techniques that it/,
  ],
])("%s %s says it too, before its reach", async (kind, id, says) => {
  const { out } = await tidemap(home.path, [kind, id, "--framework", "m365", "--function", "detect", "--brief"]);
  expect(out.replace(/\s+/g, " ")).toMatch(says);
  expect(out.indexOf("Without a detect row")).toBeLessThan(out.indexOf("Reach over its techniques"));
});

it("a tactic of a release without tactics says whose they are", async () => {
  const { out } = await tidemap(home.path, ["tactic", "TA0001", "--attack", "1.0"]);
  expect(out.replace(/\s+/g, " ")).toContain("ATT&CK 1.0 has no tactics of its own");
});

it.each([
  ["group", "G0002"],
  ["mitigation", "M1020"],
])("a %s of few techniques says, as its page does, what such figures are worth", async (kind, id) => {
  const { out } = await tidemap(home.path, [kind, id, "--brief"]);
  expect(out).toContain("Fewer than ten techniques: such figures say little.");
});

it.each([
  ["campaign", "C0001", "Campaign"],
  ["mitigation", "M1026", "ATT&CK mitigation"],
  ["software", "S0154", "Software"],
])("one %s is called what it is, not by the title of its list", async (kind, id, label) => {
  const { out } = await tidemap(home.path, [kind, id, "--brief"]);
  expect(out.split("\n")[1]).toBe(label);
});

it("a mitigation names as many capabilities of a framework as its page does", async () => {
  const { out } = await tidemap(home.path, ["mitigation", "M1026", "--brief"]);
  expect(out.replace(/\s+/g, " ")).toMatch(/capabilities with a row on any of them; the 5 with most/);
});

it("the last page of a set promises no further one", async () => {
  const { out } = await tidemap(home.path, ["set", "csa_ccm/4.1/17.1/enterprise", "--page", "10"]);
  expect(out).toContain("page 10 of 10; --format csv all");
});
