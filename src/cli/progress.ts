import type { CliHost } from "./host.js";

/** How far something long has come. */
export interface Progress {
  /** `file`: what it is at; may be empty. */
  show(done: number, total: number, file: string): void;
  /** Takes the bar away, so that words may follow. */
  end(): void;
}

/** What is counted, and how many of it people are told as one. */
const units = { bytes: { word: "MB", size: 1_000_000 }, pages: { word: "pages", size: 1 } } as const;

interface ProgressWords {
  /** `Loading`. */
  readonly verb: string;
  readonly unit: keyof typeof units;
  readonly quiet: boolean;
}

/**
 * A bar on stderr where a person looks at it; in a log one line every tenth of the way; nothing when `quiet`.
 */
export async function openProgress(host: CliHost, { verb, unit, quiet }: ProgressWords): Promise<Progress> {
  const { word, size } = units[unit];
  if (quiet) return { show: () => undefined, end: () => undefined };
  if (host.errColumns === null) return lines(host, verb, units[unit]);
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar(
    {
      format: `${verb} {bar} {percentage} %  {done} of {all} ${word}  {file}`,
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
        done: Math.round(done / size),
        all: Math.round(total / size),
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

function lines(host: CliHost, verb: string, { word, size }: (typeof units)[keyof typeof units]): Progress {
  let told = -1;
  return {
    show(done, total, file) {
      const tenth = total === 0 ? 0 : Math.floor((done / total) * 10);
      if (tenth === told) return;
      told = tenth;
      const at = file === "" ? "" : `: ${file}`;
      host.err(`${verb} ${tenth * 10} % of ${Math.round(total / size)} ${word}${at}\n`);
    },
    end: () => undefined,
  };
}
