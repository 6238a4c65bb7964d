/** Measuring: side by side in one run, so that a busy machine slows both sides; medians, so that one hiccup counts little. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKOUT } from "../scripts/checkout.mjs";

/** The middle of `values`; the lower one of two middles. NaN when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** One finished process. `peakBytes` is its largest resident set. */
export interface Finished {
  readonly ms: number;
  readonly peakBytes: number;
  readonly stdout: string;
}

/**
 * Runs Node with `args` and waits for its end. Throws with the process's own words when it fails.
 * With `peak` the process also says how much memory it took, which costs its start a millisecond or two.
 */
export async function runNode(args: readonly string[], { peak = false, env = {} } = {}): Promise<Finished> {
  const folder = peak ? mkdtempSync(join(tmpdir(), "tidemap-peak-")) : "";
  const file = join(folder, "peak");
  const hook = `import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(file)},String(process.resourceUsage().maxRSS)))`;
  const hooks = peak ? ["--import", `data:text/javascript,${encodeURIComponent(hook)}`] : [];
  try {
    const started = performance.now();
    const stdout = await finish([...hooks, ...args], env);
    const ms = performance.now() - started;
    return { ms, stdout, peakBytes: peak ? Number(readFileSync(file, "utf8")) * 1024 : Number.NaN };
  } finally {
    if (peak) rmSync(folder, { recursive: true });
  }
}

function finish(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: CHECKOUT, env: { ...process.env, ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (status) =>
      status === 0 ? done(stdout) : failed(new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`)),
    );
  });
}

/** One measure's runs: `times[side][round]`. */
type Rounds = readonly (readonly number[])[];

/** Runs each of `sides` `rounds` times in turn: what it returned, by side and round. */
export async function inTurn(rounds: number, sides: readonly (() => Promise<number>)[]): Promise<Rounds> {
  const times: number[][] = sides.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, side] of sides.entries()) times[at]?.push(await side());
  }
  return times;
}

/** The median of a side over a floor, round by round: what slows the machine for a while slows both sides of a round. */
export function medianRatio(side: readonly number[], floor: readonly number[]): number {
  return median(side.map((value, round) => value / (floor[round] ?? Number.NaN)));
}

/** Calls per second of `work`, which does `calls` of them at once: the best of several runs of at least 200 ms each. */
export function ratePerSecond(calls: number, work: () => void): number {
  let best = 0;
  for (let run = 0; run < 7; run++) {
    let done = 0;
    const started = performance.now();
    let elapsed = 0;
    while (elapsed < 200) {
      work();
      done += calls;
      elapsed = performance.now() - started;
    }
    best = Math.max(best, (done / elapsed) * 1000);
  }
  return best;
}
