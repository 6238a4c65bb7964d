/**
 * The rooms of `src/` and their ranks: a room imports only from rooms of a lower rank. Written once, here; biome.json's
 * overrides are made from it (`node scripts/rooms.mjs` writes them, test/layers.test.ts compares them).
 *
 * To add a room: a line here, then `node scripts/rooms.mjs`, and a line in the tsconfig of its platform.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CHECKOUT } from "./checkout.mjs";

/** @typedef {{ readonly rank: number, readonly platform: "core" | "node" | "client" }} Room */

/** Core rooms run in Node and browsers alike and know neither. @type {Readonly<Record<string, Room>>} */
export const ROOMS = {
  base: { rank: 0, platform: "core" },
  model: { rank: 1, platform: "core" },
  attack: { rank: 2, platform: "core" },
  formats: { rank: 3, platform: "core" },
  knowledge: { rank: 4, platform: "core" },
  versions: { rank: 5, platform: "core" },
  rules: { rank: 5, platform: "core" },
  compile: { rank: 7, platform: "core" },
  sources: { rank: 7, platform: "node" },
  site: { rank: 8, platform: "core" },
  server: { rank: 9, platform: "node" },
  export: { rank: 9, platform: "node" },
  client: { rank: 9, platform: "client" },
  cli: { rank: 10, platform: "node" },
};

/** How deep folders may nest in a room: as many `../` the patterns reach up. */
const DEEPEST = 4;

/** Biome's `overrides`, one per room, then tests and the public door. @returns {unknown[]} */
export function biomeOverrides() {
  return [
    ...Object.entries(ROOMS).map(([name, room]) => ({
      includes: [`**/src/${name}/**`, "!**/*.test.ts"],
      linter: {
        rules: { style: roomStyle(name, room), suspicious: roomSuspicion(room), correctness: roomCorrectness(room) },
      },
    })),
    // A suite is one function, as long as its tests are.
    { includes: ["**/*.test.ts"], linter: { rules: { complexity: { noExcessiveLinesPerFunction: "off" } } } },
    // The public door is the one file that hands on what others define.
    { includes: ["src/index.ts"], linter: { rules: { performance: { noBarrelFile: "off" } } } },
  ];
}

/** @param {string} name @param {Room} room */
function roomStyle(name, room) {
  const forbidden = Object.keys(ROOMS).filter((other) => other !== name && (ROOMS[other]?.rank ?? 0) >= room.rank);
  const group = forbidden.flatMap((other) => ups().map((up) => `${up}${other}/**`));
  const patterns = [
    ...(group.length > 0
      ? [{ group, message: `${name} has rank ${room.rank} and imports only from lower ranks.` }]
      : []),
    {
      group: ups()
        .map((up) => `${up}index.js`)
        .concat("tidemap"),
      message: "The public door is for others; name the module.",
    },
  ];
  const style = { noRestrictedImports: { level: "error", options: { patterns } } };
  return room.platform === "core"
    ? { ...style, noRestrictedGlobals: { level: "error", options: { deniedGlobals: coreGlobals() } } }
    : style;
}

/** @param {Room} room */
function roomSuspicion(room) {
  return room.rank < 9 && room.platform !== "node" ? { noConsole: "error" } : {};
}

/** @param {Room} room */
function roomCorrectness(room) {
  return room.platform === "node" ? {} : { noNodejsModules: "error" };
}

function coreGlobals() {
  const message = "Comes in through Host, from the rim.";
  return Object.fromEntries(["process", "Buffer", "document", "window", "fetch"].map((name) => [name, message]));
}

/** `../`, `../../`, … : how a file of a room, at any depth, reaches the rooms' folder. */
function ups() {
  return Array.from({ length: DEEPEST }, (_, at) => "../".repeat(at + 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(CHECKOUT, "biome.json");
  const config = { ...JSON.parse(readFileSync(file, "utf8")), overrides: biomeOverrides() };
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
  const biome = join(CHECKOUT, "node_modules", "@biomejs", "biome", "bin", "biome");
  spawnSync(process.execPath, [biome, "format", "--write", file], { stdio: "inherit", cwd: CHECKOUT });
}
