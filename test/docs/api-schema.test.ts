import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ANSWERS_FILE, answerSchemas } from "../../scripts/api-schema.mjs";
import { CHECKOUT } from "../../scripts/checkout.mjs";

it("the schemas of the API's answers are the types' (node scripts/api-schema.mjs writes them)", () => {
  const written = readFileSync(join(CHECKOUT, ANSWERS_FILE), "utf8");
  expect(written).toBe(`${JSON.stringify(answerSchemas(), null, 2)}\n`);
});
