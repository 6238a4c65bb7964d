import type { Host } from "../base/host.js";

/** What the command line needs of its surroundings beyond `Host`; a test brings its own. */
export interface CliHost extends Host {
  /** Folder of the package, with `/` at its end: `facts/`, `dist/assets/` and `package.json` stand in it. */
  readonly root: string;
  /** Columns of the terminal behind `err`; null when it is a file or a pipe: then nothing is drawn over. */
  readonly errColumns: number | null;
  /** From the first call on, Ctrl+C no longer ends the process but this signal; a second Ctrl+C does. */
  interrupted(): AbortSignal;
}

/** The real surroundings: this process. Readers that close the pipe early (`| head`) end it quietly. */
export function nodeHost(root: string): CliHost {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit(0);
    });
  return {
    root,
    env,
    now: () => Date.now(),
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    columns: stdout.isTTY ? stdout.columns : null,
    errColumns: stderr.isTTY ? stderr.columns : null,
    colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
    interrupted: interruptSignal,
  };
}

function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  return controller.signal;
}
