import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import type { Host } from "../base/host.js";

/**
 * The folder of the user's store: `TIDEMAP_HOME`, else the platform's data folder (XDG base directories on Linux). Not
 * made here.
 */
export function homeFolder({ env }: Pick<Host, "env">): string {
  if (env.TIDEMAP_HOME) return resolve(env.TIDEMAP_HOME);
  if (env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME)) return join(env.XDG_DATA_HOME, "tidemap");
  const home = homedir();
  if (process.platform === "darwin") return join(home, "Library", "Application Support", "tidemap");
  if (process.platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "tidemap", "Data");
  return join(home, ".local", "share", "tidemap");
}

/** Where compiled facts of the user's own and newer data stand in a store. */
export function overlayFolder(home: string): string {
  return join(home, "facts");
}
