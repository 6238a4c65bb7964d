import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import lockfile from "proper-lockfile";
import { TidemapError } from "../model/diagnostic.js";
import type { OriginKind } from "../model/origin.js";
import { makeFolder } from "./make-folder.js";
import type { Staged } from "./staged.js";
import { stageWhole } from "./write-whole.js";

/** A file whose texts (or facts) the store holds. */
export interface LoadedSource {
  /** `texts/attack/enterprise-18.1`, `texts/sets/…`: what it was made into. */
  readonly shelf: string;
  /** Address or path that it came from. */
  readonly source: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Milliseconds since 1970-01-01 UTC, by the user's clock. */
  readonly loadedAt: number;
  readonly kind: OriginKind;
  /** Records: descriptions, comments. */
  readonly records: number;
}

interface State {
  readonly format: 1;
  readonly loaded: readonly LoadedSource[];
}

const stateFile = "state.json";

/** What the store says it has loaded, by shelf; [] for a store that is empty, absent or of another format. */
export function loadedSources(home: string): readonly LoadedSource[] {
  const path = join(home, stateFile);
  if (!existsSync(path)) return [];
  try {
    const state = JSON.parse(readFileSync(path, "utf8")) as Partial<State> | null;
    return state?.format === 1 && Array.isArray(state.loaded) ? state.loaded : [];
  } catch (cause) {
    // A damaged list is as good as none: the next pull writes it anew.
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
}

/** Notes that shelves were written; commit it after the shelves, so that a kill between the two only loads them again. */
export function stageLoaded(home: string, sources: readonly LoadedSource[]): Staged {
  const known = new Map([...loadedSources(home), ...sources].map((source) => [source.shelf, source]));
  return stageState(home, [...known.values()]);
}

/** Notes that shelves are gone. */
export function forgetLoaded(home: string, shelves: ReadonlySet<string>): void {
  const known = loadedSources(home);
  const left = known.filter(({ shelf }) => !shelves.has(shelf));
  if (left.length < known.length) stageState(home, left).commit();
}

function stageState(home: string, sources: readonly LoadedSource[]): Staged {
  const loaded = sources.toSorted((a, b) => (a.shelf < b.shelf ? -1 : 1));
  const state: State = { format: 1, loaded };
  return stageWhole(join(home, stateFile), `${JSON.stringify(state, null, 1)}\n`);
}

/**
 * Runs `work` while no other process writes to the store. Throws a TidemapError when the folder cannot be written, or
 * another tidemap is at it. A lock whose owner died is taken over after ten seconds.
 */
export async function withStore<Result>(home: string, work: () => Promise<Result>): Promise<Result> {
  try {
    makeFolder(home);
    accessSync(home, constants.W_OK | constants.R_OK);
  } catch (cause) {
    throw new TidemapError("TM3040", `The store ${home} cannot be written.`, {
      hint: "Set TIDEMAP_HOME to a folder of yours, or mend the permissions.",
      cause,
    });
  }
  const release = await lockfile.lock(home, { stale: 10_000, retries: 0 }).catch((cause: unknown) => {
    throw new TidemapError("TM3041", `Another tidemap is writing to ${home}.`, {
      hint: "Wait until it is done, and try again.",
      cause,
    });
  });
  try {
    return await work();
  } finally {
    await release();
  }
}
