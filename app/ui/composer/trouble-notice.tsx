import { Notice } from '../notice.tsx';
import type { Trouble } from './use-sending.ts';

const WORDS: Record<Trouble, { title: string; next: string }> = {
  offline: { title: 'つながっていません', next: '電波の届くところで、もう一度送ってください。' },
  slow: {
    title: '時間がかかっています',
    next: 'もう一度押してもかまいません。同じものが二つ載ることはありません。',
  },
};

/** Says what is safe first, and then what to do. */
export function TroubleNotice({ trouble, kept }: { trouble: Trouble; kept: boolean }) {
  const { title, next } = WORDS[trouble];
  const safe = kept ? '書いたものは、この端末に残っています。' : '書いたものは、この画面に残っています。';
  return (
    <Notice kind="warn" title={title}>
      {safe + next}
    </Notice>
  );
}
