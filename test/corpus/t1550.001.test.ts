import { describe, expect, it } from "vitest";
import type { Mapping } from "../../src/model/mapping.js";
import { type TechniqueQuestion, techniqueView } from "../../src/site/views/technique.js";
import { embeddedKnowledge } from "../embedded.js";
import { describeCorpus } from "./corpus.js";
import { expectation, expectedRows } from "./expectations.js";

const id = "T1550.001";

function view(question: Omit<TechniqueQuestion, "id"> = {}) {
  const found = techniqueView(embeddedKnowledge(), { id, ...question });
  if (!found.ok) throw new Error(found.problem.detail);
  return found.view;
}

function count(rows: readonly Mapping[], framework: string, version: string): number {
  return rows.filter((row) => row.framework === framework && row.frameworkVersion === version).length;
}

describe("T1550.001 on the committed facts", () => {
  it("as authored on 14.1: NIST rev5 in file order, rev4, M365", () => {
    const { mappings } = view({ attack: "14.1" });
    const rev5 = mappings.filter((row) => row.frameworkVersion === "rev5");
    expect(rev5.map((row) => row.capabilityId)).toEqual(
      "AC-16 AC-17 AC-19 AC-20 CA-08 CM-10 CM-11 CM-02 CM-06 IA-02 IA-04 SC-28 SC-08 SI-12 SI-04 SI-07".split(" "),
    );
    expect(rev5.map((row) => row.row)).toEqual(Array.from({ length: 16 }, (_, index) => 3576 + index));
    expect(new Set(rev5.map((row) => row.mappingType))).toEqual(new Set(["protects"]));
    expect(count(mappings, "nist_800_53", "rev4")).toBe(14);
    expect(mappings.filter((row) => row.framework === "m365")).toMatchObject([
      {
        capabilityId: "DEF-SSCO-E3",
        capabilityName: "Secure Score",
        function: "detect",
        rating: "minimal",
        hasComment: true,
        comments: null,
      },
      { capabilityId: "DEF-IR-E5", capabilityName: "Incident Response", function: "respond", rating: "minimal" },
    ]);
    expect(mappings.filter((row) => row.framework === "m365").map((row) => row.references.length)).toEqual([2, 1]);
    expect(new Set(mappings.map((row) => row.carried))).toEqual(new Set([null]));
  });

  it("has the agreed JSON of a row", () => {
    const row = view({ attack: "14.1" }).mappings.find((mapping) => mapping.row === 3576);
    expect(row).toEqual({
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
    });
  });

  it.each([
    [{ attack: "8.2" }, 27],
    [{ attack: "9.0" }, 34],
    [{ attack: "10.0" }, 2],
    [{ attack: "10.1" }, 32],
    [{ attack: "12.1" }, 33],
    [{ attack: "14.1" }, 32],
    [{ attack: "16.1" }, 31],
    [{ attack: "17.1" }, 9],
    [{ attack: "18.1" }, 0],
    [{}, 40],
    [{ aligned: "18.1" }, 40],
  ])("%j: %i rows", (question, rows) => expect(view(question).mappings.length).toBe(rows));

  it("is answered by 8 frameworks at 19.0 and 18.1, by 7 as authored on 16.1", () => {
    expect(view().summary.frameworks).toBe(8);
    expect(view().view.release).toBe("19.0");
    expect(view({ aligned: "18.1" }).summary.frameworks).toBe(8);
    expect(view({ attack: "16.1" }).summary.frameworks).toBe(7);
    expect(view().summary).toMatchObject({
      rows: 40,
      sets: 8,
      defenseCapabilities: 38,
      defenseFrameworks: 7,
      threatRows: 1,
    });
    expect(
      view()
        .frameworks.filter(({ rows }) => rows === 0)
        .map(({ framework }) => framework),
    ).toEqual(["intel-vpro", "kev"]);
  });
});

describeCorpus("T1550.001 against the measured rows", () => {
  it("every row of every set, as authored", () => {
    const found = new Map(
      [...new Set(embeddedKnowledge().sets.map((set) => set.attackVersion))]
        .flatMap((attack) => view({ attack }).mappings)
        .map((row) => [`${row.set}#${row.row}`, row]),
    );
    const expected = expectedRows("t1550.001.tsv");
    expect(expected.length).toBe(200);
    expect(found.size).toBe(200);
    for (const row of expected) {
      expect(found.get(`${row.set}#${row.row}`)).toMatchObject({
        capabilityId: row.capability_id,
        capabilityGroup: row.capability_group,
        mappingType: row.mapping_type,
        status: row.status,
        scoreCategory: row.score_category || null,
        scoreValue: row.score_value || null,
        hasComment: Number(row.comment_chars) > 0,
      });
      expect(found.get(`${row.set}#${row.row}`)?.references.length).toBe(Number(row.references));
    }
  });

  it("aligned to 18.1, set by set", () => {
    const expected = JSON.parse(expectation("current-T1550.001.json")) as {
      readonly sets: readonly {
        readonly set: string;
        readonly rows: readonly { readonly row: number; readonly class: string }[];
      }[];
    };
    const { mappings } = view({ aligned: "18.1" });
    const ours = (set: string) => mappings.filter((row) => row.set === set).map((row) => [row.row, row.carried?.class]);
    for (const { set, rows } of expected.sets)
      expect([set, ours(set)]).toEqual([set, rows.map((row) => [row.row, row.class])]);
  });
});
