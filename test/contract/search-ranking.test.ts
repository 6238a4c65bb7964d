/** What people type, and what they mean by it: the hit they want is the first, on the server and in a browser alike. */
import { expect, it } from "vitest";
import { SearchIndex } from "../../src/knowledge/search.js";
import { searchEntries } from "../../src/knowledge/search-entries.js";
import { entriesOf, toSearchList } from "../../src/knowledge/search-list.js";
import { searchAnswer, searchView } from "../../src/site/views/search.js";
import { searchSentence } from "../../src/site/words/search.js";
import { embeddedKnowledge } from "../embedded.js";

/** Ids in every spelling, names, parts of them, typing errors, former names, aliases, names of old. */
const first: readonly (readonly [words: string, page: string])[] = [
  ["T1550.001", "/techniques/T1550.001/"],
  ["t1550/001", "/techniques/T1550.001/"],
  ["T1550-001", "/techniques/T1550.001/"],
  ["t1550 001", "/techniques/T1550.001/"],
  ["T1059", "/techniques/T1059/"],
  ["1059", "/techniques/T1059/"],
  ["T1O59", "/techniques/T1059/"],
  ["tlO59.oo1", "/techniques/T1059.001/"],
  ["GOOl6", "/groups/G0016/"],
  ["SI4", "/frameworks/nist_800_53/capabilities/SI-04/"],
  ["t1566.1", "/techniques/T1566.001/"],
  ["phishing", "/techniques/T1566/"],
  ["spearphishing attachment", "/techniques/T1566.001/"],
  ["spear phishing", "/techniques/T1566/"],
  ["powershell", "/techniques/T1059.001/"],
  ["power shell", "/techniques/T1059.001/"],
  ["valid accounts", "/techniques/T1078/"],
  ["valid acounts", "/techniques/T1078/"],
  ["brute force", "/techniques/T1110/"],
  ["password spraying", "/techniques/T1110.003/"],
  ["credential dumping", "/techniques/T1003/"],
  ["os credential dumping", "/techniques/T1003/"],
  ["lsass", "/techniques/T1003.001/"],
  ["pass the hash", "/techniques/T1550.002/"],
  ["pass-the-hash", "/techniques/T1550.002/"],
  ["golden ticket", "/techniques/T1558.001/"],
  ["kerberoasting", "/techniques/T1558.003/"],
  ["kerberosting", "/techniques/T1558.003/"],
  ["process injection", "/techniques/T1055/"],
  ["dll side loading", "/techniques/T1574.001/"],
  ["data encrypted for impact", "/techniques/T1486/"],
  ["exfiltration over c2", "/techniques/T1041/"],
  ["exploit public-facing application", "/techniques/T1190/"],
  ["exploit public facing", "/techniques/T1190/"],
  ["registry run keys", "/techniques/T1547.001/"],
  ["application access token", "/techniques/T1550.001/"],
  ["T1562.001", "/techniques/T1562.001/"],
  ["T1574.002", "/techniques/T1574.002/"],
  ["T0855", "/techniques/T0855/"],
  ["lateral movement", "/tactics/TA0008/"],
  ["TA0008", "/tactics/TA0008/"],
  ["ta8", "/tactics/TA0008/"],
  ["defense evasion", "/tactics/TA0005/"],
  ["initial access", "/tactics/TA0001/"],
  ["exfiltration", "/tactics/TA0010/"],
  ["APT29", "/groups/G0016/"],
  ["apt 29", "/groups/G0016/"],
  ["apt-29", "/groups/G0016/"],
  ["cozy bear", "/groups/G0016/"],
  ["cosy bear", "/groups/G0016/"],
  ["nobelium", "/groups/G0016/"],
  ["midnight blizzard", "/groups/G0016/"],
  ["fancy bear", "/groups/G0007/"],
  ["lazarus", "/groups/G0032/"],
  ["G0016", "/groups/G0016/"],
  ["fin7", "/groups/G0046/"],
  ["sandworm", "/groups/G0034/"],
  ["volt typhoon", "/groups/G1017/"],
  ["scattered spider", "/groups/G1015/"],
  ["cobalt strike", "/software/S0154/"],
  ["cobaltstrike", "/software/S0154/"],
  ["mimikatz", "/software/S0002/"],
  ["mimikats", "/software/S0002/"],
  ["emotet", "/software/S0367/"],
  ["trickbot", "/software/S0266/"],
  ["stuxnet", "/software/S0603/"],
  ["psexec", "/software/S0029/"],
  ["S0154", "/software/S0154/"],
  ["solarwinds compromise", "/campaigns/C0024/"],
  ["solarwinds", "/campaigns/C0024/"],
  ["C0024", "/campaigns/C0024/"],
  ["M1032", "/mitigations/M1032/"],
  ["privileged account management", "/mitigations/M1026/"],
  ["AC-2", "/frameworks/nist_800_53/capabilities/AC-02/"],
  ["ac 02", "/frameworks/nist_800_53/capabilities/AC-02/"],
  ["AC-02", "/frameworks/nist_800_53/capabilities/AC-02/"],
  ["ac2", "/frameworks/nist_800_53/capabilities/AC-02/"],
  ["account management", "/frameworks/nist_800_53/capabilities/AC-02/"],
  ["SI-4", "/frameworks/nist_800_53/capabilities/SI-04/"],
  ["CM-6", "/frameworks/nist_800_53/capabilities/CM-06/"],
  ["boundary protection", "/frameworks/nist_800_53/capabilities/SC-07/"],
  ["CVE-2023-34362", "/frameworks/kev/capabilities/CVE-2023-34362/"],
  ["cve 2023 34362", "/frameworks/kev/capabilities/CVE-2023-34362/"],
  ["2023-34362", "/frameworks/kev/capabilities/CVE-2023-34362/"],
  ["log4j", "/frameworks/kev/capabilities/CVE-2021-44228/"],
  ["CVE-2021-44228", "/frameworks/kev/capabilities/CVE-2021-44228/"],
  ["DEF-SecScore-E3", "/frameworks/m365/capabilities/DEF-SSCO-E3/"],
  ["DEF-SSCO-E3", "/frameworks/m365/capabilities/DEF-SSCO-E3/"],
  ["secure score", "/frameworks/m365/capabilities/DEF-SSCO-E3/"],
  ["azure sentinel", "/frameworks/azure/capabilities/microsoft_sentinel/"],
  ["microsoft sentinel", "/frameworks/azure/capabilities/microsoft_sentinel/"],
  ["guardduty", "/frameworks/aws/capabilities/amazon_guardduty/"],
  ["amazon guardduty", "/frameworks/aws/capabilities/amazon_guardduty/"],
  ["aws config", "/frameworks/aws/capabilities/aws_config/"],
  ["cloud armor", "/frameworks/gcp/capabilities/cloud_armor/"],
  ["IAM-08", "/frameworks/csa_ccm/capabilities/IAM-08/"],
  ["I&S-05", "/frameworks/csa_ccm/capabilities/I%26S-05/"],
  ["PR.DS-01.01", "/frameworks/cri_profile/capabilities/PR.DS-01.01/"],
  ["use of stolen creds", "/frameworks/veris/capabilities/action.hacking.variety.Use_of_stolen_creds/"],
  ["stolen creds", "/frameworks/veris/capabilities/action.hacking.variety.Use_of_stolen_creds/"],
  ["nist", "/frameworks/nist_800_53/"],
  ["nist 800-53", "/frameworks/nist_800_53/"],
  ["m365", "/frameworks/m365/"],
  ["microsoft 365", "/frameworks/m365/"],
  ["aws", "/frameworks/aws/"],
  ["kev", "/frameworks/kev/"],
  ["veris", "/frameworks/veris/"],
  ["csa ccm", "/frameworks/csa_ccm/"],
  ["vpro", "/frameworks/intel-vpro/"],
  ["nist rev5 16.1", "/sets/nist_800_53/rev5/16.1/enterprise/"],
  ["access control", "/frameworks/nist_800_53/groups/AC/"],
  ["at (linux)", "/techniques/T1053.002/"],
  ["dopplegänging", "/techniques/T1055.013/"],
  ["doppelganging", "/techniques/T1055.013/"],
  ["acces tokn", "/techniques/T1134/"],
];

/** Words that name two things alike; the one meant is among the first two. */
const second: readonly (readonly [words: string, page: string])[] = [
  ["scheduled task", "/techniques/T1053.005/"],
  ["unauthorized command message", "/techniques/T0855/"],
  ["multi-factor authentication", "/mitigations/M1032/"],
  ["least privilege", "/frameworks/nist_800_53/capabilities/AC-06/"],
  ["chronicle", "/frameworks/gcp/capabilities/google_secops/"],
];

const kb = embeddedKnowledge();
const browser = new SearchIndex(entriesOf(JSON.parse(JSON.stringify(toSearchList(searchEntries(kb)))) as never));
const onServer = (q: string) => {
  const found = searchView(kb, { q });
  return found.ok ? found.view.hits.map(({ href }) => href) : [];
};

it("are enough to tell", () => expect(first.length).toBeGreaterThan(80));

it.each(first)("%s", (q, page) => {
  const hits = onServer(q);
  expect(hits[0]).toBe(page);
  expect(searchAnswer(browser, { q }).hits.map(({ href }) => href)).toEqual(hits);
});

it("an id in parts is that id, and words that something begins with are not taken for typing errors", () => {
  const idsOf = (q: string) => searchAnswer(browser, { q }).hits.map(({ entry }) => entry.id);
  expect(idsOf("ac 02")).toEqual(["AC-02"]);
  const begun = idsOf("ac 2");
  expect(begun[0]).toBe("AC-02");
  expect(begun.slice(1).sort()).toEqual(["AC-20", "AC-21", "AC-22", "AC-23", "AC-24", "AC-25"]);
  // Other names are words: all that has them is found.
  expect(searchAnswer(browser, { q: "nist 800-53" }).hits.length).toBeGreaterThan(10);
  expect(searchAnswer(browser, { q: "account management" }).hits.length).toBeGreaterThan(1);
  const named = searchAnswer(browser, { q: "cozy" }).hits.map(({ entry }) => entry.id);
  expect(named).toEqual(["S0046", "G0016"]);
});

it("an exact id is followed by ids that begin as it was typed, and by no others", () => {
  const idsOf = (q: string) => searchAnswer(browser, { q }).hits.map(({ entry }) => entry.id);
  expect(idsOf("TA0005")).toEqual(["TA0005"]);
  expect(idsOf("t1056")).toEqual(["T1056", "T1056.001", "T1056.002", "T1056.003", "T1056.004"]);
  expect(idsOf("1056")).toEqual(idsOf("t1056"));
  expect(idsOf("S015")).toEqual(expect.arrayContaining(["S0015", "S0154"]));
  expect(idsOf("S0015")).toEqual(["S0015"]);
});

it("words inside others are found last", () => {
  const idsOf = (q: string) => searchAnswer(browser, { q }).hits.map(({ entry }) => entry.id);
  const ids = idsOf("phish");
  expect(ids.slice(0, 2)).toEqual(["T1566", "T1660"]);
  const inside = ["T1566.001", "T1566.002", "T1566.003", "T1566.004", "T1598.001", "T1598.002"];
  expect(ids.filter((id) => inside.includes(id))).toEqual(inside);
  const before = ["T1598", "EOP-APH-E3"];
  expect(ids.slice(0, ids.indexOf("T1566.001"))).toEqual(expect.arrayContaining(before));
  expect(idsOf("hish")).toContain("T1566.001");
  expect(idsOf("ublic-facing")).toContain("T1190");
  // Of three letters they would be anywhere.
  expect(idsOf("hin")).not.toContain("T1566.001");
});

it.each(second)("%s, among others", (q, page) => {
  expect(onServer(q).slice(0, 2)).toContain(page);
});

it("names the words that only others are like", () => {
  const view = searchAnswer(browser, { q: "acces tokn" });
  expect(view.unknownWords).toEqual(["tokn"]);
  expect(searchSentence(view)).toBe("Nothing has “tokn”; 5 results with a word like it.");
  expect(searchAnswer(browser, { q: "tokn tokn" }).unknownWords).toEqual(["tokn"]);
  expect(searchAnswer(browser, { q: "mimikats" }).unknownWords).toEqual(["mimikats"]);
  for (const q of ["access token", "AC-2", "T1550/001", "phis", "hish", "zzzzzzzz"])
    expect(searchAnswer(browser, { q }).unknownWords, q).toEqual([]);
});

it("tells what something was called from what it is also called", () => {
  const why = (q: string, id: string) => searchAnswer(browser, { q }).hits.find(({ entry }) => entry.id === id)?.why;
  expect(why("T1562.001", "T1685")).toEqual({ field: "was", text: "T1562.001" });
  expect(why("defense evasion", "TA0005")).toEqual({ field: "was", text: "Defense Evasion" });
  expect(why("cozy bear", "G0016")).toEqual({ field: "also", text: "Cozy Bear" });
  expect(why("mimikatz", "S0002")?.field).toBe("name");
});

it("says so where nothing has all the words", () => {
  const view = searchAnswer(browser, { q: "rev5 AC-2 kubernetes" });
  expect(view.isLoose).toBe(true);
  expect(view.matching).toBeGreaterThan(0);
  expect(searchAnswer(browser, { q: "pass the hash" }).isLoose).toBe(false);
  expect(searchAnswer(browser, { q: "zzzzzzzz qqqqqqqq" })).toMatchObject({ isLoose: false, matching: 0 });
});

it("a number is found where it stands, and not by the place of an entry in the list", () => {
  for (const [q, most] of [
    ["777", 0],
    ["365", 10],
  ] as const) {
    const found = searchView(embeddedKnowledge(), { q });
    const entries = found.ok ? found.view.hits.map(({ entry }) => entry) : [];
    expect([q, found.ok && found.view.matching <= most]).toEqual([q, true]);
    for (const { id, name, also, context } of entries)
      expect(`${id} ${name} ${also.join(" ")} ${context}`.toLowerCase()).toContain(q);
  }
});

it("of one kind alone nothing may match, and the others are not denied", () => {
  const found = searchView(embeddedKnowledge(), { q: "phishing", kind: "campaign" });
  expect(found.ok && found.view.kinds.length).toBeGreaterThan(1);
  expect(found.ok && searchSentence(found.view)).toBe("Nothing among campaigns matches “phishing”.");
});
