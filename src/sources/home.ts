import { isAbsolute, join, resolve } from "node:path";
import envPaths from "env-paths";
import type { Host } from "../base/host.js";

/** The folder of the user's store: `TIDEMAP_HOME`, else the platform's data folder (XDG on Linux). Not made here. */
export function homeFolder(host: Pick<Host, "env">): string {
  const named = host.env.TIDEMAP_HOME;
  if (named !== undefined && named !== "") return isAbsolute(named) ? named : resolve(named);
  const data = host.env.XDG_DATA_HOME;
  if (data !== undefined && isAbsolute(data)) return join(data, "tidemap");
  return envPaths("tidemap", { suffix: "" }).data;
}

/** Where compiled facts of the user's own and newer data stand in a store. */
export function overlayFolder(home: string): string {
  return join(home, "facts");
}
