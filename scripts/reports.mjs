/** Reads what the test runners write of a run, so that `npm test` can count tests and name what was skipped. */

/** @typedef {{ passed: number, failed: number, skipped: readonly string[] }} Count */

/** What a runner's JSON report says. @type {{ vitest(report: any): Count, playwright(report: any): Count }} */
export const READERS = {
  vitest: (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.testResults
      .flatMap((/** @type {any} */ file) => file.assertionResults)
      .filter((/** @type {any} */ test) => !["passed", "failed"].includes(test.status))
      .map((/** @type {any} */ test) => test.fullName),
  }),
  playwright: (report) => ({
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
    skipped: Array.from({ length: report.stats.skipped }, () => "a browser test (its report says which)"),
  }),
};
