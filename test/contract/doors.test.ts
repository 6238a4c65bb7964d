/**
 * One answer through every door: the library, the command line's --json and the API say the same, field by field and in
 * the same order, for many questions of every kind.
 */
import { afterAll, describe, expect, it } from "vitest";
import type { Failure } from "../../src/cli/failure.js";
import * as library from "../../src/index.js";
import { routes } from "../../src/site/routes.js";
import { temporaryFolder, tidemap } from "../cli/fake-host.js";
import { embeddedKnowledge } from "../embedded.js";
import { fakeApp } from "../server/fake-site.js";

const kb = embeddedKnowledge();
const home = temporaryFolder();
afterAll(() => home.remove());

const app = fakeApp({ routes });

type Asked = library.Answer<unknown> | object;

interface Question {
  readonly words: string;
  readonly path: string;
  ask(): Asked;
}

const technique = (words: string, path: string, question: Parameters<typeof library.techniqueView>[1]): Question => ({
  words: `technique ${words}`,
  path: `/techniques/${path}`,
  ask: () => library.techniqueView(kb, question),
});

const questions: readonly Question[] = [
  technique("T1550.001", "T1550.001/", { id: "T1550.001" }),
  technique("T1550.001 --attack 14.1", "T1550.001/v/14.1/", { id: "T1550.001", attack: "14.1" }),
  technique("T1550.001 --attack 14.1", "T1550.001/?attack=14.1", { id: "T1550.001", attack: "14.1" }),
  technique("T1550.001 --aligned-to 18.1", "T1550.001/?aligned=18.1", { id: "T1550.001", aligned: "18.1" }),
  technique("T1059 --framework m365 --function detect", "T1059/?framework=m365&function=detect", {
    id: "T1059",
    framework: "m365",
    function: "detect",
  }),
  technique("T1059 --min-rating partial", "T1059/?min-rating=partial", { id: "T1059", minRating: "partial" }),
  technique("T1059 --rating not-scored --function protect", "T1059/?rating=not-scored&function=protect", {
    id: "T1059",
    rating: "not-scored",
    function: "protect",
  }),
  technique("T1562.001", "T1562.001/", { id: "T1562.001" }),
  technique("T1562.001 --attack 16.1", "T1562.001/v/16.1/", { id: "T1562.001", attack: "16.1" }),
  technique("T1073", "T1073/", { id: "T1073" }),
  technique("T1404", "T1404/", { id: "T1404" }),
  technique("T0800", "T0800/", { id: "T0800" }),
  technique("T1498 --attack 5.0", "T1498/v/5.0/", { id: "T1498", attack: "5.0" }),
  {
    words: "capability nist AC-2",
    path: "/frameworks/nist_800_53/capabilities/AC-02/",
    ask: () => library.capabilityView(kb, { framework: "nist", id: "AC-2" }),
  },
  {
    words: "capability m365 DEF-SecScore-E3",
    path: "/frameworks/m365/capabilities/DEF-SecScore-E3/",
    ask: () => library.capabilityView(kb, { framework: "m365", id: "DEF-SSCO-E3" }),
  },
  {
    words: "capability m365 DEF-SSCO-E3 --attack 14.1",
    path: "/sets/m365/12.11.2023/14.1/enterprise/capabilities/DEF-SSCO-E3/",
    ask: () =>
      library.capabilityView(kb, { framework: "m365", id: "DEF-SSCO-E3", set: "m365/12.11.2023/14.1/enterprise" }),
  },
  {
    words: "capability nist AC-2 --aligned-to 14.1",
    path: "/frameworks/nist_800_53/capabilities/AC-02/?aligned=14.1",
    ask: () => library.capabilityView(kb, { framework: "nist", id: "AC-2", aligned: "14.1" }),
  },
  {
    words: "capability kev CVE-2023-34362 --without m365 --without-function detect",
    path: "/frameworks/kev/capabilities/CVE-2023-34362/?without=m365&without-function=detect",
    ask: () =>
      library.capabilityView(kb, {
        framework: "kev",
        id: "CVE-2023-34362",
        without: "m365",
        "without-function": "detect",
      }),
  },
  {
    words: "capability nist AC-2 --tactic TA0006 --text account --function protect",
    path: "/frameworks/nist_800_53/capabilities/AC-02/?q=account&tactic=TA0006&function=protect",
    ask: () =>
      library.capabilityView(kb, {
        framework: "nist",
        id: "AC-2",
        q: "account",
        tactic: "Credential Access",
        function: "protect",
      }),
  },
  {
    words: "capability m365 DEF-IR-E5 --attack 16.1 --rating minimal --platform Windows",
    path: "/sets/m365/07.18.2025/16.1/enterprise/capabilities/DEF-IR-E5/?rating=minimal&platform=Windows",
    ask: () =>
      library.capabilityView(kb, {
        framework: "m365",
        id: "DEF-IR-E5",
        set: "m365/07.18.2025/16.1/enterprise",
        rating: "minimal",
        platform: "Windows",
      }),
  },
  {
    words: "capability csa I&S-05",
    path: "/frameworks/csa_ccm/capabilities/I%26S-05/",
    ask: () => library.capabilityView(kb, { framework: "csa_ccm", id: "I&S-05" }),
  },
  {
    words: "capability kev CVE-2021-44228",
    path: "/frameworks/kev/capabilities/CVE-2021-44228/",
    ask: () => library.capabilityView(kb, { framework: "kev", id: "CVE-2021-44228" }),
  },
  { words: "group APT29", path: "/groups/G0016/", ask: () => library.groupView(kb, { id: "APT29" }) },
  {
    words: "group G0016 --attack 16.1",
    path: "/groups/G0016/v/16.1/",
    ask: () => library.groupView(kb, { id: "G0016", aligned: "16.1" }),
  },
  {
    words: "group G0016 --framework m365 --function detect",
    path: "/groups/G0016/?framework=m365&function=detect",
    ask: () => library.groupView(kb, { id: "G0016", framework: "m365", function: "detect" }),
  },
  { words: "tactic TA0005", path: "/tactics/TA0005/", ask: () => library.tacticView(kb, { id: "TA0005" }) },
  {
    words: "tactic TA0005 --attack 18.1",
    path: "/tactics/TA0005/v/18.1/",
    ask: () => library.tacticView(kb, { id: "TA0005", aligned: "18.1" }),
  },
  { words: "framework", path: "/frameworks/", ask: () => library.frameworksView(kb) },
  {
    words: "framework nist",
    path: "/frameworks/nist_800_53/",
    ask: () => library.frameworkView(kb, { framework: "nist" }),
  },
  { words: "set", path: "/sets/", ask: () => library.setsView(kb) },
  {
    words: "set csa_ccm/4.1/17.1/enterprise",
    path: "/sets/csa_ccm/4.1/17.1/enterprise/",
    ask: () => library.setView(kb, { set: "csa_ccm/4.1/17.1/enterprise" }),
  },
  {
    words: "set m365/07.18.2025/16.1/enterprise --function detect --text token --page 1",
    path: "/sets/m365/07.18.2025/16.1/enterprise/?q=token&function=detect&page=1",
    ask: () =>
      library.setView(kb, { set: "m365/07.18.2025/16.1/enterprise", q: "token", function: "detect", page: "1" }),
  },
  {
    words: "set csa_ccm/4.1/17.1/enterprise --aligned-to 19.0 --carried rewritten --flag merged",
    path: "/sets/csa_ccm/4.1/17.1/enterprise/?aligned=19.0&carried=rewritten&flag=merged",
    ask: () =>
      library.setView(kb, {
        set: "csa_ccm/4.1/17.1/enterprise",
        aligned: "19.0",
        carried: "rewritten",
        flag: "merged",
      }),
  },
  {
    words: "search access token",
    path: "/search/?q=access+token",
    ask: () => library.searchView(kb, { q: "access token" }),
  },
  {
    words: "search ac 02 --kind capability",
    path: "/search/?q=ac+02&kind=capability",
    ask: () => library.searchView(kb, { q: "ac 02", kind: "capability" }),
  },
  { words: "sources", path: "/sources/", ask: () => library.sourcesView(kb) },
];

function viewOf(asked: Asked): unknown {
  return "ok" in asked ? asked.ok && asked.view : asked;
}

/** The API's answer, a redirect to the one address of the thing followed. */
async function overHttp(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await app.request(`/api/v1${path}`);
  const location = response.headers.get("location");
  if (location !== null) return overHttp(location.replace("/api/v1", ""));
  return { status: response.status, text: await response.text() };
}

describe("library, command line and API give the same JSON", () => {
  it.each(questions.map((question) => [question.words, question] as const))("%s", async (words, { path, ask }) => {
    const fromLibrary = library.toJson(viewOf(ask()));
    const said = await tidemap(home.path, [...words.split(" "), "--json"]);
    const answered = await overHttp(path);
    expect([said.code, answered.status]).toEqual([0, 200]);
    // As texts: the order of the fields is the same too.
    expect(JSON.stringify(JSON.parse(said.out))).toBe(JSON.stringify(fromLibrary));
    expect(answered.text).toBe(JSON.stringify(fromLibrary));
    expect(said.out).toBe(`${JSON.stringify(fromLibrary, null, 2)}\n`);
  });

  it.each([
    ["technique T9999", "/techniques/T9999/"],
    ["technique T1550.001 --attack 99", "/techniques/T1550.001/?attack=99"],
    ["technique T1550.001 --framework nsit", "/techniques/T1550.001/?framework=nsit"],
    ["technique T1685 --attack 14.1", "/techniques/T1685/v/14.1/"],
    ["capability nist ZZ-99", "/frameworks/nist_800_53/capabilities/ZZ-99/"],
    ["group APT92", "/groups/APT92/"],
    ["tactic TA9999", "/tactics/TA9999/"],
    ["framework nsit", "/frameworks/nsit/"],
    ["set m365/1/16.1/enterprise", "/sets/m365/1/16.1/enterprise/"],
  ])("and the same words when there is none: %s", async (words, path) => {
    const said = await tidemap(home.path, words.split(" "));
    const { status, text } = await overHttp(path);
    const { title, detail, code, suggestions } = JSON.parse(text) as Failure;
    expect([said.code, status]).toEqual([1, 404]);
    expect(said.err.split("\n")[0]).toBe(`tidemap: ${detail} (${code})`);
    expect(await tidemap(home.path, [...words.split(" "), "--json"])).toEqual({
      code: 1,
      out: "",
      err: `${JSON.stringify({ title, detail, code, suggestions })}\n`,
    });
  });
});

it("a mapping has the promised fields, in the promised order", async () => {
  const { out } = await tidemap(home.path, [
    "technique",
    "T1550.001",
    "--attack",
    "14.1",
    "--framework",
    "nist",
    "--json",
  ]);
  const [first] = (JSON.parse(out) as { mappings: unknown[] }).mappings;
  expect(JSON.stringify(first)).toBe(
    JSON.stringify({
      set: "nist_800_53/rev5/14.1/enterprise",
      row: 3576,
      framework: "nist_800_53",
      frameworkVersion: "rev5",
      attackVersion: "14.1",
      domain: "enterprise",
      side: "defense",
      capabilityId: "AC-16",
      capabilityName: "Security and Privacy Attributes",
      capabilityGroup: "AC",
      techniqueId: "T1550.001",
      techniqueName: "Application Access Token",
      mappingType: "protects",
      status: "complete",
      scoreCategory: null,
      scoreValue: null,
      function: "protect",
      rating: null,
      references: [],
      hasComment: false,
      comments: null,
      carried: null,
    }),
  );
});
