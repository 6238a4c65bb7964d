/** Budget: the embedded facts, all of them, compressed as they travel, stay below 500 kB. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { CHECKOUT } from "../scripts/checkout.mjs";
import type { Bench } from "./budget.js";

const bench: Bench = async () => {
  const facts = join(CHECKOUT, "facts");
  const files = readdirSync(facts, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  let plain = 0;
  let brotli = 0;
  for (const entry of files) {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    plain += bytes.length;
    brotli += brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  }
  return [
    {
      id: "facts-brotli",
      what: "embedded facts, every file by itself through brotli 11, kB",
      value: brotli / 1000,
      budget: { max: 500 },
      from: { files: files.length, plainBytes: plain, brotliBytes: brotli },
    },
  ];
};

export default bench;
