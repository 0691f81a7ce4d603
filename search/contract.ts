import { beforeEach, describe, expect, test } from 'vitest';
import type { SearchDocument, SearchIndex } from './port.ts';

/** What every search index promises. `open` gives a new, empty one whose tables do not exist yet. */
export function searchIndexContract(name: string, open: () => Promise<SearchIndex>): void {
  describe(`the search index on ${name}`, () => {
    let index: SearchIndex;

    beforeEach(async () => {
      index = await open();
      await index.prepare();
    });

    const ids = async (words: string) => (await index.query({ words, limit: 10 })).map((hit) => hit.id);

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

      test('finds the full name of an abbreviation, and the abbreviation of a full name', async () => {
        await index.put([note('full', '生活保護を申し込む'), note('other', '通帳の写しを預かる')]);
        expect(await ids('生保')).toEqual(['note:full']);
        await index.put([note('short', '生保の窓口へ行く')]);
        expect(await ids('生活保護')).toEqual(['note:full', 'note:short']);
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
          { id: 'note:body', kind: 'note', title: '面談の準備', body: '家賃の額を聞く' },
          { id: 'note:title', kind: 'note', title: '家賃の額', body: '面談の準備に聞く' },
          ...['a', 'b', 'c', 'd'].map((id) => note(id, '通帳の写しを預かる')),
        ]);
        expect(await ids('家賃')).toEqual(['note:title', 'note:body']);
      });

      test('gives the best hits first with falling scores, and no more than the limit', async () => {
        await index.put(['1', '2', '3'].map((id) => note(id, '家賃の相談'.repeat(Number(id)))));
        const hits = await index.query({ words: '家賃', limit: 2 });
        expect(hits).toHaveLength(2);
        expect(hits[0]!.score).toBeGreaterThanOrEqual(hits[1]!.score);
      });

      test('finds only documents of the kinds that are asked for', async () => {
        await index.put([
          { id: 'question:1', kind: 'question', title: '家賃について', body: '' },
          { id: 'answer:1', kind: 'answer', title: '', body: '家賃は直接払います' },
          { id: 'organization:1', kind: 'organization', title: '家賃相談センター', body: '' },
        ]);
        const kindsOf = async (kinds?: SearchDocument['kind'][]) =>
          (await index.query({ words: '家賃', limit: 10, kinds })).map((hit) => hit.kind).sort();
        expect(await kindsOf()).toEqual(['answer', 'organization', 'question']);
        expect(await kindsOf(['question', 'answer'])).toEqual(['answer', 'question']);
        expect(await kindsOf([])).toEqual([]);
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
          { id: `note:"'\\`, kind: 'note', title: odd, body: `家賃${odd}${'あ'.repeat(20_000)}` },
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
        expect(await index.query({ words: '水道', limit: 10 })).toMatchObject([
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
  return { id: `note:${name}`, kind: 'note', title: '', body };
}
