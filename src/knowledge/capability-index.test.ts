import { expect, it } from "vitest";
import type { AttackVersion } from "../model/version.js";
import { CapabilityIndex, capabilitiesOf } from "./capability-index.js";
import type { SetFacts } from "./facts/set-facts.js";

/** A set with one row a capability. */
function setOf(framework: string, ids: readonly string[]): SetFacts {
  const places = Uint32Array.from(ids.keys());
  const zeros = new Uint32Array(ids.length);
  return {
    id: `${framework}/1/9.0/enterprise`,
    key: { framework, frameworkVersion: "1", attackVersion: "9.0" as AttackVersion, domain: "enterprise" },
    serialisation: "J3",
    metadata: { mappingVersion: null, author: null, contact: null, organization: null, created: null, updated: null },
    types: new Map(),
    groups: new Map(),
    rows: ids.length,
    capabilities: ids.map((id) => ({ id, name: id, group: null })),
    capability: places,
    techniques: [{ id: "T1190", name: "T1190" }],
    technique: zeros,
    claims: [{ mappingType: "x", status: "complete", scoreCategory: null, scoreValue: null }],
    claim: zeros,
    referenceLists: [[]],
    referenceList: zeros,
    commented: new Uint8Array(ids.length),
    findings: [],
  };
}

const found = (ids: readonly string[], asked: string) =>
  new CapabilityIndex("own", [setOf("own", ids)]).find(asked)?.id ?? null;

it.each([
  [["EDR-02"], "edr-2", "EDR-02"],
  [["EDR-2"], "EDR-002", "EDR-2"],
  [["EDR-02.01", "EDR-02.10"], "edr-2.1", "EDR-02.01"],
  [["EDR-02", "EDR-2"], "edr-2", "EDR-2"],
  [["EDR-02", "EDR-2"], "EDR-02", "EDR-02"],
  [["EDR-02", "EDR-2"], "EDR-002", null],
  [["EDR-20", "EDR-02"], "EDR-2", "EDR-02"],
  [["EDR-20"], "EDR-2", null],
  [["Level 04/a"], "level_4~a", "Level 04/a"],
  [["CVE-2021-0123"], "cve-2021-123", "CVE-2021-0123"],
])("of %j %s finds %s", (ids, asked, id) => expect(found(ids, asked)).toBe(id));

it("ids that differ by padding alone stay two, but in NIST's controls", () => {
  expect(capabilitiesOf(setOf("own", ["EDR-02", "EDR-2", " edr-2"])).size).toBe(2);
  expect(capabilitiesOf(setOf("nist_800_53", ["AC-02", "AC-2", "ac-2 "])).size).toBe(1);
});

it("two names of one product are two in a set that has both, and one over the sets", () => {
  const ids = ["azure_defender_for_kubernetes", "azure_sentinel", "azure_defender_for_container_registries"];
  const facts = setOf("azure", ids);
  expect([...capabilitiesOf(facts).values()].map(({ id, rows }) => [id, rows])).toEqual(
    ids.map((id, row) => [id, [row]]),
  );
  const index = new CapabilityIndex("azure", [facts]);
  expect(index.all.map(({ key, sets }) => [key, sets.map(({ id }) => id)])).toEqual([
    ["defender_for_containers", [ids[0], ids[2]]],
    ["microsoft_sentinel", [ids[1]]],
  ]);
  const entries = index.find("defender_for_containers")?.sets ?? [];
  expect(index.spelled(entries, "Azure Defender for Container Registries")?.id).toBe(ids[2]);
  expect(index.spelled(entries, "defender_for_containers")).toBeNull();
});
