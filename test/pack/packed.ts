/** The package as a stranger gets it: packed, and installed into an empty folder with dependencies resolved anew. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECKOUT } from "../../scripts/checkout.mjs";

export interface Packed {
  /** Folder above the others; its reader removes it. */
  readonly root: string;
  /** Folder with `node_modules/tidemap` and a package.json of its own. */
  readonly folder: string;
  /** Paths in the tarball, without `package/`. */
  readonly paths: readonly string[];
  readonly tarballBytes: number;
}

/** Packs the checkout and installs the tarball. Throws with npm's own words when either fails. */
export function packAndInstall(): Packed {
  const root = mkdtempSync(join(tmpdir(), "tidemap-pack-"));
  const [report] = JSON.parse(npm(["pack", "--json", "--pack-destination", root], CHECKOUT)) as readonly {
    readonly files: readonly { readonly path: string }[];
    readonly size: number;
  }[];
  const tarball = readdirSync(root).find((name) => name.endsWith(".tgz"));
  if (report === undefined || tarball === undefined) throw new Error("npm pack made no tarball");
  const folder = join(root, "somewhere else");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm(["install", "--no-audit", "--no-fund", "--prefer-offline", join(root, tarball)], folder);
  return { root, folder, paths: report.files.map(({ path }) => path), tarballBytes: report.size };
}

/** Runs npm in `folder`, as a person would there: without what an outer npm hands down. Returns what it wrote to stdout. */
export function npm(args: readonly string[], folder: string): string {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_(?!registry|cache|userconfig|globalconfig)|package_|lifecycle_)/i.test(name),
    ),
  );
  const outer = process.env.npm_execpath;
  const viaNode = outer?.endsWith("npm-cli.js") ?? false;
  const [command, first] = viaNode && outer ? [process.execPath, [outer]] : ["npm", []];
  return execFileSync(command, [...first, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, NODE_ENV: "" },
    stdio: ["ignore", "pipe", "pipe"],
    shell: !viaNode && process.platform === "win32",
  });
}
