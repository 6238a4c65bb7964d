/** A server of ours in a process of its own, for benches that ask it over loopback. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { CACHE, CHECKOUT } from "../scripts/checkout.mjs";

/** The program of site-server.ts, bundled. */
export const SITE_SERVER = join(CACHE, "bench-site-server.mjs");

export interface Serving {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly origin: string;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** Starts `node ...args` with `--port` and a free port behind it, and waits until it answers. Throws when it never does. */
export async function serve(args: readonly string[]): Promise<Serving> {
  const port = await freePort();
  const child = spawn(process.execPath, [...args, "--port", String(port)], {
    cwd: CHECKOUT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; !(await answers(origin)); attempt++) {
    if (attempt > 200 || child.exitCode !== null)
      throw new Error(`node ${args.join(" ")} does not answer on ${origin}`);
    await new Promise((later) => setTimeout(later, 50));
  }
  return {
    origin,
    pid: child.pid,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

async function answers(origin: string): Promise<boolean> {
  try {
    await (await fetch(origin)).arrayBuffer();
    return true;
  } catch {
    return false; // not listening yet
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
