import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_DECISIONS } from './decisions.ts';
import { readDraft, removeDraft, saveDraft } from './draft.ts';

const KEY = 'draft:question';

function draft(body: string) {
  return { texts: { title: '', body }, programme: 'jiritsu', decisions: NO_DECISIONS };
}

describe('a draft', () => {
  const stored = new Map<string, string>();

  beforeEach(() => {
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    });
  });

  afterEach(() => {
    stored.clear();
    vi.unstubAllGlobals();
  });

  test('is read back as it was saved', () => {
    expect(saveDraft(KEY, draft('書きかけ'))).toBe(true);
    expect(readDraft(KEY)).toEqual(draft('書きかけ'));
  });

  test('is gone once it is removed', () => {
    saveDraft(KEY, draft('書きかけ'));
    removeDraft(KEY);
    expect(readDraft(KEY)).toBeNull();
  });

  test('is not kept when nothing is written any more', () => {
    saveDraft(KEY, draft('書きかけ'));
    expect(saveDraft(KEY, draft(' \n'))).toBe(true);
    expect(readDraft(KEY)).toBeNull();
  });

  test('is none when the stored text cannot be read', () => {
    stored.set(KEY, '{"texts":');
    expect(readDraft(KEY)).toBeNull();
  });

  test('admits that it is not safe when the browser forbids storage', () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new Error('denied');
      },
    });
    expect(saveDraft(KEY, draft('書きかけ'))).toBe(false);
    expect(readDraft(KEY)).toBeNull();
  });
});
