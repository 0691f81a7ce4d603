/** How a run went, in the words of its last line. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** What is read of the file that Vitest's JSON reporter writes. */
export interface VitestReport {
  testResults: Array<{ status: string; assertionResults: Array<{ status: string }> }>;
}

/**
 * Counts tests. A file that failed without a failed test (it could not be loaded, or its preparation broke) counts
 * as one failure, or its tests would be missed by nobody.
 */
export function tallyOf({ testResults }: VitestReport): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of testResults) {
    const failures = assertionResults.filter((test) => test.status === 'failed').length;
    const passes = assertionResults.filter((test) => test.status === 'passed').length;
    tally.passed += passes;
    tally.failed += status === 'failed' ? Math.max(1, failures) : failures;
    tally.skipped += assertionResults.length - passes - failures;
  }
  return tally;
}

export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
