import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { techniquePage } from "../pages/technique.js";
import { predecessorsOf } from "./predecessor.js";
import { type TechniqueQuestion, techniqueView } from "./technique.js";

const kb = embeddedKnowledge();

function viewOf(question: TechniqueQuestion) {
  const found = techniqueView(kb, question);
  if (!found.ok) throw new Error(found.problem.detail);
  return found.view;
}

/** "T1073 6.3": the id and the last release in which it was active. */
const was = (question: TechniqueQuestion) =>
  viewOf(question).predecessors.map(({ id, lastActive }) => `${id} ${lastActive}`);

describe("what a technique was before", () => {
  it("is every id that leads to it, latest first, by recorded lineage only", () => {
    expect(was({ id: "T1685" })).toEqual(["T1562 18.1", "T1562.001 18.1", "T1562.006 18.1", "T1054 6.3", "T1089 6.3"]);
    expect(was({ id: "T1574.001" })).toEqual(["T1574.002 16.1", "T1038 6.3", "T1073 6.3"]);
    expect(was({ id: "T1055" })).toEqual([]);
  });

  it("is so as of the release shown", () => {
    expect(was({ id: "T1574.001", aligned: "16.1" })).toEqual(["T1038 6.3"]);
    expect(was({ id: "T1562.001", attack: "18.1" })).toEqual(["T1089 6.3"]);
    // Revoked there: what led to it leads on to its heir.
    expect(was({ id: "T1562.001", attack: "19.0" })).toEqual([]);
  });

  it("counts a number of its own that it no longer bears", () => {
    expect(was({ id: "T1426" })).toEqual(["T1419 5.0", "MOB-T1022 2.0", "MOB-T1029 2.0"]);
  });

  it.each(kb.domains)("and what leads from an old id to a new one say the same, in %s", (domain) => {
    const timeline = kb.timeline(domain);
    const ids = new Set(
      timeline.releases.flatMap((at) =>
        timeline
          .at(at)
          .objects("technique")
          .flatMap(({ id }) => id ?? []),
      ),
    );
    const ways = [...ids].flatMap((id) => {
      // Mobile 3.0 gave some a number in the same breath as it revoked them.
      if (timeline.states("technique", id).every(({ state }) => state !== "active")) return [];
      const now = timeline.lineage.successor(id, timeline.newest);
      return now?.end === "active" ? [`${id} > ${now.path.at(-1)}`] : [];
    });
    const back = timeline
      .at(timeline.newest)
      .activeTechniques()
      .flatMap(({ id }) => predecessorsOf(timeline, id ?? "", timeline.newest).map((before) => `${before.id} > ${id}`));
    expect(back.sort()).toEqual(ways.sort());
    expect(ways.length).toBeGreaterThan(5);
  });

  it("stands on its page, with links to where it was last active", () => {
    const page = String(techniquePage(viewOf({ id: "T1685" })).body);
    expect(page).toMatch(
      /What it was before.*href="\/techniques\/T1562\.001\/v\/18\.1\/"[^>]*>T1562\.001<\/a><span>Disable or Modify Tools<\/span><span class="value">up to 18\.1</,
    );
  });
});
