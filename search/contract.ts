import { beforeEach, describe, expect, test } from 'vitest';
import { MOST_FOUND, type SearchDocument, type SearchIndex, type SearchQuery } from './port.ts';

/** What every search index promises. `open` gives a new, empty one whose tables do not exist yet. */
export function searchIndexContract(name: string, open: () => Promise<SearchIndex>): void {
  describe(`the search index on ${name}`, () => {
    let index: SearchIndex;

    beforeEach(async () => {
      index = await open();
      await index.prepare();
    });

    const ids = async (words: string) => (await index.query({ words, limit: 10 })).hits.map((hit) => hit.id);

    describe('finding', () => {
      test('finds a two-character word inside a sentence', async () => {
        await index.put([note('rent', '滞納した家賃の相談を受けた'), note('water', '水道が止まりそうだ')]);
        expect(await ids('家賃')).toEqual(['note:rent']);
      });

      test('finds a single kanji', async () => {
        await index.put([note('suit', '面接に着ていく服を貸す'), note('water', '水道が止まりそうだ')]);
        expect(await ids('服')).toEqual(['note:suit']);
      });

      test.each([
        ['half-width katakana', 'ｼｪﾙﾀｰ', 'シェルターに空きがある'],
        ['hiragana for katakana', 'しぇるたー', 'シェルターに空きがある'],
        ['katakana for hiragana', 'ヒキコモリ', 'ひきこもりの家族会'],
        ['a long vowel left out', 'シェルタ', 'シェルターに空きがある'],
        ['full-width letters', 'ＳＮＳ', 'snsで相談を受ける'],
        ['capitals', 'Zoom', '面談をZOOMで行う'],
        ['digits for kanji numerals', '８０５０', '八〇五〇と呼ばれる世帯'],
        ['another okurigana', '申込', '研修を申し込む'],
      ])('finds %s', async (_, words, body) => {
        await index.put([note('meant', body), note('other', '通帳の写しを預かる')]);
        expect(await ids(words)).toEqual(['note:meant']);
      });

      test.each([
        ['a wrong character', '住居確保給付菌', '住居確保給付金を延長する'],
        ['a missing character', 'フドバンク', 'フードバンクに箱を頼む'],
        ['a missing small character', 'アセスメト', 'アセスメントシートの書き方'],
      ])('still finds a word with %s', async (_, words, body) => {
        await index.put([note('meant', body), note('other', '通帳の写しを預かる')]);
        expect(await ids(words)).toEqual(['note:meant']);
      });

      test.each([
        ['kana for kanji', 'とうゆ', '灯油の助成を待つ'],
        ['kana for several words', 'とくそくのつうち', '督促の通知を開けない'],
        ['kana for half of a word', 'ひき籠り', '引きこもりの家族会'],
        ['kanji for kana', '子供', 'こどもの教室'],
        ['a kanji that sounds the same', '督則', '督促を開けない'],
      ])('finds %s', async (_, words, body) => {
        await index.put([note('meant', body), note('other', '通帳の写しを預かる')]);
        expect((await ids(words))[0]).toBe('note:meant');
      });

      test('does not take one word for another that sounds the same', async () => {
        await index.put([note('office', '関係機関に聞く'), note('time', '支援の期間を延ばす')]);
        expect(await ids('機関')).toEqual(['note:office']);
      });

      test('finds the full name of an abbreviation, and the abbreviation of a full name', async () => {
        await index.put([note('full', '生活保護を申し込む'), note('other', '通帳の写しを預かる')]);
        expect(await ids('生保')).toEqual(['note:full']);
        await index.put([note('short', '生保の窓口へ行く')]);
        expect(await ids('生活保護')).toEqual(['note:full', 'note:short']);
      });

      test('does not take the characters of an abbreviation for words', async () => {
        await index.put([
          note('full', '生活保護の申請に同行する'),
          note('guarantor', '連帯保証人の人生'),
          ...['a', 'b', 'c', 'd'].map((id) => note(id, '録音の同意をもらう')),
        ]);
        expect(await ids('生保')).toEqual(['note:full']);
      });

      test('finds the documents that hold any of the words, and first the one that holds all', async () => {
        await index.put([
          note('one', '家賃を払えない'),
          note('both', '家賃と水道を払えない'),
          note('none', '通帳の写し'),
          ...['a', 'b', 'c', 'd'].map((id) => note(id, '録音の同意をもらう')),
        ]);
        expect(await ids('水道 家賃')).toEqual(['note:both', 'note:one']);
      });

      test('puts a word in the title before the same word in the body', async () => {
        await index.put([
          searchDocument('note:body', { title: '面談の準備', body: '家賃の額を聞く' }),
          searchDocument('note:title', { title: '家賃の額', body: '面談の準備に聞く' }),
          ...['a', 'b', 'c', 'd'].map((id) => note(id, '通帳の写しを預かる')),
        ]);
        expect(await ids('家賃')).toEqual(['note:title', 'note:body']);
      });

      test('gives the best hits first with falling scores, and no more than the limit', async () => {
        await index.put(['1', '2', '3'].map((id) => note(id, '家賃の相談'.repeat(Number(id)))));
        const { hits } = await index.query({ words: '家賃', limit: 2 });
        expect(hits).toHaveLength(2);
        expect(hits[0]!.score).toBeGreaterThanOrEqual(hits[1]!.score);
      });
    });

    describe('what must stand and must not', () => {
      beforeEach(() =>
        index.put([
          note('joined', '家賃の滞納が続く世帯'),
          note('apart', '滞納は家賃のほかにもある'),
          note('water', '水道の滞納が続く'),
        ]),
      );

      test.each(['"家賃の滞納"', '「家賃の滞納」', '“家賃の滞納”'])(
        'finds only documents with the quoted words as such: %s',
        async (words) => {
          expect(await ids(words)).toEqual(['note:joined']);
        },
      );

      test('asks quoted words beside others', async () => {
        expect((await ids('"水道の滞納" 家賃')).sort()).toEqual(['note:water']);
      });

      test('takes quotation marks in a sentence for nothing else', async () => {
        expect(await ids('家賃の「取り立て」とは何ですか')).not.toEqual([]);
      });

      test.each(['滞納 -水道', '滞納 −水道', '滞納　－水道'])(
        'leaves out documents with a word behind a minus: %s',
        async (words) => {
          expect((await ids(words)).sort()).toEqual(['note:apart', 'note:joined']);
        },
      );

      test('finds nothing when no word is asked for', async () => {
        expect(await ids('-水道')).toEqual([]);
      });
    });

    describe('results', () => {
      const search = (query: Partial<SearchQuery>) => index.query({ words: '家賃', limit: 10, ...query });
      const found = async (query: Partial<SearchQuery>) =>
        (await search(query)).hits.map(({ id }) => id).sort();

      test('come once for each group, by its best document', async () => {
        await index.put([
          searchDocument('question:1', {
            group: 'question:1',
            title: '困りごと',
            body: '家賃のことで困っています',
          }),
          searchDocument('answer:1', { group: 'question:1', body: '家賃' }),
          searchDocument('answer:2', { group: 'question:2', body: '家賃は分けて払えるか聞きます' }),
        ]);
        const { hits, total } = await search({});
        expect(hits.map(({ id, group }) => [id, group])).toEqual([
          ['answer:1', 'question:1'],
          ['answer:2', 'question:2'],
        ]);
        expect(total).toBe(2);
      });

      test('are counted by kind, whatever kinds are asked for', async () => {
        await index.put([
          searchDocument('question:1', { title: '家賃について' }),
          searchDocument('question:2', { title: '家賃の額' }),
          searchDocument('answer:3', { body: '家賃は直接払います' }),
          searchDocument('organization:1', { title: '家賃相談センター' }),
          searchDocument('note:1', { title: '水道について' }),
        ]);
        const counts = { question: 2, answer: 1, note: 0, report: 0, organization: 1 };
        expect(await search({})).toMatchObject({ total: 4, counts });
        expect(await search({ kinds: ['question', 'answer'] })).toMatchObject({ total: 3, counts });
        expect(await found({ kinds: ['question', 'answer'] })).toEqual([
          'answer:3',
          'question:1',
          'question:2',
        ]);
        expect(await found({ kinds: [] })).toEqual([]);
      });

      test('are narrowed by programme, area, period, state and audience', async () => {
        await index.put([
          searchDocument('question:1', {
            title: '家賃',
            programmes: ['soudan', 'juukyo'],
            area: '空知',
            at: '2026-01-10T00:00:00.000Z',
            solved: true,
          }),
          searchDocument('question:2', { title: '家賃', at: '2026-02-10T00:00:00.000Z', solved: false }),
          searchDocument('note:1', { title: '家賃', at: '', area: '石狩', audience: 'everyone' }),
        ]);
        expect(await found({ programmes: ['juukyo'] })).toEqual(['question:1']);
        expect(await found({ programmes: [] })).toEqual([]);
        expect(await found({ areas: ['空知', '石狩'] })).toEqual(['note:1', 'question:1']);
        expect(await found({ from: '2026-02-01' })).toEqual(['question:2']);
        expect(await found({ from: '2026-01-01', until: '2026-02-10T00:00:00.000Z' })).toEqual([
          'question:1',
        ]);
        expect(await found({ solved: true })).toEqual(['question:1']);
        expect(await found({ solved: false })).toEqual(['question:2']);
        expect(await found({ audience: 'everyone' })).toEqual(['note:1']);
        expect(await search({ audience: 'everyone' })).toMatchObject({ total: 1, counts: { question: 0 } });
      });

      test('come by time where that is asked for, and page by page', async () => {
        await index.put(
          ['2026-01-02', '2026-01-04', '2026-01-01', '2026-01-03'].map((at) =>
            searchDocument(`note:${at}`, { title: '家賃', at }),
          ),
        );
        const page = async (offset: number) =>
          (await search({ order: 'newest', limit: 2, offset })).hits.map(({ id }) => id);
        expect(await page(0)).toEqual(['note:2026-01-04', 'note:2026-01-03']);
        expect(await page(2)).toEqual(['note:2026-01-02', 'note:2026-01-01']);
        expect(await page(4)).toEqual([]);
        expect(await search({ limit: 2, offset: 2 })).toMatchObject({ total: 4 });
      });

      test('are not padded with documents that hold little of what was asked', async () => {
        await index.put([
          note('meant', '住居確保給付金の延長の手続き'),
          note('little', '児童手当の給付の日'),
          ...['a', 'b', 'c', 'd'].map((id) => note(id, '録音の同意をもらう')),
        ]);
        expect(await ids('住居確保給付金')).toEqual(['note:meant']);
        expect(await ids('児童手当')).toEqual(['note:little']);
      });

      test('that hold one word of two only fill the first ten', async () => {
        const many = (id: string, text: string, times: number) =>
          Array.from({ length: times }, (_, number) => note(`${id}${number}`, text));
        await index.put([...many('rent', '家賃を払えない', 8), ...many('water', '水道を払えない', 8)]);
        await index.put(many('none', '録音の同意をもらう', 20));
        await index.put(many('both', '家賃と水道を払えない', 2));
        expect(await search({ words: '水道 家賃' })).toMatchObject({ total: 10, counts: { note: 10 } });
        await index.put(many('both', '家賃と水道を払えない', 12));
        expect(await search({ words: '水道 家賃' })).toMatchObject({ total: 12 });
        expect(await search({ words: '家賃' })).toMatchObject({ total: 20 });
      });

      test('come with what the words were taken for', async () => {
        await index.put([note('1', '灯油の助成を待つ'), note('2', '生活保護の窓口')]);
        expect((await search({ words: 'とうゆ' })).takenFor).toEqual(['灯油']);
        expect((await search({ words: '生保' })).takenFor).toContain('生活保護');
      });

      test('come with the word that was meant, where the typed one is in no document', async () => {
        await index.put([
          note('fund', '住居確保給付金を延長する。住居確保給付金の書類'),
          note('bank', 'フードバンクに頼む'),
          note('dunning', '督促が届く'),
          ...['a', 'b'].map((id) => note(id, '録音の同意をもらう')),
        ]);
        const suggested = async (words: string) => (await search({ words })).suggestion;
        expect(await suggested('住居確保給付菌　延長')).toBe('住居確保給付金　延長');
        expect(await suggested('ﾌﾄﾞﾊﾞｸ')).toBe('フードバンク');
        expect(await suggested('督則')).toBe('督促');
        for (const words of ['督促', 'とくそく', '住確', '宇宙船', ''])
          expect(await suggested(words)).toBe(null);
      });

      test('are counted up to a bound', async () => {
        await index.put(Array.from({ length: MOST_FOUND + 20 }, (_, number) => note(`${number}`, '家賃')));
        expect(await search({})).toMatchObject({ total: MOST_FOUND, counts: { note: MOST_FOUND } });
      });
    });

    describe('what is typed', () => {
      test.each(['', ' ', '　\n\t', '。、！？', '"', '*', '😀'])(
        'finds nothing for blank words: %j',
        async (words) => {
          await index.put([note('1', '「家賃」。 * 😀')]);
          expect(await ids(words)).toEqual([]);
        },
      );

      test.each([
        ['quotes and operators', '"家賃" OR (NEAR* - title:^x AND) \' \\ & | ! :* <-> %_'],
        ['NUL', '家賃\u0000\u0000'],
        ['lone surrogates', '\ud842家賃\udfb7'],
        ['10,000 characters', `家賃${'相談支援 abc '.repeat(1_000)}`],
        ['10,000 letters without a blank', `家賃 ${'a'.repeat(10_000)}`],
        ['a question that is all question words but one', '家賃は何ですか'],
      ])('is only ever words: %s', async (_, words) => {
        await index.put([note('rent', '家賃の相談')]);
        expect(await ids(words)).toEqual(['note:rent']);
      });

      test('may be stored, whatever it is', async () => {
        const odd = '\u0000\ud842 " \' \\ $1 \udfb7 👨‍👩‍👧 ㍿ ';
        await index.put([
          searchDocument(`note:"'\\`, { title: odd, body: `家賃${odd}${'あ'.repeat(20_000)}` }),
        ]);
        const manyWords = Array.from({ length: 60_000 }, (_, number) => `相談${number}`).join('、');
        await index.put([note('long', manyWords), note('key', 'a'.repeat(100_000)), note('empty', '')]);
        expect(await ids('家賃')).toEqual([`note:"'\\`]);
        expect(await ids('相談7')).toEqual(['note:long']);
      });
    });

    describe('keeping documents', () => {
      test('replaces a document with the same id', async () => {
        await index.put([note('1', '家賃の相談')]);
        await index.put([{ ...note('1', '水道の相談'), kind: 'report' }]);
        expect(await ids('家賃')).toEqual([]);
        expect((await index.query({ words: '水道', limit: 10 })).hits).toMatchObject([
          { id: 'note:1', kind: 'report' },
        ]);
      });

      test('keeps the last of two documents with one id', async () => {
        await index.put([note('1', '家賃の話'), note('1', '水道の話')]);
        expect(await ids('家賃')).toEqual([]);
        expect(await ids('水道')).toEqual(['note:1']);
      });

      test('stores all documents of a call or none', async () => {
        await index.put([note('1', '家賃の話')]);
        const broken = { ...note('3', '水道の話'), kind: null as unknown as 'note' };
        await expect(index.put([note('1', '電気の話'), note('2', '水道の話'), broken])).rejects.toThrow();
        expect(await ids('水道')).toEqual([]);
        expect(await ids('家賃')).toEqual(['note:1']);
      });

      test('forgets what is removed, and does not mind ids it does not know', async () => {
        await index.put([note('1', '家賃の相談'), note('2', '家賃の滞納')]);
        await index.remove(['note:1', 'note:unknown']);
        expect(await ids('家賃')).toEqual(['note:2']);
        await index.put([note('1', '家賃の相談')]);
        expect(await ids('相談')).toEqual(['note:1']);
      });

      test('forgets everything when it is cleared, and can be filled again', async () => {
        await index.put([note('1', '家賃の相談')]);
        expect(await ids('家賃')).toEqual(['note:1']);
        await index.clear();
        expect(await ids('家賃')).toEqual([]);
        await index.put([note('2', '家賃の相談')]);
        expect(await ids('家賃')).toEqual(['note:2']);
      });

      test('takes an empty list of documents or ids', async () => {
        await index.put([]);
        await index.remove([]);
        expect(await ids('家賃')).toEqual([]);
      });

      test('keeps its documents when it is prepared again', async () => {
        await index.put([note('1', '家賃の相談')]);
        await index.prepare();
        expect(await ids('家賃')).toEqual(['note:1']);
      });

      test('is built anew while it goes on answering', async () => {
        expect(await index.wantsRebuild()).toBe(true);
        await index.put([note('old', '家賃の相談'), note('gone', '家賃の滞納'), note('changed', '家賃の額')]);
        const told: number[] = [];
        async function* documents() {
          yield [note('old', '家賃の相談'), note('more', '家賃の補助')];
          expect((await ids('家賃')).length).toBe(3);
          // What is put and removed meanwhile is newer than what the builder has read.
          await index.put([note('changed', '水道の額'), note('new', '家賃の書類')]);
          await index.remove(['note:gone']);
          expect((await ids('家賃')).sort()).toEqual(['note:new', 'note:old']);
          expect(await index.rebuild(documents())).toBe(false);
          yield [note('changed', '家賃の額'), note('gone', '家賃の滞納')];
        }
        expect(await index.rebuild(documents(), (written) => told.push(written))).toBe(true);
        expect((await ids('家賃')).sort()).toEqual(['note:more', 'note:new', 'note:old']);
        expect(await ids('水道')).toEqual(['note:changed']);
        expect(told).toEqual([2, 4]);
        expect(await index.wantsRebuild()).toBe(false);
        await index.put([note('later', '家賃の話')]);
        expect(await ids('家賃')).toContain('note:later');
      });

      test('can be built anew after a rebuild that came to no end', async () => {
        await index.put([note('1', '家賃の相談')]);
        async function* broken() {
          yield [note('2', '家賃の相談')];
          throw new Error('out of power');
        }
        await expect(index.rebuild(broken())).rejects.toThrow('out of power');
        expect(await ids('家賃')).toEqual(['note:1']);
        async function* whole() {
          yield [note('3', '家賃の相談')];
        }
        expect(await index.rebuild(whole())).toBe(true);
        expect(await ids('家賃')).toEqual(['note:3']);
      });

      test('holds more documents than one statement takes', async () => {
        await index.put(
          Array.from({ length: 1_001 }, (_, number) => note(`${number}`, `相談の${number}件目`)),
        );
        expect(await ids('1000件目')).toContain('note:1000');
      });
    });
  });
}

function note(name: string, body: string): SearchDocument {
  return searchDocument(`note:${name}`, { body });
}

/** A document whose kind stands in its id. */
export function searchDocument(id: string, rest: Partial<SearchDocument>): SearchDocument {
  return {
    id,
    kind: id.split(':')[0] as SearchDocument['kind'],
    group: id,
    title: '',
    body: '',
    programmes: [],
    area: null,
    at: '2026-01-01T00:00:00.000Z',
    solved: null,
    audience: 'members',
    ...rest,
  };
}
