import { Notice } from '../notice.tsx';

const MESSAGES: Record<string, [kind: 'ok' | 'warn', heading: string, text: string]> = {
  question: ['ok', '質問を送りました', '回答があると、お知らせに出ます。'],
  answer: ['ok', '回答を送りました', '質問した方に知らせました。'],
  comment: ['ok', '返信を送りました', '回答した方に知らせました。'],
  solve: [
    'ok',
    '解決済みにしました',
    '答えた方に知らせました。おつかれさまでした。その後は、いつでも書き足せます。',
  ],
  outcome: ['ok', 'その後を載せました', 'あとから読む人の助けになります。'],
  removed: ['ok', 'その後を消しました', 'また書きたくなったら、いつでも載せられます。'],
  edit: ['ok', '直しました', '前の文章は、履歴に残ります。'],
  report: [
    'ok',
    '知らせてくださって、ありがとうございます',
    'その投稿はすぐに隠しました。事務局が確かめて、どうなったかをお知らせに出します。',
  ],
  mended: ['ok', '直しました', 'まだ隠れています。事務局が確かめて、公開するかどうかを決めます。'],
  delete: ['ok', '削除しました', 'もう、だれにも見えません。'],
};

/**
 * Tells what was just sent.
 *
 * @param posted the deed, or the key of the draft that is done with, which begins with it; before it `waiting-`
 */
export function Posted({ posted }: { posted: string }) {
  const [word = ''] = posted.split('-');
  // The post itself says that it waits; one box is enough.
  if (word === 'waiting') return <div hidden data-posted={posted.replace(/^waiting-/, '')} />;
  const message = Object.hasOwn(MESSAGES, word) ? MESSAGES[word] : undefined;
  if (!message) return null;
  const [kind, heading, text] = message;
  return (
    <div className="posted" data-posted={posted}>
      <Notice kind={kind} title={heading}>
        <p>{text}</p>
      </Notice>
    </div>
  );
}
