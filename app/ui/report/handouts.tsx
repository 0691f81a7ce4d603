import { showBytes } from '../files/words.ts';
import { Files } from '../meeting/files.tsx';
import { Section } from '../section.tsx';
import { showDay } from '../time.ts';

export type Handout = {
  id: string;
  name: string;
  /** PDF, Word */
  label: string;
  bytes: number;
  lock: { hasPassword: boolean; lastDay: string | null } | null;
};

/** What was handed out at a meeting. */
export function Handouts({ files }: { files: Handout[] }) {
  if (files.length === 0) return null;
  return (
    <Section id="files" title="配った資料" count={`${files.length}件`}>
      <Files
        files={files.map(({ id, name, label, bytes, lock }) => ({
          href: `/files/${id}`,
          title: name,
          about: [`${label} ${showBytes(bytes)}`, ...lockWords(lock)].join('・'),
        }))}
      />
    </Section>
  );
}

/** パスワードあり・12月31日（木）まで */
export function lockWords(lock: Handout['lock']): string[] {
  if (lock === null) return [];
  return [
    ...(lock.hasPassword ? ['パスワードあり'] : []),
    ...(lock.lastDay === null ? [] : [`${showDay(lock.lastDay)}まで`]),
  ];
}
