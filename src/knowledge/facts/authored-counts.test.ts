import { expect, it } from "vitest";
import { embeddedKnowledge } from "../../../test/embedded.js";
import { isMappedAt } from "./at-row.js";

it("counts what opening every set would count, technique by technique", () => {
  const kb = embeddedKnowledge();
  const ids = new Set(kb.sets.flatMap((set) => kb.facts(set.id).techniques.flatMap(({ id }) => id?.trim() ?? [])));
  expect(ids.size).toBeGreaterThan(800);
  for (const id of ids) {
    const opened = new Map(
      kb.sets.flatMap((set) => {
        const facts = kb.facts(set.id);
        const rows = kb.authoredRows(set.id, id).filter((row) => isMappedAt(facts, row));
        return rows.length > 0 ? [[set.id, rows.length] as const] : [];
      }),
    );
    expect([id, kb.authoredCounts(id)]).toEqual([id, opened]);
  }
  expect(kb.authoredCounts("__proto__").size).toBe(0);
});
