import { Mark } from './mark.tsx';

export type PostState = 'open' | 'answered' | 'solved' | 'waiting' | 'hidden';

export function StateMark({ state }: { state: PostState }) {
  switch (state) {
    case 'open':
      return (
        <Mark kind="open" icon="open">
          未回答
        </Mark>
      );
    case 'answered':
      return (
        <Mark kind="talk" icon="talk">
          回答あり
        </Mark>
      );
    case 'solved':
      return (
        <Mark kind="done" icon="done">
          解決済み
        </Mark>
      );
    case 'waiting':
      return (
        <Mark kind="warn" icon="clock">
          確認待ち
        </Mark>
      );
    case 'hidden':
      return (
        <Mark kind="error" icon="hide">
          非表示中
        </Mark>
      );
  }
}
