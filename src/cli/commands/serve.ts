import { TidemapError } from "../../model/diagnostic.js";
import { serveSite } from "../../server/serve-site.js";
import { originOf, textOf } from "../options.js";
import type { Call } from "../program.js";

/** `tidemap serve`: runs until Ctrl+C or SIGTERM, which is how it is meant to end: exit 0. */
export async function serve({ context: { host }, options }: Call): Promise<number> {
  const server = await serveSite({
    host,
    root: host.root,
    offline: options.offline === true,
    port: portOf(textOf(options.port)),
    hostname: textOf(options.host),
    origin: originOf(textOf(options.origin)),
    log: options.log === true,
  });
  await server.stopped;
  return 0;
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\s*\d{1,5}\s*$/.test(text) && port <= 65_535) return port;
  throw new TidemapError("TM5004", `${JSON.stringify(text)} is no port.`, {
    hint: "A port is a number from 0 to 65535; 0 takes any that is free.",
    exitCode: 2,
  });
}
