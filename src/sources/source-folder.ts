import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { checkSize, defaultBounds } from "../formats/format.js";
import { detectUnified } from "../formats/unified/detect.js";
import { type Diagnostic, TidemapError } from "../model/diagnostic.js";
import { type Domain, domains } from "../model/domain.js";
import { type AttackVersion, parseAttackVersion } from "../model/version.js";

/** A file that may hold facts, by what its first bytes say. Read when asked for. */
export interface SourceFile {
  /** Relative to the folder, with `/`; as diagnostics name it. */
  readonly path: string;
  readonly absolute: string;
  readonly bytes: number;
}

export interface SourceFolder {
  readonly bundles: readonly (SourceFile & { readonly domain: Domain })[];
  readonly mappings: readonly SourceFile[];
  /** `*_descriptions.json` files, and YAML files that may describe one capability each. */
  readonly descriptions: readonly SourceFile[];
  /** Releases without a file of their own → the release they repeat (`IDENTICAL.tsv` beside the bundles). */
  readonly identical: ReadonlyMap<Domain, ReadonlyMap<AttackVersion, AttackVersion>>;
  /** Files that are neither; left alone. */
  readonly others: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** ATT&CK bundles are large: 48 MB at the time of writing. */
const bundleBounds = { ...defaultBounds, bytes: 256 * 1024 * 1024 };

const headBytes = 64 * 1024;

/**
 * What a folder (or one file) holds, sorted by path, links not followed. Throws a TidemapError for a path that does not
 * exist or a folder that may not be read; a file that may not be read, or is too large, is a diagnostic.
 */
export function readSourceFolder(path: string): SourceFolder {
  const diagnostics: Diagnostic[] = [];
  const bundles: SourceFolder["bundles"][number][] = [];
  const mappings: SourceFile[] = [];
  const descriptions: SourceFile[] = [];
  const identical = new Map<Domain, Map<AttackVersion, AttackVersion>>();
  const others: SourceFile[] = [];
  for (const file of filesUnder(path)) {
    if (basename(file.path) === "IDENTICAL.tsv") {
      readIdentical(file, identical);
      continue;
    }
    const head = headOf(file, diagnostics);
    if (head === null) continue;
    const domain = bundleDomain(file, head);
    // A JSON Schema of mapping files speaks of the same keys, but holds none.
    const isSchema = new TextDecoder().decode(head.subarray(0, 512)).includes('"$schema"');
    const isMapping = domain === null && !isSchema && detectUnified(head, file.path) === 1;
    if (domain === null && !isMapping) {
      if (mayDescribe(file, head)) descriptions.push(file);
      else others.push(file);
      continue;
    }
    const tooLarge = checkSize(file.path, file.bytes, domain === null ? defaultBounds : bundleBounds);
    if (tooLarge) diagnostics.push(tooLarge);
    else if (domain !== null) bundles.push({ ...file, domain });
    else mappings.push(file);
  }
  return { bundles, mappings, descriptions, identical, others, diagnostics };
}

/** A file's bytes with their SHA-256 (hex). Throws what the file system throws. */
export function readSource(file: SourceFile): { readonly bytes: Uint8Array; readonly sha256: string } {
  const bytes = readFileSync(file.absolute);
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function filesUnder(path: string): readonly SourceFile[] {
  try {
    const stats = statSync(path);
    if (stats.isFile()) return [{ path: basename(path), absolute: path, bytes: stats.size }];
    const files = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): SourceFile => {
        const absolute = join(entry.parentPath, entry.name);
        return { path: relative(path, absolute).split(sep).join("/"), absolute, bytes: statSync(absolute).size };
      });
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    const meaning =
      { ENOENT: "does not exist", EACCES: "may not be read", EPERM: "may not be read" }[reason] ??
      `cannot be read (${reason})`;
    throw new TidemapError("TM3010", `${path} ${meaning}.`, { hint: "Check the path and its permissions.", cause });
  }
}

function headOf(file: SourceFile, diagnostics: Diagnostic[]): Uint8Array | null {
  if (!/\.(json|ya?ml)$/i.test(file.path)) return new Uint8Array();
  try {
    const handle = openSync(file.absolute, "r");
    try {
      const head = new Uint8Array(Math.min(headBytes, file.bytes));
      return head.subarray(0, readSync(handle, head, 0, head.length, 0));
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    diagnostics.push({
      code: "TM3011",
      severity: "error",
      place: { file: file.path, pointer: "" },
      message: `The file cannot be read: ${reason}.`,
      hint: "Check its permissions, or take it out of the folder.",
    });
    return null;
  }
}

function mayDescribe(file: SourceFile, head: Uint8Array): boolean {
  if (file.path.endsWith("_descriptions.json")) return true;
  if (!/\.ya?ml$/i.test(file.path)) return false;
  const text = new TextDecoder().decode(head);
  return /^name:/m.test(text) && /^description:/m.test(text) && !/^detection:/m.test(text);
}

/** The domain of an ATT&CK bundle: by its file name, else by the kill chains its head names; null for other files. */
function bundleDomain(file: SourceFile, head: Uint8Array): Domain | null {
  if (!/\.json$/i.test(file.path)) return null;
  const text = new TextDecoder().decode(head);
  if (!/"type"\s*:\s*"bundle"/.test(text)) return null;
  const named = domains.find((domain) => basename(file.path).startsWith(`${domain}-attack`));
  if (named !== undefined) return named;
  // Bundles of other kinds of data (a mapping set written as STIX, say) name no ATT&CK release.
  if (!/x_mitre_attack_spec_version|mitre-(mobile-|ics-)?attack/.test(text) || !/attack-\d+\.\d+/.test(file.path))
    return null;
  if (text.includes("mitre-mobile-attack")) return "mobile";
  return text.includes("mitre-ics-attack") ? "ics" : "enterprise";
}

function readIdentical(file: SourceFile, into: Map<Domain, Map<AttackVersion, AttackVersion>>): void {
  for (const line of readFileSync(file.absolute, "utf8").split(/\r?\n/).slice(1)) {
    const [name, release = "", same = ""] = line.split("\t");
    const domain = domains.find((known) => known === name);
    const version = parseAttackVersion(release);
    const repeated = parseAttackVersion(same);
    if (domain === undefined || version === null || repeated === null) continue;
    const known = into.get(domain) ?? new Map<AttackVersion, AttackVersion>();
    into.set(domain, known.set(version, repeated));
  }
}
