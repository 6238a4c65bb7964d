import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import type { Diagnostic, Parsed } from "../model/diagnostic.js";
import type { Domain } from "../model/domain.js";
import type { OriginKind } from "../model/origin.js";
import { publishedSetHash } from "../model/published-sets.js";
import { type AttackVersion, parseAttackVersion } from "../model/version.js";
import { compileBundleTexts, compileDescriptions, compileSetTexts, describedFramework } from "./source-texts.js";
import { type Staged, stageAll } from "./staged.js";
import { type LoadedSource, stageLoaded } from "./store.js";
import { capabilityShelf, releaseShelf, setShelf, textsFolder } from "./text-store.js";
import { stageShelf, writeShelf } from "./write-shelf.js";

/** Bytes of one source file, and where they came from. */
export interface TextSource {
  /** As diagnostics name it; its last part tells release or framework. */
  readonly path: string;
  /** Address or absolute path. */
  readonly source: string;
  readonly bytes: Uint8Array;
}

interface Shelved {
  readonly shelf: string;
  readonly kind: OriginKind;
  readonly records: ReadonlyMap<string, unknown>;
}

/** Where texts go, and the clock they are noted with. */
export interface Destination {
  readonly home: string;
  readonly now: () => number;
}

/** The texts of an ATT&CK bundle into the store. null with diagnostics when it holds none that can be used. */
export function loadBundle(to: Destination, file: TextSource, domain: Domain): Parsed<LoadedSource> {
  const release = releaseOf(file.path);
  if (release === null) return { value: null, diagnostics: [namelessRelease(file.path)] };
  const texts = compileBundleTexts(new TextDecoder().decode(file.bytes), file.path);
  if (texts.value === null || texts.value.records.size === 0) return { value: null, diagnostics: texts.diagnostics };
  const shelved: Shelved = { shelf: releaseShelf(domain, release), kind: "published", records: texts.value.records };
  return { value: put(to, file, shelved), diagnostics: texts.diagnostics };
}

/**
 * The comments of a mapping file into the store. null with a finding where `shown` (`storeSetHashes`) says that another file's
 * rows stand for its set.
 */
export function loadMappingFile(
  to: Destination,
  file: TextSource,
  shown: ReadonlyMap<string, string>,
): Parsed<LoadedSource> {
  const { value: shelved, diagnostics } = commentsOf(file);
  if (shelved === null) return { value: null, diagnostics };
  const rows = shown.get(shelved.set);
  if (rows !== undefined && rows !== hashOf(file.bytes)) {
    return { value: null, diagnostics: [...diagnostics, ofOtherRows(file.path, shelved.set)] };
  }
  return { value: put(to, file, shelved), diagnostics };
}

/** The comments of several mapping files, to become current together. */
export function stageMappingFiles(to: Destination, files: Iterable<TextSource>): Staged {
  return stageAll(commentSteps(to, files));
}

/** Shelf by shelf, so that one file's comments are in memory; last the note of them all. */
function* commentSteps(to: Destination, files: Iterable<TextSource>): Generator<() => Staged> {
  const loaded: LoadedSource[] = [];
  for (const file of files) {
    const { value: shelved } = commentsOf(file);
    if (shelved === null) continue;
    yield () => stageShelf(shelfPath(to, shelved), shelved.records);
    loaded.push(noteOf(to, file, shelved));
  }
  yield () => stageLoaded(to.home, loaded);
}

function commentsOf(file: TextSource): Parsed<Shelved & { readonly set: string }> {
  const { value, diagnostics } = compileSetTexts(file.bytes, file.path);
  if (value === null) return { value: null, diagnostics };
  const { set, records } = value;
  const kind = publishedSetHash(set) === hashOf(file.bytes) ? "published" : "own";
  return { value: { set, shelf: setShelf(set), kind, records }, diagnostics };
}

/** A descriptions file into the store; an empty one leaves what is there. null for a name that tells no framework. */
export function loadDescriptions(to: Destination, file: TextSource): Parsed<LoadedSource> {
  const described = describedFramework(basename(file.path));
  if (described === null) return { value: null, diagnostics: [] };
  const texts = compileDescriptions(new TextDecoder().decode(file.bytes), file.path, described);
  if (texts.value === null || texts.value.records.size === 0) return { value: null, diagnostics: texts.diagnostics };
  const shelf = capabilityShelf(described.framework, described.version);
  return {
    value: put(to, file, { shelf, kind: "published", records: texts.value.records }),
    diagnostics: texts.diagnostics,
  };
}

/** Descriptions gathered from many small files, one shelf a framework. */
export function loadControls(
  to: Destination & { readonly framework: string },
  from: TextSource,
  records: ReadonlyMap<string, unknown>,
): LoadedSource {
  return put(to, from, { shelf: capabilityShelf(to.framework, null), kind: "published", records });
}

function put(to: Destination, file: TextSource, shelved: Shelved): LoadedSource {
  const loaded = noteOf(to, file, shelved);
  writeShelf(shelfPath(to, shelved), shelved.records);
  stageLoaded(to.home, [loaded]).commit();
  return loaded;
}

function shelfPath({ home }: Destination, { shelf }: Shelved): string {
  return join(textsFolder(home), shelf);
}

function noteOf(to: Destination, file: TextSource, { shelf, kind, records }: Shelved): LoadedSource {
  return {
    shelf: `texts/${shelf}`,
    source: file.source,
    sha256: hashOf(file.bytes),
    bytes: file.bytes.length,
    loadedAt: to.now(),
    kind,
    records: records.size,
  };
}

/** `…/enterprise-attack-18.1.json` → 18.1. */
export function releaseOf(path: string): AttackVersion | null {
  return parseAttackVersion(/-attack-(\d+\.\d+)\.json$/.exec(path)?.[1] ?? "");
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function ofOtherRows(file: string, set: string): Diagnostic {
  return {
    code: "TM3032",
    severity: "warning",
    place: { file, pointer: "" },
    message: `Your store shows other rows for ${set}, compiled from another file; this file's comments are left out.`,
    hint: `Compile the file to have its rows and comments, or take yours out again: tidemap remove ${set}`,
  };
}

function namelessRelease(file: string): Diagnostic {
  return {
    code: "TM3031",
    severity: "warning",
    place: { file, pointer: "" },
    message: "The file's name does not tell its ATT&CK release; its texts are left out.",
    hint: "Name it like the publisher does: enterprise-attack-18.1.json.",
  };
}
