import { type Decisions, NO_DECISIONS } from './decisions.ts';
import type { FieldTexts } from './props.ts';

/** What is kept in this browser until it is posted or thrown away. */
export interface Draft {
  texts: FieldTexts;
  programme: string;
  decisions: Decisions;
}

/** Storage may be forbidden or full, on a locked-down office PC for instance: then there simply is no draft. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

export function readDraft(key: string): Draft | null {
  return withStorage((storage) => {
    const stored = storage.getItem(key);
    if (stored === null) return null;
    const { texts, programme, decisions } = JSON.parse(stored) as Partial<Draft>;
    return { texts: texts ?? {}, programme: programme ?? '', decisions: decisions ?? NO_DECISIONS };
  });
}

/** @returns whether the draft is safe; a draft without text is removed, which is safe too */
export function saveDraft(key: string, draft: Draft): boolean {
  const empty = Object.values(draft.texts).every((text) => text.trim() === '');
  return (
    withStorage((storage) => {
      if (empty) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(draft));
      return true;
    }) ?? false
  );
}

export function removeDraft(key: string): void {
  withStorage((storage) => storage.removeItem(key));
}
