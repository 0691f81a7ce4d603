import { describe, expect, test } from 'vitest';
import { type Mail, MailRefused, MailServerAway } from '#app/mail/port.ts';
import type { Db } from '#db/schema.ts';
import { answer, ask, later, must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { markThreadRead } from '../notices/notices.server.ts';
import { deadJobs } from '../outbox/outbox.server.ts';
import { editPost } from '../posts/edit.server.ts';
import { enqueueMail, type NewMail } from './enqueue.server.ts';
import { forgetOldMail, sendDueMail } from './send.server.ts';

const ADDRESSES = { origin: 'https://tsunagari.example', from: 'tsunagari@example.jp' };
const DAY = 24 * 60;

/** Keeps what it is given; fails as it is told to. */
function keeping() {
  const sent: Mail[] = [];
  const mailer = {
    sent,
    fails: undefined as unknown,
    async send(mail: Mail) {
      if (mailer.fails !== undefined) throw mailer.fails;
      sent.push(mail);
    },
    close() {},
  };
  return mailer;
}

async function openWorld() {
  const network = await openNetwork();
  const mailer = keeping();
  const send = (at: Date) => sendDueMail(network.db, mailer, ADDRESSES, at);
  const put = (mail: NewMail, at = NOW) =>
    network.db.transaction().execute((tx) => enqueueMail(tx, mail, at));
  const thread = await ask(network.db, network.asker);
  return { ...network, mailer, send, put, thread };
}

const outbox = (db: Db) => db.selectFrom('outbox').selectAll().where('job', '=', 'mail').execute();
const mails = (db: Db) => db.selectFrom('mail').selectAll().execute();

describe('an answer', () => {
  test('is told to whoever asked by mail at once, without what it says', async () => {
    const { db, asker, peer, thread, mailer, send } = await openWorld();
    const id = await answer(db, peer, thread, { body: 'うちでは、紙に書き出してもらっています。' });
    expect(await send(later(11))).toBe(1);
    expect(mailer.sent).toHaveLength(1);
    const [mail] = mailer.sent as [Mail];
    expect(mail).toMatchObject({
      to: asker.email,
      subject: '【つながり】「家賃の滞納が続く方への声かけ」に回答がありました',
      unsubscribe: 'https://tsunagari.example/settings#mail',
    });
    expect(mail.text).toContain('みなみ市 社会福祉課 高橋 様');
    expect(mail.text).toContain(`https://tsunagari.example/questions/${thread}#answer-${id}`);
    expect(mail.text).not.toContain('書き出して');
    expect(await send(later(12))).toBe(0);
  });

  test('stands in the mail of a member who wants to read it there, as it is when the mail goes out', async () => {
    const { db, asker, peer, thread, mailer, send } = await openWorld();
    await db.updateTable('member').set({ mail_text: 1 }).where('id', '=', asker.id).execute();
    const id = await answer(db, peer, thread, { body: 'うちでは、紙に書き出してもらっています。' });
    const edit = { title: '', programme: '', tags: '', editCount: 0, body: '面談の前に手紙を書いています。' };
    must(
      await editPost(
        db,
        peer,
        'answer',
        id,
        { ...edit, decisions: { acknowledgements: [], objections: [] } },
        later(11),
      ),
    );
    await send(later(12));
    expect(mailer.sent[0]?.text).toContain('面談の前に手紙を書いています。');
    expect(mailer.sent[0]?.text).not.toContain('書き出して');
  });

  test('that was read or taken out of sight meanwhile is not told', async () => {
    const { db, asker, peer, thread, mailer, send } = await openWorld();
    await answer(db, peer, thread);
    await markThreadRead(db, asker.id, thread, later(10));
    const hidden = await answer(db, peer, thread);
    await db.updateTable('answer').set({ status: 'hidden' }).where('id', '=', hidden).execute();
    expect(await send(later(12))).toBe(2);
    expect(mailer.sent).toEqual([]);
    expect(await outbox(db)).toEqual([]);
  });

  test('is told in the way that the member has chosen', async () => {
    const { db, asker, peer, thread, mailer, send } = await openWorld();
    for (const way of ['digest', 'none'] as const) {
      await db.updateTable('member').set({ mail_way: way }).where('id', '=', asker.id).execute();
      await answer(db, peer, thread);
      await send(later(20));
      expect(mailer.sent).toEqual([]);
    }
  });
});

describe('a letter', () => {
  const GUEST = { kind: 'digest', about: `digest ${NOW.toISOString()} ${later(DAY).toISOString()}` } as const;

  test('is not stored: what it is about and whom it is for is, until it is sent', async () => {
    const { db, peer, thread, send } = await openWorld();
    await answer(db, peer, thread, { body: 'うちでは、紙に書き出してもらっています。' });
    const kept = JSON.stringify([await mails(db), await outbox(db)]);
    for (const word of ['書き出して', '滞納', '渡辺', '@']) expect(kept).not.toContain(word);
    await send(later(11));
    expect(await mails(db)).toMatchObject([{ about: '', address: null, done_at: later(11).toISOString() }]);
  });

  test('has its one occasion', async () => {
    const { db, put, asker } = await openWorld();
    const mail: NewMail = { ...GUEST, to: { memberId: asker.id }, occasion: 'week:12' };
    expect([await put(mail), await put(mail)]).toEqual([true, false]);
    expect(await outbox(db)).toHaveLength(1);
  });

  test('waits until its day, whose date it bears', async () => {
    const { db, put, asker, peer, thread, mailer, send } = await openWorld();
    await db.updateTable('member').set({ mail_way: 'digest' }).where('id', '=', asker.id).execute();
    await answer(db, peer, thread);
    await put({ ...GUEST, to: { memberId: asker.id }, due: later(DAY) });
    expect(await send(later(DAY - 1))).toBe(0);
    expect(await send(later(DAY))).toBe(1);
    expect(mailer.sent).toMatchObject([{ writtenAt: later(DAY) }]);
  });

  test('waits for a server that is away, however long, and is the same letter then', async () => {
    const { db, peer, thread, mailer, send } = await openWorld();
    await answer(db, peer, thread);
    mailer.fails = new MailServerAway();
    for (let day = 1; day < 20; day += 1) expect(await send(later(day * DAY))).toBe(0);
    expect(await outbox(db)).toMatchObject([{ attempts: 0, last_error: 'MailServerAway', dead_at: null }]);
    const [row] = await mails(db);
    mailer.fails = undefined;
    expect(await send(later(20 * DAY))).toBe(1);
    expect(mailer.sent).toMatchObject([{ id: row?.id }]);
  });

  test('that is not taken is tried for hours and then shown to the desk; one that is refused, at once', async () => {
    const { db, peer, thread, mailer, send } = await openWorld();
    await answer(db, peer, thread);
    mailer.fails = new Error('greylisted');
    let at = later(20);
    for (let tries = 0; tries < 8; tries += 1, at = later(2 ** (tries + 1), at)) await send(at);
    expect(await deadJobs(db)).toBe(1);
    await answer(db, peer, thread);
    mailer.fails = new MailRefused();
    await send(at);
    expect(await deadJobs(db)).toBe(2);
    expect(await send(later(30 * DAY))).toBe(0);
  });

  test('is sent by one of several processes', async () => {
    const { db, peer, thread, mailer } = await openWorld();
    for (let n = 0; n < 5; n += 1) await answer(db, peer, thread, {}, later(10 + n));
    await Promise.all([1, 2, 3].map(() => sendDueMail(db, mailer, ADDRESSES, later(30))));
    expect(new Set(mailer.sent.map(({ id }) => id)).size).toBe(5);
    expect(mailer.sent).toHaveLength(5);
  });

  test('whose process ended in the middle is taken up by another', async () => {
    const { db, peer, thread, mailer, send } = await openWorld();
    await answer(db, peer, thread);
    const dying = { send: () => new Promise<never>(() => {}), close() {} };
    void sendDueMail(db, dying, ADDRESSES, later(11));
    await expect.poll(async () => (await outbox(db))[0]?.try_after).toBe(later(21).toISOString());
    expect(await send(later(12))).toBe(0);
    expect(await send(later(22))).toBe(1);
    expect(mailer.sent).toHaveLength(1);
  });

  test('is forgotten after three months', async () => {
    const { db, peer, thread, send } = await openWorld();
    await answer(db, peer, thread);
    await send(later(11));
    await forgetOldMail(db, later(89 * DAY));
    expect(await mails(db)).toHaveLength(1);
    await forgetOldMail(db, later(91 * DAY));
    expect(await mails(db)).toEqual([]);
  });
});
