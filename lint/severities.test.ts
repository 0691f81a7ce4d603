import { expect, test } from 'vitest';
import { lint } from './engine.ts';
import { lintFully } from './full.server.ts';
import { withSeverities } from './severities.ts';

const TEXT = '佐藤さん、43歳の男性。';
const severitiesOf = (findings: Array<{ ruleId: string; severity: string }>) =>
  findings.map(({ ruleId, severity }) => [ruleId, severity]);

test('what the network takes lighter or heavier is so, and all else as the rules take it', () => {
  expect(severitiesOf(withSeverities(lint(TEXT)))).toEqual([
    ['person-name', 'error'],
    ['exact-age', 'warning'],
  ]);
  expect(severitiesOf(withSeverities(lint(TEXT), { 'person-name': 'warning' }))).toEqual([
    ['person-name', 'warning'],
    ['exact-age', 'warning'],
  ]);
});

test('the server’s check has it built in, in place and on its thread', async () => {
  const severities = { 'person-name': 'info', 'exact-age': 'error' } as const;
  const expected = [
    ['person-name', 'info'],
    ['exact-age', 'error'],
  ];
  expect(severitiesOf(await lintFully({ body: TEXT }, { severities }))).toEqual(expected);
  const long = TEXT.padEnd(3000, '支払いの順番を決めました。');
  expect(severitiesOf(await lintFully({ body: long }, { severities }))).toEqual(expected);
});

test('the estimate is a kind of finding like others: it can be lighter, or not looked for', async () => {
  const body = '音威子府村に住む43歳の男性で、家賃を滞納しています。';
  const found = async (options: object) =>
    severitiesOf(await lintFully({ body }, options)).filter(([ruleId]) => ruleId === 'reidentification');
  expect(await found({})).toEqual([['reidentification', 'warning']]);
  expect(await found({ severities: { reidentification: 'info' } })).toEqual([['reidentification', 'info']]);
  expect(await found({ disabledRules: ['reidentification'] })).toEqual([]);
});
