import { expect, it } from "vitest";
import { ownSet } from "../../test/cli/own-set.js";
import { writeYaml } from "../formats/unified/yaml-text.js";
import { validate } from "./validate.js";

const own = ownSet(1) as { metadata: object; mapping_objects: object[] };
const strange = {
  ...own,
  metadata: {
    ...own.metadata,
    "m/n": 1,
    mapping_types: { "x/y": 5 },
    capability_groups: { "p~q": [] },
  },
  mapping_objects: [{ ...own.mapping_objects[0], "a/b": 1, "c~d": 2 }],
  "s/~t": 3,
};

it.each([
  ["own.json", JSON.stringify(strange, null, 2)],
  ["own.yaml", writeYaml(strange)],
])("findings at keys with signs of pointers have a line: %s", async (path, text) => {
  const [report] = await validate([{ path, bytes: new TextEncoder().encode(text) }], { at: () => null });
  const found = report?.diagnostics.filter(({ code }) => ["TM1001", "TM1006"].includes(code)) ?? [];
  const lines = text.split("\n");
  const keyAt = (line: number | undefined) => /[a-z][/~]+[a-z]/.exec(lines[(line ?? 0) - 1] ?? "")?.[0] ?? null;
  expect(found.map(({ code, place }) => [code, keyAt(place.line)])).toEqual([
    ["TM1001", "x/y"],
    ["TM1001", "p~q"],
    ["TM1006", "s/~t"],
    ["TM1006", "m/n"],
    ["TM1006", "a/b"],
    ["TM1006", "c~d"],
  ]);
});
