/** What ends how, and what is said then: the table of exit codes, line by line. */
import { afterAll, describe, expect, it } from "vitest";
import { suggestedCommands } from "../../src/cli/suggested-commands.js";
import { hrefs } from "../../src/site/hrefs.js";
import { temporaryFolder, tidemap } from "./fake-host.js";

const home = temporaryFolder();
afterAll(() => home.remove());

const told = /^tidemap: .+ \(TM\d{4}\)$/m;

function failureOf(line: string): Record<"title" | "detail" | "code", string> {
  return JSON.parse(line) as Record<"title" | "detail" | "code", string>;
}

describe("exit code", () => {
  it.each([
    [0, "technique T1550.001", "a known technique"],
    [0, "technique t1550/1", "another spelling"],
    [0, "technique T1562.001", "a revoked id answers with what it is now"],
    [0, "technique T1027.002 --framework csa_ccm", "a known object without rows"],
    [0, "technique T1059 --attack 5.0 --framework nist", "a release without sets"],
    [0, "capability m365 DEF-SecScore-E3", "an old capability id"],
    [0, "search xyzzyqq", "a search without hits"],
    [0, "url external/nist/AC-02/", "an old address"],
    [0, "--version", "version"],
    [0, "--help", "help"],
    [0, "technique --help", "help of a command"],
    [0, "help", "help by a word"],
    [0, "help technique", "help of a command, by a word"],
    [0, "completion bash", "a completion script"],
    [1, "technique T9999", "no such technique"],
    [1, "technique T1550.001 --attack 99", "no such release"],
    [1, "technique T1550.001 --framework nsit", "no such framework"],
    [1, "capability nist ZZ-99", "no such capability"],
    [1, "capability nist AC-2 --attack 3.0", "no set on that release"],
    [
      1,
      "capability nosuch AC-2 --set nist_800_53/rev5/16.1/enterprise",
      "no such framework, beside a set that is there",
    ],
    [1, "capability aws AC-2 --set nist_800_53/rev5/16.1/enterprise", "a set of another framework"],
    [1, "group APT9999999", "no such group"],
    [1, "tactic TA9999", "no such tactic"],
    [1, "framework nsit", "no such framework"],
    [1, "set nist_800_53/rev9/16.1/enterprise", "no such set"],
    [1, "compile --from /nowhere/at/all", "no such folder"],
    [1, "url external/nist/ZZ-99/", "an old address of nothing"],
    [1, "url static/lunr-index.zip", "an old address without a successor"],
    [2, "", "no command"],
    [2, "techniqe T1550.001", "no such command"],
    [2, "help techniqe", "help of no command"],
    [2, "help technique tactic", "help of two commands"],
    [2, "technique", "no id"],
    [2, "technique T1550.001 --atack 14.1", "no such option"],
    [2, "technique T1550.001 --attack", "an option without its value"],
    [2, "technique T1550.001 T1550.002", "one argument too many"],
    [2, "technique T1550.001 --format jsn", "no such format"],
    [2, "technique T1550.001 --json --format csv", "two formats"],
    [2, "--format table technique T1550.001 --json", "two formats, one of them the default said aloud"],
    [2, "technique T1550.001 --function detct", "no such function"],
    [2, "technique T1550.001 --min-rating high", "no such rating"],
    [2, "technique T1550.001 --attack 14.1 --aligned-to 18.1", "two releases at once"],
    [2, "capability nist AC-2 --attack 14.1 --set nist_800_53/rev5/14.1/enterprise", "two questions at once"],
    [2, "set csa_ccm/4.1/17.1/enterprise --page 0", "no such page"],
    [2, "set --function detect", "rows of no set"],
    [2, "set --page 9", "a page of no set"],
    [2, "search token --kind tehcnique", "no such kind"],
    [2, "completion tcsh99", "no such shell"],
    [2, "serve --port 99999", "no such port"],
    [2, "serve --origin nonsense", "no such address"],
    [2, "pull --releases 1x", "no release"],
    [1, "technique T1059 --attack 99", "a release that is not loaded"],
    [1, "export csa_ccm/4.1/17.1/enterprise --to csv --aligned-to 99", "a release that is not loaded"],
    [2, "export csa_ccm/4.1/17.1/enterprise --to csv --aligned-to x", "no release"],
    [1, "build --out nowhere --releases 99", "a release that is not loaded"],
    [2, "build --out nowhere --releases x", "no release"],
    [2, "compile", "compile without --from"],
  ])("%d: tidemap %s (%s)", async (code, line) => {
    const said = await tidemap(home.path, line.split(" ").filter(Boolean));
    expect(said).toMatchObject({ code });
    // Answers go to stdout, talk to stderr; an end that is no success says why.
    expect(said.err === "").toBe(code === 0);
    expect(said.out === "").toBe(code !== 0);
    expect(said.err).not.toMatch(/^\s+at /m);
    if (code === 0) return;
    const asJson = await tidemap(home.path, ["--json", ...line.split(" ").filter(Boolean)]);
    expect(asJson).toMatchObject({ code, out: "" });
    const failure = failureOf(asJson.err);
    expect(Object.keys(failure)).toEqual(["title", "detail", "code", "suggestions"]);
    if (line.includes("--json")) return;
    // The sentence comes first; where no command is named, help does.
    expect(said.err.split("\n")[0]).toMatch(line === "" ? /^Usage/ : told);
    expect(said.err).toMatch(told);
    expect(said.err).toContain(` (${failure.code})\n`);
  });

  it.each([
    ["technique T1078", "--rating"],
    ["technique T1078", "--attack"],
    ["capability nist AC-2", "--function"],
    ["set m365/07.18.2025/16.1/enterprise", "--function"],
    ["set m365/07.18.2025/16.1/enterprise", "--group"],
    ["group APT29", "--framework"],
    ["export m365/07.18.2025/16.1/enterprise --to csv", "--filter"],
    ["build", "--only"],
  ])("is 2 for an option with nothing in it: tidemap %s %s", async (line, option) => {
    for (const nothing of ["", " ", ",", " , "]) {
      const said = await tidemap(home.path, [...line.split(" "), option, nothing, "--format", "csv"]);
      expect(said).toMatchObject({ code: 2, out: "" });
      expect(said.err).toContain(`${option} is given with nothing in it: ${JSON.stringify(nothing)}.`);
    }
  });

  it("is 70 for a fault of ours, with what to report", async () => {
    const said = await tidemap(home.path, ["technique", "T1550.001"], { columns: Symbol("no number") as never });
    expect(said).toMatchObject({ code: 70, out: "" });
    expect(said.err).toMatch(/^tidemap: .+ \(TM4190\)\nPlease report it.*\nTypeError: /);
    expect(said.err).toMatch(/^\s+at /m);
  });

  it("is 70 in JSON too", async () => {
    const said = await tidemap(home.path, ["technique", "T9999", "--json"], {
      env: { TIDEMAP_HOME: 7 as never },
    });
    expect(said).toMatchObject({ code: 70, out: "" });
    expect(failureOf(said.err)).toMatchObject({ code: "TM4190", title: "Fault in Tidemap" });
    expect(failureOf(said.err).detail).toMatch(/\n\s+at /);
  });

  it("is 70 where a part of the package is missing", async () => {
    const said = await tidemap(home.path, ["technique", "T1550.001"], { root: `${home.path}/nowhere/` });
    expect(said).toMatchObject({ code: 70, out: "" });
  });

  it("is 130 when interrupted", async () => {
    const said = await tidemap(home.path, ["compile", "--from", "test/cli"], { signal: AbortSignal.abort() });
    expect(said).toMatchObject({ code: 130, out: "" });
    expect(said.err).toMatch(/^tidemap: Interrupted\. \(TM5082\)$/m);
  });
});

describe("suggests the nearest", () => {
  it.each([
    ["techniqe T1550.001", "Did you mean technique?"],
    ["technique T1550.001 --atack 14.1", "Did you mean --attack?"],
    ["technique T1550.0001", "tidemap technique T1550.001 "],
    ["technique T1550.001 --framework nsit", "nist_800_53"],
    ["technique T1550.001 --function detct", "detect"],
    ["technique T1550.001 --attack 41.1", "14.1"],
    ["technique T1550.001 --format jsn", "Did you mean json?"],
    ["technique T1685 --attack 14.1", "tidemap technique T1685   (T1685 as of 19.0)"],
    ["technique T1685 --attack 16.1", "tidemap technique T1562.001 --attack 16.1 "],
    ["technique T1685 --aligned-to 16.1", "tidemap technique T1562.001 --aligned-to 16.1 "],
    ["capability m365 DEF-SSCO-E9", "tidemap capability m365 DEF-SSCO-E3"],
    ["capability nits AC-2", "tidemap capability nist_800_53 AC-02 "],
    ["capability nits ZZ-99", "tidemap framework nist_800_53 "],
    [
      "capability nist IA-13 --set nist_800_53/rev4/12.1/enterprise",
      "tidemap capability nist_800_53 IA-13 --set nist_800_53/rev5/16.1/enterprise ",
    ],
    [
      "capability aws AC-2 --set nist_800_53/rev5/16.1/enterprise",
      "tidemap capability nist_800_53 AC-02 --set nist_800_53/rev5/16.1/enterprise ",
    ],
    ["capability aws AC-2 --set nist_800_53/rev5/16.1/enterprise", "is a set of NIST SP 800-53, not of Amazon Web"],
    ["set --function detect --page 9", "No set is named whose rows are meant by --function, --page."],
    ["group APT92", "G0016 APT29"],
    ["set nist_800_53/rev6/16.1/enterprise", "tidemap set nist_800_53/rev5/16.1/enterprise"],
    ["set csa_ccm/4.1/17.1/enterprise --carried nonsense", 'No row has "nonsense" for carried.'],
    ["search token --kind tehcnique", "Did you mean technique"],
    ["completion zhs", "Did you mean zsh"],
    ["help techniqe", "Did you mean technique? tidemap --help lists"],
    ["technique T1059 --from x", "tidemap technique --help lists its options"],
  ])("tidemap %s", async (line, suggestion) => {
    expect((await tidemap(home.path, line.split(" "))).err).toContain(suggestion);
  });
});

/** What stands below "Try:" where a page is suggested. */
function commandFor(href: string): string {
  return suggestedCommands([{ label: "", href }])
    .replace("Try:", "")
    .trim();
}

describe("of a set's pages suggests", () => {
  const set = "veris/1.4.0/16.1/enterprise";
  const capability = "action.hacking.variety.Use of stolen creds";

  it.each([
    ["the set", hrefs.set(set), `tidemap set ${set}`],
    ["its rows of a group", hrefs.setGroup(set, "action.malware"), `tidemap set ${set} --group action.malware`],
    [
      "the capability in it",
      hrefs.setCapability(set, capability),
      `tidemap capability veris ${capability.replaceAll(" ", "_")} --set ${set}`,
    ],
    ["nothing for its files", hrefs.setDownloads(set), ""],
    ["nothing for its changes", hrefs.setChanges(set, "veris/1.3.7/12.1/enterprise"), ""],
  ])("%s", async (_, href, command) => {
    expect(commandFor(href)).toBe(command);
    if (command !== "") expect(await tidemap(home.path, command.split(" ").slice(1))).toMatchObject({ code: 0 });
  });
});

describe("options", () => {
  it.each([
    "--json technique T1550.001 --attack 14.1",
    "technique --json T1550.001 --attack 14.1",
    "technique --attack 14.1 T1550.001 --format json",
    "technique --attack 14.1 T1550.001 --format json --json",
    "technique --attack=14.1 T1550.001 --format=JSON --quiet --no-color",
  ])("stand where they like: %s", async (line) => {
    const said = await tidemap(home.path, line.split(" "));
    const plain = await tidemap(home.path, ["technique", "T1550.001", "--attack", "14.1", "--json"]);
    expect(said).toEqual(plain);
    expect((JSON.parse(said.out) as { mappings: unknown[] }).mappings).toHaveLength(32);
  });
});

it.each([[], ["--json"]])("lets no control character of an argument reach the terminal %s", async (...json) => {
  const { err } = await tidemap(home.path, ["technique", "T1\u001b[31m\u009b2J\u0007", ...json]);
  expect(err).toContain("T1");
  expect(err).not.toMatch(/(?!\n)\p{Cc}/u);
});

it("mutes the code where both outputs are a terminal, and nowhere else", async () => {
  const words = ["technique", "T9999"];
  const muted = "\u001b[2m(TM4010)\u001b[22m\n";
  const terminal = { columns: 80, errColumns: 80, colour: true };
  expect((await tidemap(home.path, words, terminal)).err).toContain(muted);
  for (const [more, other] of [
    [[], { ...terminal, errColumns: null }],
    [[], { ...terminal, colour: false }],
    [["--no-color"], terminal],
    [["--json"], terminal],
  ] as const) {
    expect((await tidemap(home.path, [...words, ...more], other)).err).not.toContain("\u001b");
  }
});
