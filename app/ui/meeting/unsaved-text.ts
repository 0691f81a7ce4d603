/** What was written in a shared box and is not on the server yet, and what it was written over. */
export interface Unsaved {
  base: string;
  text: string;
}

/** Storage may be forbidden or full; then what is not saved lives in the box alone. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

export const readUnsaved = (key: string): Unsaved | null =>
  withStorage((storage) => {
    const { base, text } = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Unsaved>;
    return base === undefined || text === undefined ? null : { base, text };
  });

export const keepUnsaved = (key: string, unsaved: Unsaved): boolean =>
  withStorage((storage) => {
    storage.setItem(key, JSON.stringify(unsaved));
    return true;
  }) ?? false;

export const forgetUnsaved = (key: string) => withStorage((storage) => storage.removeItem(key));
