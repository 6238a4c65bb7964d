import type { CliHost } from "./host.js";

/** How far something long has come. */
export interface Progress {
  show(doneBytes: number, totalBytes: number, file: string): void;
  /** Takes the bar away, so that words may follow. */
  end(): void;
}

const megabyte = 1_000_000;

/**
 * A bar on stderr where a person looks at it; in a log one line every tenth of the way; nothing when `quiet`.
 */
export async function openProgress(host: CliHost, verb: string, quiet: boolean): Promise<Progress> {
  if (quiet) return { show: () => undefined, end: () => undefined };
  if (host.errColumns === null) return lines(host, verb);
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar(
    {
      format: `${verb} {bar} {percentage} %  {done} of {all} MB  {file}`,
      barsize: Math.max(8, Math.min(30, host.errColumns - 60)),
      barCompleteChar: "━",
      barIncompleteChar: "┄",
      hideCursor: true,
      clearOnComplete: true,
      linewrap: false,
      stream: process.stderr,
    },
    cliProgress.Presets.legacy,
  );
  let started = false;
  return {
    show(done, total, file) {
      const payload = {
        done: Math.round(done / megabyte),
        all: Math.round(total / megabyte),
        file: file.split("/").at(-1),
      };
      if (started) bar.update(done, payload);
      else bar.start(Math.max(1, total), done, payload);
      started = true;
    },
    end() {
      if (started) bar.stop();
    },
  };
}

function lines(host: CliHost, verb: string): Progress {
  let told = -1;
  return {
    show(done, total, file) {
      const tenth = total === 0 ? 0 : Math.floor((done / total) * 10);
      if (tenth === told) return;
      told = tenth;
      host.err(`${verb} ${tenth * 10} % of ${Math.round(total / megabyte)} MB: ${file}\n`);
    },
    end: () => undefined,
  };
}
