// The process in which files are looked into; workshop.server.ts starts it and talks to it.
import { drawPreview, type Errand, type Looked, lookInto } from './look.server.ts';
import type { FileProblem } from './problem.ts';
import { FileRefused } from './problem.ts';

export type Request = { work: 'look' | 'draw'; errand: Errand };
export type Reply = { looked: Looked } | { drawn: boolean } | { problem: FileProblem };

process.on('message', async ({ work, errand }: Request) => {
  process.send?.(await answer(work, errand));
});

async function answer(work: Request['work'], errand: Errand): Promise<Reply> {
  try {
    return work === 'look' ? { looked: await lookInto(errand) } : { drawn: await drawPreview(errand) };
  } catch (error) {
    // What the libraries say may quote the file.
    return { problem: error instanceof FileRefused ? error.problem : 'broken' };
  }
}
