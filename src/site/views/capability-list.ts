import { BoundedCache } from "../../base/bounded-cache.js";
import { capabilitiesOf, compareIds } from "../../knowledge/capability-index.js";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.js";
import { capabilityTableSpec } from "../table/capability-table.js";
import { PreparedTable } from "../table/prepared-table.js";
import { type CapabilityRow, toCapabilityRow } from "./capability-group.js";
import { livingIn } from "./living-id.js";
import type { SetRef } from "./set-ref.js";

/** How many frameworks' lists stay ready. */
const readyLists = 12;

/** Every capability of these newest sets, set after set by id, as a framework's page asks them; made once while asked for. */
export function capabilityTableOf(kb: KnowledgeBase, sets: readonly SetRef[]): PreparedTable<CapabilityRow> {
  const ready = kb.once("tables of capabilities", () => new BoundedCache<PreparedTable<CapabilityRow>>(readyLists));
  return ready.get(sets.map(({ id }) => id).join(", "), () => {
    const groups = new Map<CapabilityRow, readonly string[]>();
    const rows = sets.flatMap((set) => {
      const facts = kb.facts(set.id);
      const { techniqueOf } = set.releaseLoaded
        ? kb.aligned(set.id, kb.newestRelease(set.domain))
        : { techniqueOf: livingIn(kb, facts) };
      const entries = [...capabilitiesOf(facts).values()].sort((a, b) => compareIds(a.id, b.id));
      return entries.map((entry) => {
        const row = toCapabilityRow(kb, entry, { rows: entry.rows, techniqueOf });
        // Some publishers make every capability a group of its own.
        groups.set(
          row,
          entry.groups.filter((group) => group !== entry.id),
        );
        return row;
      });
    });
    const domains = new Map(sets.map(({ id, domain }) => [id, domain]));
    const spec = capabilityTableSpec({
      domainOf: (set) => domains.get(set) ?? "enterprise",
      groupsOf: (row) => groups.get(row) ?? [],
      groups: new Map(sets.flatMap(({ id }) => [...kb.facts(id).groups])),
    });
    return new PreparedTable(spec, rows);
  });
}
