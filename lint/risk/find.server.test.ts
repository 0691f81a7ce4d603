import { describe, expect, test } from 'vitest';
import { type LintOptions, lint, lintAndRead, lintFields } from '../engine.ts';
import { rewrite } from '../rewrite.ts';
import { withRisk } from './find.server.ts';

const check = (text: string, options: LintOptions = {}) =>
  withRisk(text, options, lintAndRead(text, options));
const risks = (text: string, options?: LintOptions) =>
  check(text, options).filter(({ ruleId }) => ruleId === 'reidentification');

const ALONE = '東川町に住む43歳の男性です。一人暮らしで、家賃を滞納しています。';

describe('the estimate of how many people resemble a client', () => {
  test('warns of the combination, tells the estimate and proposes the smallest change that helps', () => {
    expect(risks(ALONE)).toEqual([
      {
        ruleId: 'reidentification',
        severity: 'warning',
        start: 6,
        end: 9,
        text: '43歳',
        shown: '43歳',
        message:
          '「東川町」「43歳」「男性」「一人暮らし」がそろうと、当てはまる人は公的な統計からの見積もりで約7人です。「40代」にすると約80人になります。',
        suggestions: [{ replacement: '40代', label: '40代' }],
        certain: false,
      },
    ]);
  });

  test('is silent after the change', () => {
    expect(risks(rewrite(ALONE, risks(ALONE)))).toEqual([]);
  });

  test('asks no more often than the rules do where one of them asks for the same passage', () => {
    const rules = lint(ALONE).map(({ start, end }) => [start, end]);
    expect(check(ALONE).map(({ start, end }) => [start, end])).toEqual(rules);
    expect(rules.length).toBe(2);
  });

  test('leaves it to the rules where many people resemble the client', () => {
    const text = '札幌市東区に住む43歳の男性です。一人暮らしです。';
    expect(lint(text).length).toBe(2);
    expect(check(text)).toEqual(lint(text));
  });

  test('speaks up where each word alone is general enough', () => {
    const text = '宗谷管内の村に住む20代の女性で、外国籍の方です。療育手帳を持っています。';
    expect(lint(text)).toEqual([]);
    expect(risks(text)).toMatchObject([{ text: '宗谷管内の村', suggestions: [{ label: '道内' }] }]);
  });

  test('does not take a village for general because it is called by its area', () => {
    // 新篠津村 is the only village of 石狩.
    const text = '新篠津村に住む83歳の女性です。一人暮らしです。';
    expect(risks(text)[0]?.suggestions).not.toContainEqual({
      replacement: '石狩管内の村',
      label: '石狩管内の村',
    });
  });

  test('knows the client of a family by the rarest of its members', () => {
    const [risk] = risks('音威子府村に住む母（78歳）と長男（51歳）の世帯です。家賃を滞納しています。');
    expect(risk?.message).toMatch(/^「音威子府村」「78歳」「母」がそろうと/);
  });

  test('says so where no single change is enough', () => {
    const text = '本人は音威子府村に住む43歳の男性で、ネパール国籍です。身体障害者手帳を持っています。';
    const [risk] = risks(text);
    expect(risk?.message).toMatch(/ほかの手がかりも減らすと安心です。$/);
    expect(risk?.suggestions.length).toBe(1);
  });

  test('passes over a passage that names somebody: its own rule asks for it', () => {
    const text = '音威子府村字音威子府1番地2に住む43歳の男性です。家賃を滞納しています。';
    const found = check(text);
    const [first, ...others] = found;
    expect(first?.severity).toBe('error');
    for (const other of others) expect(other.start).toBeGreaterThanOrEqual(first?.end ?? 0);
  });

  test('marks every place of the same words', () => {
    const text = '東川町に住む43歳の男性です。一人暮らしです。43歳の男性は、東川町で働いています。';
    expect(risks(text).map(({ start, text }) => [start, text])).toEqual([
      [6, '43歳'],
      [23, '43歳'],
    ]);
  });

  test('counts from how many people on it is silent by a setting', () => {
    expect(risks(ALONE, { fewest: 7 })).toEqual([]);
    expect(risks(ALONE, { fewest: 100 })[0]?.suggestions).not.toEqual(risks(ALONE)[0]?.suggestions);
  });

  test.each([
    ['one thing is told', '音威子府村に住む方です。家賃を滞納しています。'],
    ['nobody is told of', '音威子府村の人口は706人で、43歳以上の男性の割合が高いです。'],
    ['the place is not in Hokkaido', '仙台市出身の43歳の男性です。一人暮らしです。'],
  ])('is silent where %s', (_, text) => {
    expect(risks(text)).toEqual([]);
  });

  test('is silent where members introduce themselves', () => {
    expect(risks(ALONE, { profile: 'profile' })).toEqual([]);
  });

  test('counts what title and body tell together, and finds it in its field', () => {
    const fields = { title: '43歳の男性の家賃', body: '音威子府村に住んでいる方です。' };
    const found = lintFields(fields, {}, check).filter(({ ruleId }) => ruleId === 'reidentification');
    expect(found).toMatchObject([{ field: 'body', start: 0, end: 5, text: '音威子府村' }]);
  });
});

describe('an answer', () => {
  const context = '43歳の男性の相談です。家賃を滞納しています。';
  const answer = '音威子府村に住んでいる間は、村の社協に頼めます。';

  test('is checked together with the thread that it is written for', () => {
    expect(risks(answer)).toEqual([]);
    const found = risks(answer, { context });
    expect(found.map(({ text }) => text)).toEqual(['音威子府村']);
    expect(found[0]?.message).toMatch(
      /^このやりとりの前の投稿と合わせて、「音威子府村」「43歳」「男性」がそろうと/,
    );
  });

  test('is not asked to change what others wrote', () => {
    for (const { text } of check(answer, { context })) expect(answer).toContain(text);
    const whole = `${context}音威子府村に住んでいます。`;
    expect(risks('43歳の男性なら、サポートステーションが使えます。', { context: whole })).toEqual([]);
  });

  test('that adds what says less than the thread is no news', () => {
    const whole = `${context}音威子府村に住んでいます。`;
    expect(risks('40代の男性で、上川管内の村に住む方なら使えます。', { context: whole })).toEqual([]);
  });

  test('may speak of the town itself', () => {
    expect(risks('音威子府村では、社協が貸付をしています。', { context })).toEqual([]);
  });
});
