import { expect, it } from "vitest";
import { ownSet } from "../../../test/cli/own-set.js";
import { embeddedFacts, embeddedKnowledge } from "../../../test/embedded.js";
import { toSetFacts } from "../../compile/set.js";
import { parseUnified } from "../../formats/unified/parse.js";
import { encodeSets } from "../../knowledge/facts/encode.js";
import { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { frameworkOf } from "../../model/framework.js";
import { parseAttackVersion } from "../../model/version.js";
import { alignedFrameOf } from "./frame.js";
import { matrixCounter } from "./matrix-cells.js";
import { setsOf } from "./technique-rows.js";
import { standingsIn } from "./technique-standing.js";

/** Of every technique: who counts it by rows in doubt only, as lists and reach say and as the matrix says. */
function doubted(kb: KnowledgeBase) {
  const frame = alignedFrameOf(kb, "enterprise", {});
  if (!frame.ok) throw new Error(frame.problem.detail);
  const cell = matrixCounter(kb, frame.view, { side: "defense", frameworks: [], function: null, minRating: null });
  const timeline = kb.timeline("enterprise");
  const ids = timeline
    .at(frame.view.release)
    .activeTechniques()
    .flatMap(({ id }) => id ?? []);
  const sets = setsOf(kb, frame.view).filter(({ framework }) => frameworkOf(framework).side === "defense");
  const inLists = (id: string) =>
    sets.filter((set) => standingsIn(kb, set.id, frame.view.release)(id).doubtful).map(({ framework }) => framework);
  return ids.flatMap((id) => {
    const [list, matrix] = [inLists(id).sort(), [...cell(id).doubtful].sort()];
    return list.length + matrix.length === 0 ? [] : [{ id, list, matrix }];
  });
}

it("doubt is the same in lists and in the matrix", () => {
  const found = doubted(embeddedKnowledge());
  expect(found.map(({ id }) => id)).toEqual(["T1176", "T1574.001"]);
  for (const { list, matrix } of found) expect(list).toEqual(matrix);
});

it("a row that says that nothing fits takes no doubt away from those that claim something", () => {
  const rows = [
    ["T1574.001", "complete"],
    ["T1574.002", "non_mappable"],
  ].map(([attack_object_id, status]) => ({
    attack_object_id,
    status,
    capability_id: "door",
    mapping_type: "mitigates",
  }));
  const { value } = parseUnified(
    new TextEncoder().encode(JSON.stringify(ownSet(0, { mapping_objects: rows }))),
    "own.json",
  );
  const attackVersion = parseAttackVersion("14.1");
  if (value === null || attackVersion === null) throw new Error("both are read");
  const key = { framework: "acme", frameworkVersion: "2", attackVersion, domain: "enterprise" } as const;
  const origin = { kind: "own", publisher: "", source: "", version: null, licence: "", sha256: "" } as const;
  const files = encodeSets([{ facts: toSetFacts(value, key, []), origin }], []);
  const kb = new KnowledgeBase([embeddedFacts, { text: (name) => files.get(name) ?? "" }]);
  expect(doubted(kb).find(({ id }) => id === "T1574.001")).toEqual({
    id: "T1574.001",
    list: ["acme", "azure"],
    matrix: ["acme", "azure"],
  });
});
