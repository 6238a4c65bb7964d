import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import type { Answer } from "../answer.js";
import { attackObjectView } from "./attack-object.js";
import { groupView } from "./group.js";
import { tacticView } from "./tactic.js";
import { techniqueView } from "./technique.js";

const kb = embeddedKnowledge();

function problemOf(answered: Answer<unknown>) {
  if (answered.ok) throw new Error("there is an answer");
  const { title, detail, suggestions } = answered.problem;
  return { title, detail, leads: suggestions.map(({ label, href }) => `${label}: ${href}`) };
}

describe("an object of other releases", () => {
  it("says which have it and leads to the first and the newest, whatever its kind", () => {
    expect(problemOf(groupView(kb, { id: "G1030", aligned: "12.1" }))).toEqual({
      title: "G1030 is not in ATT&CK 12.1",
      detail: "Agrius stands in the releases 16.0 to 19.0, not in 12.1.",
      leads: [
        "G1030 as of 16.0, its first release: /groups/G1030/v/16.0/",
        "G1030 as of 19.0, its newest release: /groups/G1030/v/19.0/",
      ],
    });
    const tactic = problemOf(tacticView(kb, { id: "TA0112", aligned: "12.1" }));
    const software = problemOf(attackObjectView(kb, "software", { id: "S1015", aligned: "3.0" }));
    const technique = problemOf(techniqueView(kb, { id: "T1550.001", attack: "3.0" }));
    for (const { detail, leads } of [tactic, software, technique]) {
      expect(detail).toMatch(/ stands in .*, not in \d+\.\d\.$/);
      expect(leads.length).toBeGreaterThan(0);
    }
  });

  it("leads to the current page of a technique: what was authored on the newest release is another question", () => {
    expect(problemOf(techniqueView(kb, { id: "T1550.001", attack: "3.0" })).leads.at(-1)).toMatch(
      /^T1550\.001 as of [\d.]+, its newest release: \/techniques\/T1550\.001\/$/,
    );
  });

  it("says what a technique was there, and leads to it in the same view", () => {
    const said = problemOf(techniqueView(kb, { id: "T1685", attack: "16.1" }));
    expect(said.detail).toMatch(/ not in 16\.1\. In 16\.1 it was T1562, T1562\.001 and T1562\.006\.$/);
    expect(said.leads).toEqual([
      "T1562 Impair Defenses as of 16.1, which became T1685: /techniques/T1562/v/16.1/",
      "T1562.001 Disable or Modify Tools as of 16.1, which became T1685: /techniques/T1562.001/v/16.1/",
      "T1562.006 Indicator Blocking as of 16.1, which became T1685: /techniques/T1562.006/v/16.1/",
      "T1685 as of 19.0: /techniques/T1685/",
    ]);
    const [aligned] = problemOf(techniqueView(kb, { id: "T1574.002", aligned: "6.3" })).leads;
    expect(aligned).toBe("T1073 DLL Side-Loading as of 6.3, which became T1574.002: /techniques/T1073/?aligned=6.3");
  });
});
