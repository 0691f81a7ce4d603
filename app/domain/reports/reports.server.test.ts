import { describe, expect, test, vi } from 'vitest';
import { addMember, anonymous, later, must, NOW, openNetwork } from '#tests/support/builders.server.ts';
import { groupsFor, meetingOf, placeFor } from '#tests/support/meetings.server.ts';
import { hideIn, showAgain } from '../anonymization/hidden.server.ts';
import { countOpenHits, openHits } from '../anonymization/hits.server.ts';
import { publishedTexts } from '../anonymization/texts.server.ts';
import { askInAdvance } from '../meetings/advance-questions.server.ts';
import { markAttended } from '../meetings/attendance.server.ts';
import { saveGroupText } from '../meetings/groups/group-text.server.ts';
import { findMeeting } from '../meetings/meetings.server.ts';
import { documentsOf } from '../search/documents.server.ts';
import type { ReportForm } from './check-report.server.ts';
import { readForEdit, readReportConflict } from './conflict.server.ts';
import { readCorrections } from './corrections.server.ts';
import { publishReport, withdrawReport } from './publish-report.server.ts';
import { findReport, newestReports, reportState } from './read-report.server.ts';
import { saveReport } from './save-report.server.ts';

vi.mock('node:crypto', async (original) =>
  (await import('#tests/support/quick-crypto.ts')).quickCrypto(original),
);

async function openMeeting() {
  const network = await openNetwork();
  const slug = await meetingOf(network.db, { day: '2026-03-20' });
  await groupsFor(network.db, slug, ['灯油', '家計']);
  const meeting = async () => {
    const found = await findMeeting(network.db, 'members', slug);
    if (!found) throw new Error('The meeting is gone');
    return found;
  };
  return { ...network, slug, meeting };
}

const form = (given: Partial<ReportForm> = {}): ReportForm => ({
  lead: '灯油の窓口を持ちよりました。',
  numbersLine: '3名（2機関：団体1（2）・厚労省（1））',
  body: '# 話したこと\n\n灯油の貸付けは、早めに声をかけます。',
  summaries: new Map([[1, '灯油の窓口は三つあります。']]),
  films: 'https://youtu.be/abcdefghijk｜全体の共有｜12:40',
  filmsAudience: 'members',
  ...given,
});

const saving = (given: Partial<ReportForm> = {}, begun = 0) => ({
  form: form(given),
  begun,
  acknowledgements: [],
});
const publishing = (version: number, audience: 'members' | 'everyone' = 'everyone', correction = '') => ({
  version,
  audience,
  correction,
});

describe('the draft of a report', () => {
  test('writes itself from who came, the programme, what was asked and what the groups wrote', async () => {
    const { db, asker, peer, slug, meeting } = await openMeeting();
    const signup = await placeFor(db, slug, asker);
    await placeFor(db, slug, peer);
    expect((await readForEdit(db, await meeting())).form.numbersLine).toBe('2名（2機関：団体2（2））');
    must(await markAttended(db, slug, signup, true, NOW));
    const question = { body: '灯油の貸付けはどこですか。', groupNo: null, submissionKey: 'one' };
    const decisions = { acknowledgements: [], objections: [] };
    must(await askInAdvance(db, asker, slug, { ...question, decisions }, NOW));
    const writing = { text: '・窓口は三つ', base: 0, acknowledgements: [] };
    must(await saveGroupText(db, asker, slug, 1, writing, NOW));
    const { version, form: draft } = await readForEdit(db, await meeting());
    expect(version).toBe(0);
    // Who was checked in counts, once somebody was.
    expect(draft.numbersLine).toBe('1名（1機関：団体1（1））');
    expect(draft.body).toBe('# 事前に出た質問\n\n- 灯油の貸付けはどこですか。');
    expect([...draft.summaries]).toEqual([
      [1, '・窓口は三つ'],
      [2, ''],
    ]);
    expect(await reportState(db, slug)).toBeUndefined();
  });

  test('is refused where it names a client, and nothing of it is kept; officials may be named', async () => {
    const { db, desk, slug } = await openMeeting();
    const named = await saveReport(
      db,
      desk,
      slug,
      saving({ summaries: new Map([[1, '電話は090-1234-5678']]) }),
      NOW,
    );
    expect(named).toMatchObject({ refusal: { code: 'not-anonymous', findings: [{ field: 'summary-1' }] } });
    expect(await reportState(db, slug)).toBeUndefined();
    const official = '厚生労働省 社会・援護局 地域福祉課長 田中一郎氏が講演しました。';
    expect(await saveReport(db, desk, slug, saving({ body: official }), NOW)).toMatchObject({ ok: true });
  });

  test.each([
    ['films', { films: 'http://example.jp/｜録画' }, 'unknown'],
    ['numbersLine', { numbersLine: 'おおぜい' }, 'unknown'],
    ['body', { body: '  ' }, 'missing'],
    ['body', { body: '【あなたの文章】\nここまで' }, 'unmerged'],
  ] as const)('says what is wrong with %s', async (field, given, problem) => {
    const { db, desk, slug } = await openMeeting();
    const outcome = await saveReport(db, desk, slug, saving(given), NOW);
    expect(outcome).toMatchObject({ refusal: { code: 'invalid', fields: { [field]: problem } } });
  });

  test('takes a warning with a reason, which need not be given again', async () => {
    const { db, desk, slug } = await openMeeting();
    const body = '43歳の男性の例を話しました。';
    const warned = await saveReport(db, desk, slug, saving({ body }), NOW);
    if (warned.ok || warned.refusal.code !== 'not-anonymous') throw new Error('Nothing was found');
    const [finding] = warned.refusal.findings;
    expect(finding).toMatchObject({ field: 'body', severity: 'warning' });
    const { ruleId, text } = finding!;
    const acknowledgements = [{ ruleId, text, reason: 'public' as const, note: '' }];
    must(await saveReport(db, desk, slug, { ...saving({ body }), acknowledgements }, NOW));
    must(await saveReport(db, desk, slug, saving({ body: `${body}\n\n窓口のことも話しました。` }, 1), NOW));
  });

  test('of two people loses nothing: the second sees what changed, and both are merged', async () => {
    const { db, desk, slug, meeting } = await openMeeting();
    const other = await addMember(db, { familyName: '斎藤', role: 'secretariat' });
    expect(must(await saveReport(db, desk, slug, saving(), NOW))).toBe(1);
    const theirs = { body: `${form().body}\n\n窓口の一覧を作ります。`, lead: '灯油と食料の話をしました。' };
    expect(must(await saveReport(db, other, slug, saving(theirs, 1), NOW))).toBe(2);
    const mine = form({ body: `# はじめに\n\n${form().body}`, lead: '冬の備えを話しました。' });
    const late = await saveReport(db, desk, slug, { form: mine, begun: 1, acknowledgements: [] }, NOW);
    expect(late).toEqual({ ok: false, refusal: { code: 'changed-meanwhile' } });
    const conflict = await readReportConflict(db, await meeting(), 1, mine);
    expect(conflict).toMatchObject({ version: 2, conflicts: 1 });
    expect(conflict.author).toContain('斎藤');
    expect(conflict.changed.map(({ field }) => field)).toEqual(['lead', 'body']);
    expect(conflict.merged.body).toBe(`# はじめに\n\n${form().body}\n\n窓口の一覧を作ります。`);
    expect(conflict.merged.lead).toBe('冬の備えを話しました。');
    const merged = { form: conflict.merged, begun: conflict.version, acknowledgements: [] };
    expect(must(await saveReport(db, desk, slug, merged, NOW))).toBe(3);
    // Sent twice, it is the same version.
    expect(must(await saveReport(db, desk, slug, merged, NOW))).toBe(3);
  });

  test('of ten people at once: one is saved, the others hear of it', async () => {
    const { db, desk, slug } = await openMeeting();
    must(await saveReport(db, desk, slug, saving(), NOW));
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        saveReport(db, desk, slug, saving({ lead: `${n}つめの案です。` }, 1), NOW),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await reportState(db, slug))?.version).toBe(2);
  });
});

describe('a report', () => {
  test('is seen by those it was published to, with the numbers in the lists', async () => {
    const { db, desk, slug, meeting } = await openMeeting();
    must(await saveReport(db, desk, slug, saving(), NOW));
    expect(await findReport(db, 'members', slug)).toBeUndefined();
    must(await publishReport(db, desk, slug, publishing(1, 'members'), NOW));
    expect(await findReport(db, 'everyone', slug)).toBeUndefined();
    expect(await findReport(db, 'members', slug)).toMatchObject({
      lead: form().lead,
      filmsAudience: 'members',
    });
    must(await publishReport(db, desk, slug, publishing(1), later(1)));
    expect(await findReport(db, 'everyone', slug)).toMatchObject({
      publishedAt: NOW.toISOString(),
      correctedAt: null,
    });
    expect(await newestReports(db, 'everyone', 5)).toMatchObject([
      { slug, lead: form().lead, participants: 3, day: '2026-03-20' },
    ]);
    expect(await meeting()).toMatchObject({
      participants: 3,
      organizations: 2,
      numbersLine: form().numbersLine,
    });
  });

  test('goes on being read as it was while a correction is written, which says what it corrects', async () => {
    const { db, desk, slug } = await openMeeting();
    must(await saveReport(db, desk, slug, saving(), NOW));
    must(await publishReport(db, desk, slug, publishing(1), NOW));
    must(
      await saveReport(
        db,
        desk,
        slug,
        saving({ numbersLine: '4名（2機関：団体1（3）・厚労省（1））' }, 1),
        later(5),
      ),
    );
    expect((await findReport(db, 'everyone', slug))?.numbersLine).toContain('3名');
    const silent = await publishReport(db, desk, slug, publishing(2), later(6));
    expect(silent).toMatchObject({ refusal: { fields: { correction: 'missing' } } });
    const named = await publishReport(
      db,
      desk,
      slug,
      publishing(2, 'everyone', '佐藤太郎さんの件を消した'),
      later(6),
    );
    expect(named).toMatchObject({ refusal: { fields: { correction: 'names-somebody' } } });
    const unseen = await publishReport(db, desk, slug, publishing(1, 'everyone', '人数'), later(6));
    expect(unseen).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    must(await publishReport(db, desk, slug, publishing(2, 'everyone', '人数を直しました'), later(7)));
    const report = await findReport(db, 'everyone', slug);
    expect(report).toMatchObject({ correctedAt: later(7).toISOString(), publishedAt: NOW.toISOString() });
    const history = await readCorrections(db, 'everyone', report!);
    expect(history).toMatchObject([
      { version: 2, purpose: '人数を直しました', changes: [{ part: 'numbers' }] },
      { version: 1, changes: null },
    ]);
    expect(history[0]?.changes?.[0]?.changes).toContainEqual({ kind: 'added', text: '4' });
  });

  test('that was for members at first tells visitors nothing of that, nor of films that are for members', async () => {
    const { db, desk, slug } = await openMeeting();
    must(await saveReport(db, desk, slug, saving({ body: '内輪の話です。' }), NOW));
    must(await publishReport(db, desk, slug, publishing(1, 'members'), NOW));
    for (const [begun, films] of [
      [1, 'https://example.jp/a｜ひとつめ'],
      [2, 'https://example.jp/b｜ふたつめ'],
    ] as const) {
      must(await saveReport(db, desk, slug, saving({ films }, begun), later(begun)));
      must(await publishReport(db, desk, slug, publishing(begun + 1, 'everyone', '録画'), later(begun)));
    }
    const report = await findReport(db, 'everyone', slug);
    const seen = JSON.stringify(await readCorrections(db, 'everyone', report!));
    expect(seen).not.toContain('内輪');
    expect(seen).not.toContain('つめ');
    const members = JSON.stringify(await readCorrections(db, 'members', report!));
    expect(members).toContain('内輪');
    expect(members).toContain('ふた');
  });

  test('is out of sight once it is withdrawn or hidden, its history too, and comes back', async () => {
    const { db, desk, slug } = await openMeeting();
    must(await saveReport(db, desk, slug, saving(), NOW));
    must(await publishReport(db, desk, slug, publishing(1), NOW));
    const { id } = (await reportState(db, slug))!;
    const subject = [`meeting-report:${id}`];
    const found = async () => ({
      page: (await findReport(db, 'everyone', slug)) !== undefined,
      search: (await documentsOf(db, subject)).map(({ group, audience }) => ({ group, audience })),
      check: (await publishedTexts(db, 'meeting-report', { ids: [id] })).length,
    });
    const gone = { page: false, search: [], check: 0 };
    const there = { page: true, search: [{ group: `report:${slug}`, audience: 'everyone' }], check: 1 };
    expect(await found()).toEqual(there);
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'meeting-report', id, NOW));
    expect(await found()).toEqual(gone);
    must(await showAgain(db, desk.id, 'meeting-report', id, NOW));
    expect(await found()).toEqual(there);
    must(await withdrawReport(db, desk.id, slug, NOW));
    expect(await found()).toEqual(gone);
    must(await publishReport(db, desk, slug, publishing(1), NOW));
    await db.transaction().execute((tx) => hideIn(tx, desk.id, 'meeting', slug, NOW));
    expect(await found()).toEqual(gone);
  });

  test('keeps what a recheck found in it until a correction is published', async () => {
    const { db, desk, slug } = await openMeeting();
    must(await saveReport(db, desk, slug, saving(), NOW));
    must(await publishReport(db, desk, slug, publishing(1), NOW));
    const { id } = (await reportState(db, slug))!;
    const found = {
      kind: 'meeting-report' as const,
      text_id: id,
      rule_id: 'forbidden-word',
      passage: '灯油',
    };
    const open = { found_at: NOW.toISOString(), decided_by: null, decided_at: null, reason: anonymous('') };
    await db
      .insertInto('recheck_hit')
      .values({ ...found, ...open })
      .execute();
    expect(await openHits(db, 9)).toMatchObject([
      { kind: 'meeting-report', href: `/meetings/${slug}/report` },
    ]);
    must(await saveReport(db, desk, slug, saving({ body: '備えの話をしました。' }, 1), later(1)));
    expect(await countOpenHits(db)).toBe(1);
    must(await publishReport(db, desk, slug, publishing(2, 'everyone', 'ことばを直しました'), later(2)));
    expect(await countOpenHits(db)).toBe(0);
  });

  test('is read by rechecks with all that it says, and what it said before', async () => {
    const { db, desk, slug } = await openMeeting();
    must(await saveReport(db, desk, slug, saving({ lead: 'まえの一文です。' }), NOW));
    must(await publishReport(db, desk, slug, publishing(1), NOW));
    must(await saveReport(db, desk, slug, saving({}, 1), NOW));
    must(await publishReport(db, desk, slug, publishing(2, 'everyone', '一文を直しました'), later(1)));
    const [text] = await publishedTexts(db, 'meeting-report', { newest: 1 });
    expect(text).toMatchObject({ profile: 'report', href: `/meetings/${slug}/report` });
    const read = Object.values(text?.fields ?? {}).join('\n');
    for (const said of [
      form().body,
      '灯油の窓口は三つあります。',
      '全体の共有',
      '3名（2機関',
      'まえの一文',
      '一文を直しました',
    ])
      expect(read).toContain(said);
  });
});
