import { Notice } from '../notice.tsx';

const PUBLISHED: [heading: string, text: string] = [
  'ノートを公開しました',
  'これからも、だれでも直せます。受け持ちはあなたです。',
];

const MESSAGES: Record<string, [heading: string, text: string]> = {
  note: PUBLISHED,
  gathered: PUBLISHED,
  edition: ['直しました', '前の文章は、履歴に残っています。'],
  suggestion: ['提案を送りました', '受け持ちの方に知らせました。ノートに入ったら、お知らせに出ます。'],
  accepted: ['提案を取り入れました', '提案した方に知らせました。'],
  declined: ['提案を見送りました', '提案した方に知らせました。'],
  verified: ['確かめた日を、きょうにしました', 'ありがとうございます。あとから読む人が安心して使えます。'],
  settings: ['設定を変えました', 'すぐに変わっています。'],
};

/** Tells what was just done to a note. */
export function NotePosted({ posted }: { posted: string }) {
  const message = Object.hasOwn(MESSAGES, posted) ? MESSAGES[posted] : undefined;
  if (!message) return null;
  const [heading, text] = message;
  return (
    <div className="posted" data-posted={posted}>
      <Notice kind="ok" title={heading}>
        <p>{text}</p>
      </Notice>
    </div>
  );
}
