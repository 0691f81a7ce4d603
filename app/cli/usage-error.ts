/** The command was called in a way it cannot carry out; the message says what to change, in both languages. */
export class UsageError extends Error {
  constructor(english: string, japanese: string) {
    super(`${english}\n${japanese}`);
  }
}
