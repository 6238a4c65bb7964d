import { join } from "node:path";
import { isTidemapError } from "../model/diagnostic.js";
import type { CliHost } from "./host.js";
import { harmless } from "./layout/wrap.js";
import { isCommanderEnd, programFor } from "./program.js";
import { systemTrouble } from "./system-trouble.js";
import { packageVersion } from "./version.js";

/**
 * Runs one command line (without node and script) and resolves to its exit code: 0 done, 1 input or environment bad,
 * 2 wrong usage, 3 the answer is no, 70 a fault of ours, 130 interrupted. Never rejects.
 */
export async function run(argv: readonly string[], host: CliHost): Promise<number> {
  let exitCode = 0;
  let version = "unknown";
  try {
    version = packageVersion(host.root);
    const program = programFor(host, version, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    return reportError(host, version, error);
  }
}

function reportError(host: CliHost, version: string, error: unknown): number {
  // Commander has said what there is to say: its code is 0 for help and version, else the words were wrong.
  if (isCommanderEnd(error)) return error.exitCode === 0 ? 0 : 2;
  if (isTidemapError(error)) {
    host.err(
      harmless(`tidemap: ${error.message}${error.hint === undefined ? "" : `\n${error.hint}`} (${error.code})\n`),
    );
    return error.exitCode;
  }
  if (error instanceof Error && error.name === "AbortError") {
    host.err("tidemap: Interrupted.\n");
    return 130;
  }
  const system = isOurs(host, error) ? null : systemTrouble(error);
  if (system !== null) {
    host.err(`tidemap: ${system}\n`);
    return 1;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.err(
    `${trace}\n\ntidemap: This is a fault of Tidemap ${version}, not of your input. Please report it with the lines above and the command.\n`,
  );
  return 70;
}

/** A missing part of the package is a fault of ours, or of its installation: never of what a person named. */
function isOurs({ root }: CliHost, error: unknown): boolean {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  return code === "ENOENT" && ["facts", "dist", "package.json"].some((part) => path?.startsWith(join(root, part)));
}
