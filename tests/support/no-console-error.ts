import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Nothing here writes to console.error in the ordinary course of things, so a test during which it happens fails. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  const { calls } = vi.mocked(console.error).mock;
  vi.mocked(console.error).mockRestore();
  expect(calls).toEqual([]);
});
