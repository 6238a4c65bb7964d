/**
 * Unpacks the corpus (real, public files that some tests read) once into `.corpus/`, from `../shared/corpus`.
 * Nothing is downloaded; where the archives are missing the tests that need them are skipped by name.
 * `node scripts/corpus.mjs` does it by hand; vitest calls it before it starts.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { aptInstall } from "./apt.mjs";

const CHECKOUT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const ARCHIVES = resolve(CHECKOUT, "../shared/corpus");
const UNPACKED = resolve(CHECKOUT, ".corpus");

/** A corpus to test on, or why there is none. @returns {{ dir: string, reason: null } | { dir: null, reason: string }} */
export function ensureCorpus() {
  const named = process.env.TIDEMAP_CORPUS;
  if (named) {
    return existsSync(join(named, "mappings"))
      ? { dir: resolve(named), reason: null }
      : { dir: null, reason: `TIDEMAP_CORPUS is ${named}, which holds no mappings/` };
  }
  const sums = join(ARCHIVES, "SHA256SUMS");
  if (!existsSync(sums)) {
    return existsSync(join(UNPACKED, ".stamp"))
      ? { dir: UNPACKED, reason: null }
      : { dir: null, reason: "no corpus: neither TIDEMAP_CORPUS nor ../shared/corpus is there" };
  }
  const want = createHash("sha256").update(readFileSync(sums)).digest("hex");
  if (stampOf(UNPACKED) === want) return { dir: UNPACKED, reason: null };
  const trouble = unpack(want, readFileSync(sums, "utf8"));
  return trouble === null ? { dir: UNPACKED, reason: null } : { dir: null, reason: trouble };
}

/** vitest's global set-up. @returns {void} */
export default function setup() {
  ensureCorpus();
}

/** @param {string} stamp @param {string} sums @returns {string | null} what went wrong */
function unpack(stamp, sums) {
  if (!hasZstd() && !(aptInstall(["zstd"]) && hasZstd()))
    return "the corpus needs zstd to unpack, and it is not installed";
  console.error("Unpacking the corpus into .corpus/ (770 MB, about 8 s) ...");
  // The new folder appears in one rename, so a reader never sees half a corpus.
  const part = mkdtempSync(join(CHECKOUT, ".corpus-part-"));
  try {
    for (const archive of readdirSync(ARCHIVES).filter((name) => name.endsWith(".tar.zst"))) {
      const file = join(ARCHIVES, archive);
      const sum = createHash("sha256").update(readFileSync(file)).digest("hex");
      if (!sums.includes(`${sum}  ${basename(archive)}`))
        return `${archive} is damaged: its SHA-256 is not the listed one`;
      const tar = spawnSync(
        "sh",
        ["-c", 'zstd -q -d --long=30 -c "$1" | tar -x -C "$2" --no-same-owner', "sh", file, part],
        {
          stdio: ["ignore", 2, 2],
        },
      );
      if (tar.status !== 0) return `${archive} could not be unpacked`;
    }
    writeFileSync(join(part, ".stamp"), `${stamp}\n`);
    mkdirSync(dirname(UNPACKED), { recursive: true });
    if (stampOf(UNPACKED) === stamp) return null; // someone else was faster
    rmSync(UNPACKED, { recursive: true, force: true });
    renameSync(part, UNPACKED);
    return null;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** @param {string} folder @returns {string | null} */
function stampOf(folder) {
  const file = join(folder, ".stamp");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

/** @returns {boolean} */
function hasZstd() {
  return spawnSync("zstd", ["--version"], { stdio: "ignore" }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { dir, reason } = ensureCorpus();
  console.log(dir ?? reason);
  process.exitCode = dir === null ? 1 : 0;
}
