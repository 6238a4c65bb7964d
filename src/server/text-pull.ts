import { counted } from "../base/counted.js";
import type { Host } from "../base/host.js";
import type { Domain } from "../model/domain.js";
import type { DownloadLimits } from "../sources/download.js";
import { type PublishedFile, publishedFiles, publisherBase } from "../sources/publisher.js";
import { missingFiles, type PullReport, pullTexts } from "../sources/pull.js";
import type { TextPull } from "./background-pull.js";

/** What a bundle of each domain weighs where its size is not pinned: those of 18.1, rounded up. */
const bundleBytes = { enterprise: 50e6, mobile: 5e6, ics: 4e6 } as const satisfies Record<Domain, number>;

/**
 * The pull that a start makes: what the store lacks of the mapping files, the description files and the newest release
 * of each domain, small files first. null where the store has all of it.
 */
export function textPull(options: {
  readonly home: string;
  readonly host: Host;
  /** A mirror of the publishers' repositories. */
  readonly base?: string | undefined;
  readonly limits?: DownloadLimits | undefined;
}): TextPull | null {
  const { home, host, limits } = options;
  const base = options.base ?? publisherBase;
  const files = missingFiles(home, publishedFiles(base, undefined));
  if (files.length === 0) return null;
  const bundles = new Set(files.filter(({ kind }) => kind === "bundle").map(({ path }) => path));
  return {
    plan: planOf(files),
    async run(watch) {
      let last: string | null = null;
      const report = await pullTexts({
        home,
        host,
        base,
        limits,
        signal: watch.signal,
        onProgress({ file, doneBytes, totalBytes }) {
          // Opening the store anew costs the decoded facts: once for all small files, then once a bundle.
          if (file !== last && last !== null && bundles.has(file)) watch.ready();
          last = file;
          watch.progress(`${megabytes(doneBytes)} of about ${megabytes(totalBytes)} MB`);
        },
      });
      return remarksOf(report);
    },
  };
}

function planOf(files: readonly PublishedFile[]): string {
  const count = (kind: PublishedFile["kind"], ...words: readonly [singular: string, plural?: string]) =>
    counted(files.filter((file) => file.kind === kind).length, ...words);
  const sizeBytes = files.reduce(
    (sum, { expected, domain }) => sum + (expected.bytes ?? bundleBytes[domain ?? "enterprise"]),
    0,
  );
  const parts = [
    count("mapping", "mapping file"),
    count("descriptions", "file of descriptions", "files of descriptions"),
    `the newest ATT&CK release of ${count("bundle", "domain")}`,
  ];
  const wanted = parts.filter((part) => !/\b0 /.test(part));
  return `${wanted.join(", ")}, about ${megabytes(sizeBytes)} MB`;
}

function remarksOf({ failed, newer }: PullReport): readonly string[] {
  const [first] = failed;
  const lost =
    first === undefined
      ? []
      : [`${counted(failed.length, "file")} could not be loaded, ${first.file} first: ${first.error.message}`];
  const releases = newer.map(({ domain, version }) => `${domain} ${version}`);
  const found =
    releases.length === 0
      ? []
      : [`The publisher has newer ATT&CK releases: ${releases.join(", ")}. \`tidemap pull --facts\` adds them.`];
  return [...lost, ...found];
}

function megabytes(sizeBytes: number): string {
  return String(Math.ceil(sizeBytes / 1e6));
}
