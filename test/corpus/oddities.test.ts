import { expect, it } from "vitest";
import { setView } from "../../src/site/views/set.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectedRows } from "./expectations.js";

/** Oddities of the published files: set number of sets.tsv, rows from 0 ([] = of the file as a whole), code. */
const oddities: readonly (readonly [name: string, set: string, rows: readonly number[], code: string])[] = [
  ["ids with a trailing blank", "S24", [1060, 2258, 2259, 2260, 2582], "TM1302"],
  ["one control, padded and not", "S24", [3556], "TM1304"],
  ["a key that stands twice", "S24", [83], "TM1002"],
  ["a technique of another domain", "S26", [636], "TM1401"],
  ["an unknown version", "S26", [636], "TM1208"],
  ["complete without a technique", "S31", [359], "TM1201"],
  ["a technique that is revoked there", "S4", [213], "TM1402"],
  ["a technique that is revoked there, again", "S2", [85], "TM1402"],
  ["no score", "S14", [133, 138, 404, 417, 432], "TM1501"],
  ["a category without a value", "S14", [143, 144], "TM1502"],
  ["two ratings of one pair", "S14", [132, 140], "TM1505"],
  ["exact repeats", "S26", [1264], "TM1601"],
  ["mapped and non-mappable, by technique", "S25", [47, 59, 64, 68, 73], "TM1205"],
  ["mapped and non-mappable, by technique, rev4", "S24", [8, 13, 17, 22, 34], "TM1205"],
  ["mapped and non-mappable, by capability", "S6", [932], "TM1205"],
  ["mapped elsewhere, same spelling", "S33", [277, 350, 389], "TM1205"],
  ["mapped elsewhere, another case", "S33", [309, 317, 323], "TM1206"],
  ["a capability in another's group", "S6", [719, 731, 747, 748, 938], "TM1306"],
  ["a control in another family, rev4", "S24", [569], "TM1306"],
  ["a control in another family, rev5", "S25", [4837], "TM1306"],
  ["a name of another technique", "S27", [823, 824, 825], "TM1404"],
  ["a name of another technique, again", "S28", [998, 999, 1000], "TM1404"],
  ["a date of another version", "S13", [2], "TM1210"],
  ["declared groups that no row uses", "S4", [], "TM1106"],
  ["blanks around a group's name", "S8", [], "TM1110"],
  ["several names of one capability", "S22", [], "TM1308"],
  ["several groups of one capability", "S9", [], "TM1307"],
  ["references that are no addresses", "S15", [405, 435, 606], "TM1701"],
  ["two addresses in one", "S12", [93, 94, 95, 158, 159, 160], "TM1702"],
  ["an id that no address holds unescaped", "S7", [], "TM1305"],
  ["markup in a comment", "S4", [264], "TM1314"],
  ["no name", "S31", [], "TM1211"],
];

describeCorpus("oddities of the published files", () => {
  const kb = embeddedKnowledge();
  const numbers = new Map(expectedRows("sets.tsv").map((row) => [row.no ?? "", row.set ?? ""]));
  const factsOf = (set: string) => kb.facts(numbers.get(set) ?? set);

  it.each(oddities)("%s: %s %j carries %s", (...[, set, rows, code]) => {
    const finding = factsOf(set).findings.find((found) => found.code === code);
    expect(finding?.rows).toEqual(expect.arrayContaining([...rows]));
    expect(finding?.hits).toBeGreaterThan(0);
  });

  it("every row of every set is shown, odd ones too", () => {
    for (const { id, rows } of kb.sets) {
      const found = setView(kb, { set: id, rows: "all" });
      expect(found.ok && [found.view.page.rows.length, found.view.page.all]).toEqual([rows, rows]);
    }
  });

  it("ids are found trimmed, padded or not, in any case", () => {
    const ids = (framework: string) => kb.capabilities(framework).all.map(({ id }) => id);
    expect(ids("nist_800_53").filter((id) => /^(AC-0?4|CM-0?5|CM-0?6|SC-0?8)\s*$/.test(id))).toEqual([
      "AC-04",
      "CM-05",
      "CM-06",
      "SC-08",
    ]);
    const remote = ids("veris").filter((id) => id.toLowerCase().endsWith("vector.remote injection"));
    expect(remote).toHaveLength(1);
  });

  it("nine CVEs are in both domains of one version", () => {
    const of = (set: string) => new Set(factsOf(set).capabilities.map(({ id }) => id));
    const mobile = of("S13");
    expect([...of("S12")].filter((id) => mobile.has(id)).sort()).toEqual(
      [
        "CVE-2025-24085",
        "CVE-2025-24201",
        "CVE-2025-27363",
        "CVE-2025-31200",
        "CVE-2025-31201",
        "CVE-2025-43200",
        "CVE-2025-5419",
        "CVE-2025-6554",
        "CVE-2025-6558",
      ].sort(),
    );
  });
});
