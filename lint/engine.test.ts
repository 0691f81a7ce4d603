import { describe, expect, test } from 'vitest';
import { lint, lintFields } from './engine.ts';
import { lettersIn } from './letters.ts';
import { rewrite } from './rewrite.ts';

const found = (text: string, options = {}) => lint(text, options).map((finding) => finding.text);

describe('a finding', () => {
  test('counts UTF-16 units of what was typed, whatever was folded on the way', () => {
    const text = '😢 𠮷岡さん　ｶﾞﾝﾀﾞさん\r\n電話０９０−\u200b１２３４−５６７８です';
    for (const finding of lint(text)) expect(text.slice(finding.start, finding.end)).toBe(finding.text);
    expect(found(text)).toEqual(['𠮷岡', 'ｶﾞﾝﾀﾞ', '０９０−\u200b１２３４−５６７８']);
  });

  test('shows a name as people read it, and marks the name alone', () => {
    expect(lint('佐藤さんの件')).toMatchObject([{ text: '佐藤', shown: '佐藤さん', start: 0, end: 2 }]);
  });

  test('is sorted, and never overlaps another', () => {
    const text =
      '佐藤さん（43歳）は札幌市東区北61条東14丁目2-18、090-1234-5678、東区の佐藤病院に5月12日から入院';
    const findings = lint(text);
    expect(findings.length).toBeGreaterThan(5);
    findings.reduce((last, next) => {
      expect(next.start).toBeGreaterThanOrEqual(last.end);
      return next;
    });
  });

  test('of a name is a judgement, of a mobile number it is certain', () => {
    expect(lint('佐藤さんは090-1234-5678').map(({ ruleId, certain }) => [ruleId, certain])).toEqual([
      ['person-name', false],
      ['phone-number', true],
    ]);
  });
});

describe('letters', () => {
  test('follow the order of first appearance, never the initial, and stay with the person', () => {
    const text = '渡辺さんと佐藤さん。渡辺さんは元気';
    expect(rewrite(text, lint(text))).toBe('ＡさんとＢさん。Ａさんは元気');
  });

  test('pass over those that the text already uses', () => {
    const text = 'Ａさんと佐藤さん、Ｃ市';
    expect(rewrite(text, lint(text))).toBe('ＡさんとＢさん、Ｃ市');
  });

  test.each([
    ['half width', 'Aさんと佐藤さん'],
    ['another honorific', 'Ａちゃんと佐藤さん'],
    ['none', 'Ａも来ました。佐藤さんも来ました。'],
    ['a bracket', '「Ａ」と呼びます。佐藤さんも来ました。'],
    ['Markdown', '**Ａ**さんと佐藤さん'],
    ['the end of a line', '登場人物：Ａ\n佐藤さん'],
  ])('pass over one with %s', (_, text) => {
    expect(lint(text).map(({ suggestions }) => suggestions[0]?.replacement)).toEqual(['Ｂ']);
  });

  test('do not pass over one that stands for nobody', () => {
    for (const thing of ['Ａ型の作業所', 'Ａ４の紙', 'Q&A', 'ＡＢＣ'])
      expect(lint(`${thing}と佐藤さん`)[0]?.suggestions[0]?.replacement).toBe('Ａ');
  });

  test('stay with a person to whom one was given', () => {
    const text = '佐藤さんと渡辺さん';
    const letters = new Map([['佐藤', 'Ｄ']]);
    expect(rewrite(text, lint(text, { letters }))).toBe('ＤさんとＡさん');
  });

  test('pass over those of other people in the thread', () => {
    const text = '佐藤さんと渡辺さん';
    const takenLetters = lettersIn('ＡさんはＣ市の方です。B氏も');
    expect(takenLetters).toEqual(['Ａ', 'Ｃ', 'Ｂ']);
    expect(rewrite(text, lint(text, { takenLetters }))).toBe('ＤさんとＥさん');
  });

  test('do not take 佐藤 for 佐藤花子, but offer it', () => {
    const [full, family] = lint('氏名：佐藤花子\n佐藤さんから電話');
    expect(full?.suggestions.map(({ replacement }) => replacement)).toEqual(['Ａ', 'Ｂ']);
    expect(family?.suggestions).toEqual([
      { replacement: 'Ｂ', label: 'Ｂさん' },
      { replacement: 'Ａ', label: 'Ａさん' },
    ]);
  });
});

describe('options', () => {
  test('the author may greet and sign with the own name, but not tell of a client of that name', () => {
    const options = { authorName: '佐藤' };
    expect(found('小樽の佐藤です。よろしくお願いします', options)).toEqual([]);
    expect(found('小樽の佐藤花子です')).toContain('佐藤花子');
    expect(found('小樽の佐藤花子です', { authorName: '佐藤花子' })).toEqual([]);
    expect(found('佐藤さんという方の件', options)).toEqual(['佐藤']);
    expect(found('社協の佐藤さんです。')).toEqual(['佐藤']);
  });

  test('a member may be addressed, and a client of the same name is found', () => {
    const options = { memberNames: ['金子'] };
    expect(found('金子さん、ありがとうございます', options)).toEqual([]);
    expect(found('相談に来た金子さんが、家賃を滞納', options)).toEqual(['金子']);
  });

  test('a member may be mentioned with @, and thanked by the place they work at', () => {
    const options = { memberNames: ['高橋'] };
    expect(found('＠高橋 見てもらえますか', options)).toEqual([]);
    expect(found('岩見沢の高橋さん、ありがとうございます', options)).toEqual([]);
    expect(found('岩見沢の高橋さんの回答のとおりにしました', options)).toEqual([]);
    expect(found('岩見沢の高橋さんが家賃を滞納', options)).toContain('高橋');
    expect(found('岩見沢の高橋さんが言うには、家賃が', options)).toContain('高橋');
    expect(found('岩見沢の高橋さん、ありがとうございます')).toContain('高橋');
  });

  test('a member may be named after the organization, and only after their own', () => {
    const options = { membersOf: [{ organization: 'きた町 相談室', name: '高橋' }] };
    expect(found('きた町相談室の高橋さんに聞きました', options)).toEqual([]);
    expect(found('きた町相談室　高橋さん', options)).toEqual([]);
    expect(found('みなみ町相談室の高橋さんに聞きました', options)).toContain('高橋');
    expect(found('高橋さんに聞きました', options)).toEqual(['高橋']);
  });

  test('words that the network decided are no names', () => {
    expect(found('ぽんたさんが来た')).toEqual(['ぽんた']);
    expect(found('ぽんたさんが来た', { notNames: ['ぽんた'] })).toEqual([]);
  });

  test('words that the network allowed are no finding of any rule that rests on judgement', () => {
    expect(found('市立みなみ病院に入院した方', { notNames: ['市立みなみ病院'] })).toEqual([]);
    expect(found('市立みなみ病院に入院した方')).toEqual(['市立みなみ病院']);
    expect(found('090-1234-5678', { notNames: ['090-1234-5678'] })).toEqual(['090-1234-5678']);
  });

  test('numbers that are published, however they are written', () => {
    const options = { publicNumbers: ['0112310000'] };
    const text = '代わりに011-231-0000、電話は011(231)0000、TEL ０１１ー２３１ー０００１';
    expect(found(text)).toHaveLength(3);
    expect(found(text, options)).toEqual(['０１１ー２３１ー０００１']);
    expect(found('電話は+81-11-231-0000', options)).toEqual([]);
  });

  test('a rule that is switched off finds nothing and covers nothing', () => {
    expect(found('43歳の佐藤さん', { disabledRules: ['exact-age'] })).toEqual(['佐藤']);
    expect(found('43歳の佐藤さん', { disabledRules: ['exact-age', 'person-name'] })).toEqual([]);
  });

  test('members introduce themselves by name, and only themselves', () => {
    expect(found('佐藤花子です。小樽の社協にいます', { profile: 'profile', authorName: '佐藤花子' })).toEqual(
      [],
    );
    expect(found('佐藤です。田中さんの担当でした', { profile: 'profile', authorName: '佐藤' })).toEqual([
      '田中',
    ]);
  });
});

describe('a document of several fields', () => {
  test('searches in all for a name found in one, with one letter for all', () => {
    const findings = lintFields({ title: '林の家のこと', body: '林さんのご長男の件' });
    expect(
      findings.map(({ field, text, start, suggestions }) => [
        field,
        text,
        start,
        suggestions[0]?.replacement,
      ]),
    ).toEqual([
      ['title', '林', 0, 'Ａ'],
      ['body', '林', 0, 'Ａ'],
    ]);
  });

  test('reads no number across two fields', () => {
    expect(lintFields({ title: '090-12', body: '34-5678' })).toEqual([]);
    expect(lint('090-1234-5678')).toHaveLength(1);
  });
});

describe('a notice to everybody', () => {
  const notice =
    '事務所移転のお知らせ\n〒060-0000 札幌市中央区北1条西99丁目 中央ビル4階\n電話 011-000-0123\n申込：kouryu@example.org';

  test('has an office for its address and numbers', () => {
    expect(lint(notice)).toEqual([]);
  });

  test('is none that tells of somebody or has a mobile number', () => {
    const ruleIds = (text: string) => lint(text).map(({ ruleId }) => ruleId);
    expect(ruleIds(`${notice}\n佐藤さんの同席あり`)).toContain('email-address');
    expect(ruleIds(`${notice}\n090-1234-5678`)).toEqual(['phone-number']);
  });
});
