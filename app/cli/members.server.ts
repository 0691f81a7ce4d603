import { readFileSync } from 'node:fs';
import type { LintOptions } from '#lint/options.ts';
import { UsageError } from './usage-error.ts';

/**
 * Members, one per line: 高橋, 高橋 花子, or with their organization きた町相談室＋高橋. Who is named by family name
 * and given name is known by the family name too.
 */
export function readMembers(path: string): Required<Pick<LintOptions, 'memberNames' | 'membersOf'>> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    throw new UsageError(
      `--members: ${path} is no readable UTF-8 text`,
      `--members：${path} は UTF-8 の文章として読めません`,
    );
  }
  const memberNames: string[] = [];
  const membersOf: Array<{ organization: string; name: string }> = [];
  for (const line of text.split(/\r?\n/)) {
    const [last = '', ...before] = line.split(/[+＋,，\t]/).toReversed();
    const organization = before.toReversed().join(' ').trim();
    for (const name of namesOf(last)) {
      memberNames.push(name);
      if (organization !== '') membersOf.push({ organization, name });
    }
  }
  return { memberNames, membersOf };
}

function namesOf(written: string): string[] {
  const parts = written.trim().split(/\s+/);
  const [family = ''] = parts;
  if (family === '') return [];
  return parts.length === 1 ? [family] : [family, parts.join('')];
}
