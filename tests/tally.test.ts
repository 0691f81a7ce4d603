import { describe, expect, test } from 'vitest';
import { lastLine, tallyOf } from './support/tally.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((of) => ({ status: of })),
});

describe('the count of a test run', () => {
  test('adds up the files of the run', () => {
    const report = { testResults: [file('passed', 'passed', 'pending'), file('failed', 'passed', 'failed')] };
    expect(tallyOf(report)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  test('counts a file that could not be loaded as a failure', () => {
    expect(tallyOf({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('counts a file whose preparation broke as a failure beside its skipped tests', () => {
    expect(tallyOf({ testResults: [file('failed', 'pending')] })).toMatchObject({ failed: 1, skipped: 1 });
  });

  test('ends in a line that leaves out skipped tests where there are none', () => {
    expect(lastLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
    expect(lastLine({ passed: 7, failed: 1, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });
});
