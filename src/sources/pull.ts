import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Host } from "../base/host.js";
import { type Diagnostic, TidemapError } from "../model/diagnostic.js";
import type { Domain } from "../model/domain.js";
import type { AttackVersion } from "../model/version.js";
import { type DownloadLimits, defaultLimits, download } from "./download.js";
import { storeSetHashes } from "./facts-folder.js";
import {
  type Destination,
  loadBundle,
  loadDescriptions,
  loadMappingFile,
  releaseOf,
  type TextSource,
} from "./load-texts.js";
import { findNewerReleases, type NewerRelease } from "./newer-releases.js";
import { type PublishedFile, publishedFiles, publisherBase } from "./publisher.js";
import { pullFolder } from "./pull-folder.js";
import { type LoadedSource, loadedSources, withStore } from "./store.js";
import { releaseShelf } from "./text-store.js";

/** How far a pull has come; bytes over all files. */
export interface PullProgress {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface PullOptions {
  readonly home: string;
  readonly host: Pick<Host, "now">;
  /** A folder to load from; the publishers over HTTPS where absent. */
  readonly from?: string | undefined;
  /** Releases whose texts are wanted; the newest of each domain where absent. */
  readonly releases?: readonly AttackVersion[] | "all" | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PullProgress) => void) | undefined;
  /** Told of each file once its texts are in the store. */
  readonly onLoaded?: ((source: LoadedSource) => void) | undefined;
  /** A mirror of the publishers' repositories. */
  readonly base?: string | undefined;
  readonly limits?: DownloadLimits | undefined;
}

export interface PullReport {
  readonly loaded: readonly LoadedSource[];
  /** Files that could not be loaded, and why. */
  readonly failed: readonly { readonly file: string; readonly error: TidemapError }[];
  /** Files that were there already, or are of no kind we know. */
  readonly skipped: number;
  /** Releases that the publisher has and this build does not know. */
  readonly newer: readonly NewerRelease[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Bundles grow by a tenth a release: 48 MB at the time of writing. */
const mostBytes = 256 * 1024 * 1024;

/** What a bundle weighs where its size is not known before it comes; only the progress bar uses it. */
const guessedBundleBytes = 40_000_000;

/**
 * Loads publishers' texts into the user's store, from a folder or over HTTPS. One file at a time, each whole or not at
 * all: a kill at any moment leaves the store as it was after the last whole file. Throws a TidemapError when nothing
 * could be loaded at all, and on a store that cannot be written.
 */
export function pullTexts(options: PullOptions): Promise<PullReport> {
  const to: Destination = { home: options.home, now: () => options.host.now() };
  const { from } = options;
  return withStore(options.home, () =>
    from === undefined ? pullPublished(to, options) : pullFolder(from, to, options),
  );
}

/**
 * Those of the publishers' files whose texts the store lacks. What it has from a folder or from an older commit is not
 * loaded again: mapping and descriptions files are known by their hash, bundles by their release, since the hashes of
 * most are not pinned. Nor is a mapping file in whose place the store has a set of the user's own.
 */
export function missingFiles(home: string, files: readonly PublishedFile[]): readonly PublishedFile[] {
  const shown = storeSetHashes(home);
  const loaded = loadedSources(home);
  const hashes = new Set(loaded.map(({ sha256 }) => sha256));
  const shelves = new Set(loaded.map(({ shelf }) => shelf));
  return files.filter(({ path, domain, set, expected }) => {
    const release = releaseOf(path);
    if (domain !== null && release !== null) return !shelves.has(`texts/${releaseShelf(domain, release)}`);
    const { sha256 = "" } = expected;
    const isReplaced = set !== null && (shown.get(set) ?? sha256) !== sha256;
    return !isReplaced && !hashes.has(sha256);
  });
}

async function pullPublished(to: Destination, options: PullOptions): Promise<PullReport> {
  const base = options.base ?? publisherBase;
  const files = publishedFiles(base, options.releases);
  const wanted = missingFiles(to.home, files);
  const sizeOf = ({ expected }: PublishedFile) => expected.bytes ?? guessedBundleBytes;
  const totalBytes = wanted.reduce((sum, file) => sum + sizeOf(file), 0);
  const loaded: LoadedSource[] = [];
  const failed: PullReport["failed"][number][] = [];
  const diagnostics: Diagnostic[] = [];
  let doneBytes = 0;
  for (const file of wanted) {
    options.signal?.throwIfAborted();
    options.onProgress?.({ file: file.path, doneBytes, totalBytes });
    try {
      const before = doneBytes;
      const bytes = await download({
        url: file.url,
        part: join(to.home, "downloads", createHash("sha256").update(file.url).digest("hex").slice(0, 24)),
        expected: file.expected,
        maxBytes: mostBytes,
        limits: options.limits ?? defaultLimits,
        signal: options.signal,
        onBytes: (have) => options.onProgress?.({ file: file.path, doneBytes: before + have, totalBytes }),
      });
      const result = load(to, file, { path: file.path, source: file.url, bytes });
      diagnostics.push(...result.diagnostics);
      if (result.value !== null) {
        loaded.push(result.value);
        options.onLoaded?.(result.value);
      }
    } catch (cause) {
      if (!(cause instanceof TidemapError)) throw cause;
      failed.push({ file: file.path, error: cause });
      // One file that is gone does not speak for the others; a network that is gone does.
      if (cause.code === "TM3050" && loaded.length === 0) throw cause;
    }
    doneBytes += sizeOf(file);
  }
  const newer = failed.some(({ error }) => error.code === "TM3050")
    ? []
    : await findNewerReleases(to.home, base, options);
  return { loaded, failed, skipped: files.length - wanted.length, newer, diagnostics };
}

const loaders = {
  mapping: (to: Destination, source: TextSource) => loadMappingFile(to, source, storeSetHashes(to.home)),
  descriptions: (to: Destination, source: TextSource) => loadDescriptions(to, source),
  bundle: (to: Destination, source: TextSource, domain: Domain | null) =>
    loadBundle(to, source, domain ?? "enterprise"),
} as const satisfies Record<PublishedFile["kind"], unknown>;

function load(to: Destination, file: PublishedFile, source: TextSource): ReturnType<typeof loadBundle> {
  return loaders[file.kind](to, source, file.domain);
}
