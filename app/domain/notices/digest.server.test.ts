import { describe, expect, test } from 'vitest';
import type { Mail } from '#app/mail/port.ts';
import type { MailWay } from '#db/schema.ts';
import {
  answer,
  ask,
  comment,
  later,
  must,
  NOW,
  noteToAdd,
  openNetwork,
} from '#tests/support/builders.server.ts';
import { sendDueMail } from '../mail/send.server.ts';
import { chooseMail } from '../members/mail-choice.server.ts';
import { addNote } from '../notes/add-note.server.ts';
import { askKeepers } from '../notes/verify.server.ts';
import { sendDigests } from './digest-mail.server.ts';
import { markThreadRead } from './notices.server.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** NOW is nine in the morning in Tokyo. */
const EIGHT = later(23 * HOUR);

async function openWorld() {
  const network = await openNetwork();
  const { db } = network;
  const sent: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void sent.push(mail), close() {} };
  const at = async (now: Date) => {
    sent.length = 0;
    while (await sendDigests(db, now));
    const addresses = { origin: 'https://tsunagari.example', from: 'a@example.jp' };
    await sendDueMail(db, mailer, addresses, now);
    return sent.map(({ to, subject, text }) => ({ to, subject, text }));
  };
  const choose = (way: MailWay, withText = false) => chooseMail(db, network.asker.id, { way, withText }, NOW);
  await at(NOW);
  const thread = await ask(db, network.asker);
  return { ...network, thread, at, choose };
}

describe('the daily mail', () => {
  test('comes at eight, once, with what happened since the one before', async () => {
    const { db, asker, peer, reader, thread, at } = await openWorld();
    const answered = await answer(db, asker, thread);
    await comment(db, peer, answered, {}, later(20));
    await comment(db, reader, answered, {}, later(30));
    expect(await at(later(-1, EIGHT))).toEqual([]);
    const [mail, ...others] = await at(EIGHT);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: asker.email, subject: '【つながり】お知らせ 2件' });
    expect(mail?.text).toContain('渡辺さん');
    expect(mail?.text).toContain('小林さん');
    expect(await at(later(DAY - 1, EIGHT))).toEqual([]);
    await comment(db, peer, answered, {}, later(10, EIGHT));
    expect(await at(later(DAY, EIGHT))).toMatchObject([{ subject: '【つながり】お知らせ 1件' }]);
  });

  test('tells nothing that was read on the site or told at once, and is not sent for nothing', async () => {
    const { db, asker, peer, thread, at } = await openWorld();
    const own = await answer(db, asker, thread);
    await comment(db, peer, own, {}, later(20));
    await markThreadRead(db, asker.id, thread, later(25));
    await answer(db, peer, thread, {}, later(30));
    expect(await at(later(31))).toHaveLength(1);
    expect(await at(EIGHT)).toEqual([]);
  });

  test('holds everything for whoever wants no other, in full for whoever asks for that', async () => {
    const { db, peer, thread, at, choose } = await openWorld();
    await choose('digest', true);
    await answer(db, peer, thread, { body: '面談の前に手紙を書いています。' }, later(30));
    expect(await at(later(31))).toEqual([]);
    const [mail] = await at(EIGHT);
    expect(mail?.text).toContain('面談の前に手紙を書いています。');
  });

  test('is not for whoever wants everything at once, or nothing', async () => {
    const { db, peer, asker, thread, at, choose } = await openWorld();
    const own = await answer(db, asker, thread);
    await choose('at-once');
    await comment(db, peer, own, {}, later(20));
    expect(await at(later(21))).toHaveLength(1);
    await choose('none');
    await comment(db, peer, own, {}, later(22));
    expect(await at(EIGHT)).toEqual([]);
  });

  test('asks the keeper of a note that nobody has verified for a year', async () => {
    const { db, peer, at } = await openWorld();
    must(await addNote(db, peer, noteToAdd({ title: '滞納が分かった日にすること' }), NOW));
    const year = later(366 * DAY);
    await at(year);
    await askKeepers(db, later(10, year));
    const [mail] = await at(later(DAY, year));
    expect(mail).toMatchObject({ to: peer.email });
    expect(mail?.text).toContain('今も正しいですか');
    expect(mail?.text).toContain('滞納が分かった日にすること');
  });

  test('is written once by several processes', async () => {
    const { db, asker, peer, thread, at } = await openWorld();
    const own = await answer(db, asker, thread);
    await comment(db, peer, own, {}, later(20));
    await Promise.all([1, 2, 3].map(() => sendDigests(db, EIGHT)));
    expect(await at(EIGHT)).toHaveLength(1);
  });
});
