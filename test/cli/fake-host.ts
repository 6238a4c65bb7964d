import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKOUT } from "../../scripts/checkout.mjs";
import type { CliHost } from "../../src/cli/host.js";
import { run } from "../../src/cli/run.js";

/** What a command line said and how it ended. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Terminal {
  readonly columns?: number | null;
  readonly errColumns?: number | null;
  readonly colour?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Another package folder than this checkout, with `/` at its end. */
  readonly root?: string;
}

/** A store of its own for one test file; nothing of the user's is touched. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "tidemap-cli-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs a command line in this process, over the committed facts and the store at `home`. */
export async function tidemap(home: string, words: readonly string[], terminal: Terminal = {}): Promise<Said> {
  let out = "";
  let err = "";
  const host: CliHost = {
    root: terminal.root ?? `${CHECKOUT}/`,
    env: { TIDEMAP_HOME: home, ...terminal.env },
    now: () => Date.UTC(2026, 10, 24),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    columns: terminal.columns ?? null,
    errColumns: terminal.errColumns ?? null,
    colour: terminal.colour ?? false,
    interrupted: () => terminal.signal ?? new AbortController().signal,
  };
  const code = await run(words, host);
  return { code, out, err };
}
