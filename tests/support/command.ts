import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Milliseconds after which a command that should end is ended by force. */
const PATIENCE = 15_000;

/** A `tsunagari` command that is running, as somebody at a terminal sees it. */
export interface Command {
  /** Everything printed so far, both streams in order. */
  printed(): string;
  /** Resolves when this stands in what was printed. @throws when the command ends without it */
  until(words: RegExp): Promise<RegExpExecArray>;
  /** Presses Ctrl+C and waits. @returns the exit code */
  stop(): Promise<number | null>;
  /** Waits until it ends of its own. @returns the exit code; null when it had to be ended by force */
  end(): Promise<number | null>;
}

export function run(args: string[], env: Record<string, string>): Command {
  const child = spawn(process.execPath, ['bin/tsunagari.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const end = async () => {
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    if (!hasEnded(child)) await once(child, 'close');
    clearTimeout(force);
    return child.exitCode;
  };
  return {
    printed: () => printed,
    async until(words) {
      for (;;) {
        const found = words.exec(printed);
        if (found) return found;
        if (hasEnded(child)) throw new Error(`It ended with ${child.exitCode}, having printed:\n${printed}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    stop() {
      child.kill('SIGINT');
      return end();
    },
    end,
  };
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const { port, release } = await takePort();
  await release();
  return port;
}

/** Takes a port away, as another program would. */
export async function takePort(): Promise<{ port: number; release(): Promise<void> }> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const release = async () => {
    await once(server.close(), 'close');
  };
  return { port: typeof address === 'object' && address ? address.port : 0, release };
}
