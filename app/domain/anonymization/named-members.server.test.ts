import { describe, expect, test } from 'vitest';
import { lint } from '#lint/engine.ts';
import {
  addMember,
  addOrganization,
  openNetwork,
  questionDraft,
  replyDraft,
} from '#tests/support/builders.server.ts';
import { answerQuestion } from '../answers/answer.server.ts';
import { newId } from '../ids.server.ts';
import { askQuestion } from '../questions/ask.server.ts';
import { checkAnonymization, NO_DECISIONS } from './check.server.ts';
import { knownWords, optionsFor } from './settings.server.ts';

/** The network's gate: 大槻 of きた町社会福祉協議会 writes, 三好 of ほたる相談室 is another member. */
async function openGate() {
  const network = await openNetwork();
  const { db } = network;
  const welfare = await addOrganization(db, 'きた町社会福祉協議会');
  const author = await addMember(db, { familyName: '大槻', organizationId: welfare });
  const office = await addOrganization(db, 'ほたる相談室');
  await addMember(db, { familyName: '三好', organizationId: office });
  const found = async (body: string) => {
    const checked = await checkAnonymization(db, { body }, 'answer', author, NO_DECISIONS);
    return checked.verdict === 'refuse' ? checked.findings.map(({ text }) => text) : [];
  };
  return { ...network, author, found };
}

const ALLOWED: Array<[how: string, body: string]> = [
  ['mentioned with @', '@三好さん、この点を教えてください。'],
  ['addressed', '三好さん、ありがとうございます。'],
  ['thanked by the place they work at', '岩見沢の三好さん、ありがとうございます。'],
  ['named after their organization', 'ほたる相談室の三好さんに聞きました。'],
  ['named after it without the particle', 'ほたる相談室 三好さんに聞きました。'],
  ['named after it in short', 'きた町社協の大槻さんに聞きました。'],
];
const FOUND: Array<[how: string, body: string]> = [
  ['whom the text tells about', '三好さんが家賃を滞納しています。'],
  ['after an organization that is not theirs', 'みなみ相談室の三好さんに聞きました。'],
  ['of a place, unless they are thanked', '岩見沢の三好さんが家賃を滞納しています。'],
];

describe('a member may be', () => {
  test.each(ALLOWED)('%s', async (_how, body) => {
    const { found } = await openGate();
    expect(await found(body)).toEqual([]);
  });

  test.each(ALLOWED.slice(1))('%s, and nobody else of a name that no member bears', async (_how, body) => {
    const { found } = await openGate();
    const stranger = body.replace(/三好|大槻/, '砂田');
    expect(await found(stranger)).toContain('砂田');
  });
});

describe('a name is found', () => {
  test.each(FOUND)('of somebody %s', async (_how, body) => {
    const { found } = await openGate();
    expect(await found(body)).toContain('三好');
  });
});

describe('the author’s own name in a greeting', () => {
  /** A name that is found once is searched for in all of the text, so the greeting is looked at, too. */
  const body = 'きた町の大槻です。大槻さんという方が家賃を滞納しています。';
  const places = async (by: 'author' | 'peer') => {
    const { db, ...people } = await openGate();
    const checked = await checkAnonymization(db, { body }, 'answer', people[by], NO_DECISIONS);
    return checked.verdict === 'refuse' ? checked.findings.map(({ start }) => start) : [];
  };

  test('is none, and one where the text tells about somebody of that name', async () => {
    expect(await places('author')).toEqual([body.lastIndexOf('大槻')]);
  });

  test('is one in what another member writes', async () => {
    expect(await places('peer')).toEqual([body.indexOf('大槻'), body.lastIndexOf('大槻')]);
  });
});

test('it holds for questions and answers as they are posted', async () => {
  const { db, author } = await openGate();
  const body = 'ほたる相談室の三好さんに聞きました。ほかの町ではどうでしょうか。';
  const asked = await askQuestion(db, author, questionDraft({ body }), new Date());
  expect(asked).toMatchObject({ ok: true });
  const id = asked.ok ? asked.value.id : newId();
  const thanks = replyDraft({ body: '三好さん、ありがとうございます。' });
  expect(await answerQuestion(db, author, id, thanks, new Date())).toMatchObject({ ok: true });
});

describe('the browser’s box', () => {
  test('knows the same members, so that it underlines nobody whom the server lets through', async () => {
    const { db } = await openGate();
    const options = optionsFor(await knownWords(db), 'answer');
    for (const [how, body] of ALLOWED)
      expect({ how, found: lint(body, options) }).toEqual({ how, found: [] });
    for (const [how, body] of FOUND)
      expect({ how, found: lint(body, options).map(({ text }) => text) }).toEqual({
        how,
        found: expect.arrayContaining(['三好']),
      });
  });

  test('learns nothing that the page of organizations and members does not tell', async () => {
    const { db } = await openGate();
    const told = JSON.stringify(optionsFor(await knownWords(db), 'answer'));
    const secrets = await db.selectFrom('member').select(['id', 'email']).execute();
    for (const { id, email } of secrets) {
      expect(told).not.toContain(id);
      expect(told).not.toContain(email);
    }
  });
});
