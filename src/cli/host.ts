import { writeFileSync } from "node:fs";
import { Socket } from "node:net";
import type { Writable } from "node:stream";
import type { Host } from "../base/host.js";
import { isTidemapError, TidemapError } from "../model/diagnostic.js";
import { systemTrouble } from "./system-trouble.js";

/** What the command line needs of its surroundings beyond `Host`; a test brings its own. */
export interface CliHost extends Host {
  /** Folder of the package, with `/` at its end: `facts/`, `dist/assets/` and `package.json` stand in it. */
  readonly root: string;
  /** Columns of the terminal behind `err`; null when it is a file or a pipe: then nothing is drawn over. */
  readonly errColumns: number | null;
  /** From the first call on, Ctrl+C no longer ends the process but this signal; a second Ctrl+C does. */
  interrupted(): AbortSignal;
}

/**
 * The real surroundings: this process. Readers that close the pipe early (`| head`) are told no more, and change nothing
 * about how the command ends. An answer that a full disk does not take throws a TidemapError.
 */
export function nodeHost(root: string): CliHost {
  const { stdout, stderr, env } = process;
  const err = writerTo(stderr);
  return {
    root,
    env,
    now: () => Date.now(),
    out: writerTo(stdout),
    err: (text) => {
      try {
        err(text);
      } catch (cause) {
        // There is no other place to say it, and the answer may be whole all the same.
        if (!isTidemapError(cause)) throw cause;
      }
    },
    columns: stdout.isTTY ? stdout.columns : null,
    errColumns: stderr.isTTY ? stderr.columns : null,
    colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
    interrupted: interruptSignal,
  };
}

function writerTo(stream: Writable & { readonly fd: number }): (text: string) => void {
  let closed = false;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    closed = true;
  });
  // Pipes and terminals are sockets to Node. Into anything else its stream writes once and drops what did not fit.
  if (!(stream instanceof Socket)) return (text) => writeAll(stream.fd, text);
  return (text) => {
    if (!closed) stream.write(text);
  };
}

function writeAll(handle: number, text: string): void {
  try {
    writeFileSync(handle, text);
  } catch (cause) {
    const sentence = systemTrouble(cause, "The output");
    throw sentence === null ? cause : new TidemapError("TM5080", sentence, { cause });
  }
}

function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return controller.signal;
}
