import { afterAll, describe, expect, it } from "vitest";
import { toCsv } from "../../src/cli/csv.js";
import { routes } from "../../src/site/routes.js";
import { fakeApp } from "../server/fake-site.js";
import { temporaryFolder, tidemap } from "./fake-host.js";

const home = temporaryFolder();
afterAll(() => home.remove());

describe("CSV of records", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["a=1", "a=1"],
    ['say "hi", all', '"say ""hi"", all"'],
    ["two\nlines", '"two\nlines"'],
  ])("writes %j as %j", (text, cell) => expect(toCsv([{ a: text, b: 1 }])).toBe(`a,b\n${cell},1\n`));

  it("writes things of a list by id and name, parted by semicolons", () => {
    const tactic = (id: string, name: string) => ({ kind: "tactic", id, name });
    const records = [{ id: "T1053", tactics: [tactic("TA0002", "Execution"), tactic("TA0003", "Persistence")] }];
    expect(toCsv(records)).toBe("id,tactics\nT1053,TA0002 Execution; TA0003 Persistence\n");
  });

  it("joins lists by one blank, spreads records, leaves out nothing", () => {
    const records = [
      { id: "a", references: ["x", "y"], carried: null },
      { id: null, references: [], carried: { from: "1.0", path: ["T1", "T2"], merged: false } },
    ];
    expect(toCsv(records)).toBe("id,references,carriedFrom,carriedPath,carriedMerged\na,x y,,,\n,,1.0,T1 T2,false\n");
  });
});

const lines = async (...words: readonly string[]) =>
  (await tidemap(home.path, [...words, "--format", "csv"])).out.trimEnd().split("\n");

it("technique has a line a row, the same columns in all", async () => {
  const [head = "", ...rows] = await lines("technique", "T1550.001");
  expect(head).toMatch(
    /^set,row,framework,frameworkVersion,attackVersion,domain,side,capabilityId,capabilityName,.*references,hasComment,comments,carriedFrom,carriedTo,carriedMerged,carriedTacticsChanged,carriedClass,carriedPath$/,
  );
  expect(rows).toHaveLength(40);
});

it.each([
  ["technique T1608", "/techniques/T1608/"],
  ["technique T1608 --framework veris", "/techniques/T1608/?framework=veris"],
  ["capability gcp assured_workloads", "/frameworks/gcp/capabilities/assured_workloads/"],
  ["capability nist AC-2", "/frameworks/nist_800_53/capabilities/AC-02/"],
  ["capability nist AC-2 --tactic TA0006", "/frameworks/nist_800_53/capabilities/AC-02/?tactic=TA0006"],
])("%s has the rows of its page's files, non-mappable ones behind", async (words, page) => {
  const answer = await fakeApp({ routes }).request(page.replace(/\/(\?|$)/, "/rows.json$1"));
  const { rows } = (await answer.json()) as { readonly rows: readonly { set: string; row: number }[] };
  const [, ...listed] = await lines(...words.split(" "));
  expect(rows.length).toBeGreaterThan(0);
  expect(listed.map((line) => line.split(",").slice(0, 2).join(","))).toEqual(
    rows.map(({ set, row }) => `${set},${row}`),
  );
});

it("set has all rows, a page only where it is asked for", async () => {
  expect(await lines("set", "csa_ccm/4.1/17.1/enterprise")).toHaveLength(1 + 792 + 148);
  expect(await lines("set", "csa_ccm/4.1/17.1/enterprise", "--page", "2")).toHaveLength(1 + 100);
  expect(await lines("set", "m365/07.18.2025/16.1/enterprise", "--function", "respond")).toHaveLength(1 + 115);
});

it.each([
  ["capability m365 DEF-IR-E5", /^set,row,/],
  ["group APT29", /^kind,id,name,.*basis$/],
  ["tactic TA0008", /^kind,id,name,/],
  ["framework", /^id,framework,/],
  ["framework gcp", /^id,name,set,rows,/],
  ["set", /^id,framework,/],
  ["search token", /^kind,id,name,/],
  ["sources", /^kind,id,sameAs,origin,/],
])("%s has a header and rows", async (line, head) => {
  const [first = "", ...rows] = await lines(...line.split(" "));
  expect(first).toMatch(head);
  expect(rows.length).toBeGreaterThan(1);
});
