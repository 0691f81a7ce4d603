import type { Viewer } from '#app/domain/login/lucia.server.ts';
import type { Db } from '#db/schema.ts';
import { composerProps, type Refused } from './compose.server.ts';

/** The box under a thread. */
export function answerComposer(db: Db, viewer: Viewer, questionId: string, refused?: Refused) {
  const labels = {
    body: 'あなたのところでは、どうしていますか',
    help: '正しい答えでなくてかまいません。送る前に、名前や住所がないかを確かめます。',
    submit: '回答を送る',
  };
  const place = {
    kind: 'answer',
    questionId,
    action: `/questions/${questionId}?index#write`,
    labels,
    rows: 5,
    draftKey: `answer-${questionId}`,
    values: { body: '' },
  } as const;
  return composerProps(db, viewer, place, refused);
}

/** The box on an answer's reply page. */
export function commentComposer(
  db: Db,
  viewer: Viewer,
  { id: answerId, questionId }: { id: string; questionId: string },
  cancelHref: string,
  refused?: Refused,
) {
  const labels = {
    body: '返信',
    help: 'お礼、確かめたいこと、付け足したいことを、短くどうぞ。',
    submit: '返信を送る',
    cancelHref,
  };
  const place = {
    kind: 'comment',
    questionId,
    action: `/answers/${answerId}/reply`,
    labels,
    rows: 4,
    draftKey: `comment-${answerId}`,
    values: { body: '' },
  } as const;
  return composerProps(db, viewer, place, refused);
}
