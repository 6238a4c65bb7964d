#!/usr/bin/env node
import { existsSync } from "node:fs";
import module from "node:module";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Tidemap needs Node 20.19 or newer; this is ${process.versions.node}. https://nodejs.org has newer ones.`,
  );
  process.exit(1);
}

// Node 22.1 and newer keep compiled code between runs; older ones just start a little slower.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();

const cli = new URL("../dist/node/cli.js", import.meta.url);
if (existsSync(cli)) {
  await import(cli.href);
} else {
  console.error("Tidemap is not built yet: run `npm run build` in its checkout (`npm start` does it as well).");
  process.exit(1);
}
