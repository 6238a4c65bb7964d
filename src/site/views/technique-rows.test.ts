import { describe, expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { techniquePage } from "../pages/technique.js";
import { frameOf } from "./frame.js";
import { techniqueView } from "./technique.js";
import { countOnTechnique, rowsOnTechnique } from "./technique-rows.js";

const kb = embeddedKnowledge();

describe.each([
  ["current", {}],
  ["aligned", { aligned: "12.1" }],
  ["as authored", { attack: "16.1" }],
] as const)("%s", (_kind, question) => {
  it("as many rows are counted as are given", () => {
    const framed = frameOf(kb, "enterprise", question);
    if (!framed.ok) throw new Error(framed.problem.detail);
    const release = kb.timeline("enterprise").at(framed.view.release);
    const ids = release.activeTechniques().flatMap(({ id }) => id ?? []);
    let all = 0;
    for (const id of ids.filter((_, place) => place % 9 === 0)) {
      const { mappings, nonMappable } = rowsOnTechnique(kb, framed.view, id);
      expect(countOnTechnique(kb, framed.view, id), id).toEqual({
        rows: mappings.length,
        nonMappable: nonMappable.length,
      });
      all += mappings.length + nonMappable.length;
    }
    expect(all).toBeGreaterThan(0);
  });
});

it("rows of several frameworks are those of each, and one that is unknown is refused", () => {
  const ids = (framework: string) => {
    const found = techniqueView(kb, { id: "T1110", framework });
    return found.ok
      ? [...found.view.mappings, ...found.view.nonMappable].map(({ set, row }) => `${set} ${row}`)
      : [found.problem.detail];
  };
  const [m365, azure] = [ids("m365"), ids("azure")];
  expect(Math.min(m365.length, azure.length)).toBeGreaterThan(1);
  expect(ids("M365, azure,m365").sort()).toEqual([...azure, ...m365].sort());
  expect(ids("m365,azzure")).toEqual([expect.stringMatching(/"azzure".*azure/)]);
  expect(ids(",")).toEqual([expect.stringContaining('","')]);
});

it("nothing asked and an empty word asked are two questions, whichever is asked first", () => {
  const empty = techniqueView(kb, { id: "T1110", rating: "" });
  const whole = techniqueView(kb, { id: "T1110" });
  expect([empty.ok, whole.ok]).toEqual([false, true]);
});

it("a row that names a technique of another domain than its set is on that technique's page, uncounted", () => {
  for (const asked of [{}, { aligned: "18.1" }, { attack: "16.1" }]) {
    const found = techniqueView(kb, { id: "T1521.003", ...asked });
    const { stranded = [], mappings = [] } = found.ok ? found.view : {};
    expect(stranded.map(({ set, row, capabilityId }) => [set, row, capabilityId])).toEqual([
      ["nist_800_53/rev5/16.1/enterprise", 636, "SC-12"],
    ]);
    expect(mappings.filter(({ domain }) => domain !== "mobile")).toEqual([]);
    if (found.ok)
      expect(String(techniquePage(found.view).body)).toContain("Without a living technique, NIST SP 800-53 rev5");
  }
  // The only published one.
  const all = kb.domains.flatMap((domain) => {
    const timeline = kb.timeline(domain);
    return timeline
      .at(timeline.newest)
      .activeTechniques()
      .flatMap(({ id }) => id ?? []);
  });
  const foreign = all.filter((id) => {
    const found = techniqueView(kb, { id });
    return found.ok && found.view.stranded.some(({ domain }) => domain !== found.view.technique.domain);
  });
  expect(foreign).toEqual(["T1521.003"]);
});
