import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { CACHE } from "./scripts/checkout.mjs";

// The workers read this file too and have to find the port of the first reading.
process.env.TIDEMAP_TEST_PORT ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env.TIDEMAP_TEST_PORT}`;

const executablePath = process.env.TIDEMAP_CHROMIUM;

export default defineConfig({
  testDir: "test/browser",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // A page that reads the facts by itself takes a second or two, and several on a busy machine.
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI === "true",
  use: {
    baseURL,
    browserName: "chromium",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  webServer: {
    // An empty store of its own: what the person who runs this has pulled must not change what is tested.
    command: `node bin/tidemap.js serve --offline --port ${process.env.TIDEMAP_TEST_PORT}`,
    url: baseURL,
    env: { TIDEMAP_HOME: `${CACHE}/browser-tests-home` },
    timeout: 60_000,
    reuseExistingServer: false,
  },
});

/** A port of this machine that nothing listens on at the moment. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
