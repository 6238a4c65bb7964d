/** package.json, its lock and the tsconfigs say the same as the code, and a clean `npm ci` works on every platform. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKOUT, OLDEST_NODE } from "../scripts/checkout.mjs";
import { ROOMS } from "../scripts/rooms.mjs";

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

const read = (path: string): unknown => JSON.parse(readFileSync(join(CHECKOUT, path), "utf8"));
const manifest = read("package.json") as {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};
const { packages } = read("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };

describe("package-lock.json", () => {
  // npm writes a lock without the binaries that a registry lacks, and `npm ci` then fails, or fails elsewhere.
  it("locks every optional dependency of every package, so that all platforms install", () => {
    const missing = Object.entries(packages).flatMap(([path, locked]) =>
      Object.keys(locked.optionalDependencies ?? {})
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path}: ${name}`),
    );
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it("holds no runtime dependency with an install script", () => {
    const scripts = Object.entries(packages).filter(([, { hasInstallScript, dev }]) => hasInstallScript && !dev);
    expect(scripts.map(([path]) => path)).toEqual([]);
  });

  function isLocked(path: string, name: string): boolean {
    // As Node looks packages up: beside, then in every node_modules above.
    for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
      if (`${at === "" ? "" : `${at}/`}node_modules/${name}` in packages) return true;
      if (at === "") return false;
    }
  }
});

describe("package.json", () => {
  it("pins every dependency exactly", () => {
    const pins = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(pins).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("asks for the Node that the scripts and the command ask for", () => {
    const oldest = OLDEST_NODE.replace(/\.0$/, "");
    expect(manifest.engines.node).toBe(`>=${oldest}`);
    expect(readFileSync(join(CHECKOUT, "bin/tidemap.js"), "utf8")).toContain(`needs Node ${oldest} or newer`);
  });
});

describe("tsconfig", () => {
  it.each([
    ["core", { lib: ["ES2023"], types: [] }],
    ["node", { lib: ["ES2023"], types: ["node"] }],
    ["client", { lib: ["ES2023", "DOM", "DOM.Iterable"], types: [] }],
  ] as const)("of the %s rooms includes them all, with the globals of their platform only", (platform, options) => {
    const config = read(`tsconfig.${platform}.json`) as { include: readonly string[]; compilerOptions: object };
    const rooms = Object.entries(ROOMS).filter(([, room]) => room.platform === platform);
    expect(config.include.filter((path) => path !== "src/*.ts").sort()).toEqual(
      rooms.map(([name]) => `src/${name}`).sort(),
    );
    expect(config.compilerOptions).toMatchObject(options);
  });
});
