import { expect, it } from "vitest";
import { type Changes, ruleInput, unmapped } from "../../../test/rule-files.js";
import { oscal } from "./format.js";

async function collectionOf(changes: Changes) {
  const written = await oscal.serialize?.(ruleInput(changes).file, { name: "own" });
  const { "mapping-collection": collection } = JSON.parse(String(written?.files[0]?.body));
  const modified = collection.metadata["last-modified"];
  return { modified, status: collection.provenance.status, mapping: collection.mappings[0], lost: written?.lost ?? [] };
}

it("rows on another release are neither mappings nor gaps of this one, and are counted", async () => {
  const left = { attackObjectId: "T1626", attackVersion: "15.1" };
  const rows = [{}, left, { ...unmapped, ...left, capabilityId: null }, { ...unmapped, attackVersion: "15.1" }];
  const { mapping, lost } = await collectionOf({ rows });
  expect(mapping.maps.map((map: { targets: readonly object[] }) => map.targets)).toMatchObject([
    [{ "id-ref": "T1001" }],
  ]);
  expect(mapping["target-gap-summary"]).toBeUndefined();
  expect(mapping["source-gap-summary"]["unmapped-controls"]).toEqual([{ "with-ids": ["own-b"] }]);
  expect(lost).toContain("2 rows on another release than the file's");
  expect((await collectionOf({ rows: [left] })).lost).toContainEqual(expect.stringContaining("any mapping"));
});

it.each([
  ["complete", [{}, unmapped, { status: "complete " }, { status: undefined }]],
  ["not-complete", [{}, { status: "in_progress" }]],
  ["not-complete", [{}, { status: "version_changed" }]],
  ["not-complete", [{}, { status: "final_draft" }]],
] as const)("is %s by the rows' statuses", async (status, rows) => {
  expect((await collectionOf({ rows })).status).toBe(status);
});

it("is of the file's last day that there is", async () => {
  const dates = (creationDate: string, lastUpdate: string) => collectionOf({ metadata: { creationDate, lastUpdate } });
  expect((await dates("1/2/2025", "01/03/2025")).modified).toBe("2025-01-03T00:00:00Z");
  expect((await dates("1/2/2025", "02/30/2025")).modified).toBe("2025-01-02T00:00:00Z");
  expect((await dates("", "02/30/2025")).modified).toBe("1970-01-01T00:00:00Z");
});
