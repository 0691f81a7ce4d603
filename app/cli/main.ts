import { ConfigError } from '#app/config.server.ts';
import { helpText } from './help.ts';
import { UsageError } from './usage-error.ts';

type Command = (args: string[]) => Promise<number>;

const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.server.ts')).serve,
  demo: async () => (await import('./demo.server.ts')).demo,
  migrate: async () => (await import('./migrate.server.ts')).migrateCommand,
  invite: async () => (await import('./invite.server.ts')).invite,
  lint: async () => (await import('./lint.server.ts')).lintCommand,
  notes: async () => (await import('./notes.server.ts')).notesCommand,
  'import-line': async () => (await import('./import-line.server.ts')).importLineCommand,
  search: async () => (await import('./search-eval.server.ts')).searchCommand,
};

/**
 * Runs a command of `tsunagari`.
 *
 * @returns the exit code: 0 done, 1 done with a negative result, 2 bad usage, input or settings
 */
export async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(helpText(process.env));
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    process.stderr.write(
      `tsunagari: there is no command "${name}"; "tsunagari help" lists them\n「${name}」というコマンドはありません。一覧は tsunagari help で見られます\n`,
    );
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(helpText(process.env));
    return 0;
  }
  try {
    return await (await load())(args);
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof ConfigError)) throw error;
    process.stderr.write(`tsunagari ${name}: ${error.message}\n`);
    return 2;
  }
}
