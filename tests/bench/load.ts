import { readFileSync } from 'node:fs';
import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

export interface Load {
  /** Answers within the time. */
  requests: number;
  /** Per second of the clock. */
  rate: number;
  /** Per CPU-second of the server process. */
  perCpuSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  statuses: Record<number, number>;
}

interface Call {
  path: string;
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
}

/**
 * Sends requests over some connections for some time.
 *
 * @param pid of the server, whose CPU time is read from /proc
 * @param next makes each request
 */
export async function load(
  { port, pid }: { port: number; pid: number },
  next: (n: number) => Call,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const statuses: Record<number, number> = {};
  const cpuBefore = cpuSeconds(pid);
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let sent = 0;
  const client = async () => {
    while (performance.now() < end) {
      const call = next(sent++);
      const at = performance.now();
      const { status } = await send(agent, port, call);
      times.push(performance.now() - at);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const elapsed = (performance.now() - begin) / 1000;
  const cpu = cpuSeconds(pid) - cpuBefore;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    requests: times.length,
    rate: times.length / elapsed,
    perCpuSecond: times.length / cpu,
    p50: at(0.5),
    p99: at(0.99),
    statuses,
  };
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export function send(agent: Agent | undefined, port: number, call: Call): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { path, method = 'GET', headers = {}, body } = call;
    const sending = request({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
      response.on('error', reject);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** User and system time of a process, all its threads, in seconds (Linux). */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  const TICKS = 100;
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Resident memory of a process in megabytes (Linux). */
export function residentMegabytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}
