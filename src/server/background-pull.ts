import type { Host } from "../base/host.js";
import { TidemapError } from "../model/diagnostic.js";
import type { LiveStatus } from "./live-status.js";

/** What a pull tells while it runs. */
export interface PullWatch {
  /** Ends the pull; the store is whole at any moment. */
  readonly signal: AbortSignal;
  /** How far it is, in words: `12 of 37 files, 31 of 94 MB`. */
  progress(words: string): void;
  /** Texts have landed that pages may show from now on. */
  ready(): void;
}

/** Texts that are missing, and how they are loaded. */
export interface TextPull {
  /** What is to be loaded and how much, in words: `the mapping files and the newest ATT&CK release of each domain (94 MB)`. */
  readonly plan: string;
  /** Resolves with what the operator should know, a sentence each; mostly nothing. */
  run(watch: PullWatch): Promise<readonly string[]>;
}

/** The page's line changes at most so often: each change makes pages new. */
const noticeEveryMs = 2000;

/**
 * Loads missing texts while the server answers. Says once on stderr and on every page what it loads, how much, and how
 * to switch that off; without network it says so once and goes on. Never rejects.
 */
export async function pullInBackground(
  pull: TextPull,
  status: LiveStatus,
  { host, signal }: { readonly host: Host; readonly signal: AbortSignal },
): Promise<void> {
  const off = "`--offline` switches this off.";
  host.err(`Loading descriptions and comments: ${pull.plan}. ${off}\n`);
  status.say(`Loading descriptions and comments: ${pull.plan}. ${off}`);
  let last = host.now();
  try {
    const remarks = await pull.run({
      signal,
      progress(words) {
        if (host.now() - last < noticeEveryMs) return;
        last = host.now();
        status.say(`Loading descriptions and comments: ${words}. ${off}`);
      },
      ready: () => reload(status, host),
    });
    status.say(null);
    reload(status, host);
    host.err(["Descriptions and comments are loaded.", ...remarks, ""].join("\n"));
  } catch (error) {
    status.say(null);
    if (signal.aborted) return;
    host.err(
      `Descriptions and comments are not loaded: ${reasonOf(error)}\nTidemap goes on without them; \`tidemap pull\` tries again.\n`,
    );
  }
}

/** New texts that do not open leave the old ones in place. */
function reload(status: LiveStatus, host: Host): void {
  try {
    status.reload();
  } catch (error) {
    host.err(`The loaded texts cannot be read: ${reasonOf(error)}\n`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof TidemapError) return error.hint === undefined ? error.message : `${error.message} ${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}
