/**
 * Writes schema/mapping-file.schema.json, the JSON Schema of mapping files, made from src/formats/unified/schema.ts.
 * `node scripts/schema.mjs`; test/docs/schema.test.ts fails while it is out of date.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CHECKOUT } from "./checkout.mjs";
import { importSource } from "./import-source.mjs";

const path = join(CHECKOUT, "schema", "mapping-file.schema.json");
const { unifiedSchema } = await importSource("src/formats/unified/schema.ts");
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, `${JSON.stringify(unifiedSchema(), null, 2)}\n`);
console.log("schema/mapping-file.schema.json");
