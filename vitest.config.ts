import { defineConfig } from "vitest/config";

// Browser tests (test/browser) belong to Playwright; everything else named *.test.ts is ours.
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["test/browser/**", "node_modules/**", "dist/**"],
    globalSetup: ["scripts/corpus.mjs"],
    // Corpus tests read 33 MB bundles on a machine that may be busy: the limit catches a hang, it is no measure.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
