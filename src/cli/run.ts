import { join } from "node:path";
import type { Command } from "commander";
import { isTidemapError } from "../model/diagnostic.js";
import { tellingSoFar } from "./common-options.js";
import { type Failure, failureOf, tellFailure, titles } from "./failure.js";
import type { CliHost } from "./host.js";
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
  let program: Command | undefined;
  try {
    version = packageVersion(host.root);
    program = programFor(host, version, (code) => {
      exitCode = code;
    });
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (isCommanderEnd(error)) return 0;
    const end = endOf(error, host, version);
    tellFailure(host, program === undefined ? { json: false, color: false } : tellingSoFar(program), end.failure);
    return end.exitCode;
  }
}

interface End {
  readonly failure: Failure;
  readonly exitCode: number;
}

/** What to say of something thrown, and how the command ends for it. */
function endOf(error: unknown, host: CliHost, version: string): End {
  if (isTidemapError(error)) return { failure: failureOf(error), exitCode: error.exitCode };
  if (error instanceof Error && error.name === "AbortError") {
    return { failure: { code: "TM5082", title: "Interrupted", detail: "Interrupted." }, exitCode: 130 };
  }
  const system = isOurs(host, error) ? null : systemTrouble(error);
  if (system !== null) return { failure: { code: "TM5081", title: titles[1], detail: system }, exitCode: 1 };
  return { failure: faultOf(error, version), exitCode: 70 };
}

function faultOf(error: unknown, version: string): Failure {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    code: "TM4190",
    title: "Fault in Tidemap",
    detail: `This is a fault of Tidemap ${version}, not of your input.`,
    hint: `Please report it with these lines and the command:\n${trace}`,
  };
}

/** A missing part of the package is a fault of ours, or of its installation: never of what a person named. */
function isOurs({ root }: CliHost, error: unknown): boolean {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  return code === "ENOENT" && ["facts", "dist", "package.json"].some((part) => path?.startsWith(join(root, part)));
}
