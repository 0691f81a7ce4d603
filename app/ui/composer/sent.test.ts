import { describe, expect, test } from 'vitest';
import { keyToSend } from './sent.ts';

const fresh = () => 'fresh';

describe('the key that a form is sent with', () => {
  test('is its own the first time', () => {
    expect(keyToSend('own', 'text', undefined, fresh)).toBe('own');
  });

  test('stays the same for the same text, also where the form was given another meanwhile', () => {
    expect(keyToSend('own', 'text', { key: 'own', text: 'text' }, fresh)).toBe('own');
    expect(keyToSend('another', 'text', { key: 'own', text: 'text' }, fresh)).toBe('own');
  });

  test('is another for another text, which would otherwise be taken for the one already posted', () => {
    expect(keyToSend('own', 'changed', { key: 'own', text: 'text' }, fresh)).toBe('fresh');
    expect(keyToSend('another', 'changed', { key: 'own', text: 'text' }, fresh)).toBe('another');
  });
});
