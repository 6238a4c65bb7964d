import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { TidemapError } from "../model/diagnostic.js";

/** Where to listen; port 0 takes any free one. */
export interface Listening {
  readonly port: number;
  readonly hostname: string;
}

/** Opens the socket and returns the port it got. Throws a TidemapError that says what to do where that cannot be. */
export async function listen(server: Server, at: Listening): Promise<number> {
  if (!Number.isInteger(at.port) || at.port < 0 || at.port > 65535) {
    throw new TidemapError("TM6001", `${at.port} is no port.`, { hint: "Ports are 0 to 65535.", exitCode: 2 });
  }
  try {
    await new Promise<void>((done, failed) => {
      server.once("error", failed);
      server.listen(at.port, at.hostname, () => {
        server.off("error", failed);
        done();
      });
    });
  } catch (error) {
    throw await listenError(error, at);
  }
  return (server.address() as AddressInfo).port;
}

async function listenError(cause: unknown, { port, hostname }: Listening): Promise<unknown> {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  if (code === "EADDRINUSE") {
    const next = port < 65535 ? port + 1 : port - 1;
    const other = `\`--port ${next}\` (or PORT=${next}) takes another one.`;
    const holder = await holderOf({ port, hostname });
    return new TidemapError("TM6002", `Port ${port} on ${hostname} is taken${holder}.`, { hint: other, cause });
  }
  if (code === "EACCES") {
    return new TidemapError("TM6003", `This user may not open port ${port}.`, {
      hint: "Ports below 1024 need rights; `--port 4600` does not.",
      cause,
    });
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new TidemapError("TM6003", `This machine has no address ${hostname}.`, {
      hint: "`--host 127.0.0.1` serves this machine only, `--host 0.0.0.0` everyone who reaches it.",
      cause,
    });
  }
  return cause;
}

/** Who holds the port: a Tidemap says so when asked. */
async function holderOf({ port, hostname }: Listening): Promise<string> {
  try {
    const host = hostname === "0.0.0.0" || hostname === "::" ? "127.0.0.1" : hostname;
    const origin = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
    const answer = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(1000) });
    const health = (await answer.json()) as { readonly name?: unknown };
    return health.name === "tidemap" ? `: a Tidemap already serves ${origin}/` : " by another program";
  } catch {
    return " by another program"; // whatever listens there does not answer as we do
  }
}
