import { defineConfig } from 'vitest/config';

const NEVER = ['**/node_modules/**', '**/build/**'];

/** Everything that opens a database runs twice: on SQLite and on PostgreSQL. */
const server = (dialect: 'sqlite' | 'postgres') => ({
  test: {
    name: dialect,
    include: [
      'app/{domain,server,http,demo,cli,mail}/**/*.test.{ts,tsx}',
      'db/**/*.test.ts',
      'tests/server/**/*.test.ts',
    ],
    exclude: NEVER,
    env: { TEST_DIALECT: dialect },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    minWorkers: 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{lint,morphology,search}/**/*.test.ts',
            'app/ui/**/*.test.{ts,tsx}',
            'app/*.test.ts',
            'tests/*.test.ts',
          ],
          exclude: NEVER,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      server('sqlite'),
      server('postgres'),
      {
        test: {
          name: 'browser',
          include: ['tests/journeys/**/*.test.ts'],
          exclude: NEVER,
          // One browser and one site at a time: machines with two cores show timeouts otherwise.
          pool: 'forks',
          poolOptions: { forks: { singleFork: true } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // As long as a page may take; the second that is usual is short for a whole page on a slow machine.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
