/** The command was called in a way it cannot carry out; the message says what to change. */
export class UsageError extends Error {}
