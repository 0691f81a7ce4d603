import { expect, test } from 'vitest';
import { answerQuestion } from '#app/domain/answers/answer.server.ts';
import { commentOnAnswer } from '#app/domain/comments/comment.server.ts';
import { editPost } from '#app/domain/posts/edit.server.ts';
import { findThread } from '#app/domain/questions/thread.server.ts';
import {
  answer,
  ask,
  DISPUTED,
  later,
  must,
  NOW,
  openNetwork,
  questionDraft,
  replyDraft,
  type TestMember,
} from '#tests/support/builders.server.ts';
import { threadPiece } from './thread-piece.server.tsx';

async function openThread() {
  const network = await openNetwork();
  const { db, asker } = network;
  const id = await ask(db, asker);
  const answered = await answer(db, asker, id);
  const find = async (member: TestMember) => {
    const found = await findThread(db, member, id, NOW);
    if (!found) throw new Error('There is no such thread for this member');
    return found;
  };
  const show = async (found: Awaited<ReturnType<typeof find>>) => {
    const piece = await threadPiece(db, found, NOW);
    return piece && Buffer.concat(piece).toString();
  };
  return { ...network, id, answered, find, show };
}

test('a post that waits is seen by its author and the desk, as soon as it is sent', async () => {
  const { db, peer, reader, desk, id, answered, find, show } = await openThread();
  for (const member of [peer, reader, desk]) await show(await find(member));
  must(await answerQuestion(db, peer, id, replyDraft(DISPUTED), later(20)));
  must(
    await commentOnAnswer(
      db,
      desk,
      answered,
      replyDraft({ ...DISPUTED, body: '佐藤さんの話です。' }),
      later(20),
    ),
  );
  expect(await show(await find(peer))).toContain('佐藤さんから相談');
  expect(await show(await find(desk))).toContain('佐藤さんから相談');
  expect(await show(await find(desk))).toContain('佐藤さんの話');
  expect(await show(await find(reader))).not.toContain('佐藤');
});

test('a post that waits stays out of what readers share, even if its author opened the thread as it was sent', async () => {
  const { db, peer, reader, id, find, show } = await openThread();
  const before = await find(peer);
  const ofReader = await find(reader);
  must(await answerQuestion(db, peer, id, replyDraft(DISPUTED), later(20)));
  expect(await show(before)).not.toContain('佐藤');
  expect(await show(ofReader)).not.toContain('佐藤');
  expect(await show(await find(reader))).not.toContain('佐藤');
});

test('a question that waits since the reader’s thread was found is not shown', async () => {
  const { db, asker, reader, id, find, show } = await openThread();
  const before = await find(reader);
  const edit = { ...questionDraft(DISPUTED), editCount: 0 };
  must(await editPost(db, asker, 'question', id, edit, later(20)));
  expect(await show(before)).toBeUndefined();
  expect(await show(await find(asker))).toContain('佐藤');
});
