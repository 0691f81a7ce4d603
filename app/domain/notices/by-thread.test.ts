import { describe, expect, test } from 'vitest';
import { byThread } from './by-thread.ts';

const WATANABE = { organization: 'みなみ市', familyName: '渡辺' };
const KOBAYASHI = { organization: 'きた町', familyName: '小林' };

const notice = (minute: number, given: Partial<Parameters<typeof byThread>[0][number]> = {}) => ({
  kind: 'answer' as const,
  anchor: `a${minute}`,
  at: `2026-04-01T00:${minute}:00.000Z`,
  readAt: null,
  questionId: 'q1',
  title: '家賃の滞納',
  gone: false,
  actor: WATANABE,
  ...given,
});

describe('notices of one thread', () => {
  test('are told together: what happened how often, who did it, and where to begin reading', () => {
    const told = byThread([
      notice(30, { kind: 'comment', actor: KOBAYASHI }),
      notice(20),
      notice(15, { questionId: 'q2' }),
      notice(10),
    ]);
    expect(told).toMatchObject([
      {
        questionId: 'q1',
        happened: [
          { kind: 'comment', times: 1 },
          { kind: 'answer', times: 2 },
        ],
        actors: [KOBAYASHI, WATANABE],
        at: '2026-04-01T00:30:00.000Z',
        start: { kind: 'answer', anchor: 'a10' },
      },
      { questionId: 'q2', happened: [{ kind: 'answer', times: 1 }] },
    ]);
  });

  test('that were read stand apart from those that were not, and begin at the newest', () => {
    const readAt = '2026-04-02T00:00:00.000Z';
    const told = byThread([notice(30), notice(20, { readAt }), notice(10, { readAt })]);
    expect(told.map(({ unread, start }) => [unread, start.anchor])).toEqual([
      [true, 'a30'],
      [false, 'a20'],
    ]);
  });

  test('name nobody where nobody is named', () => {
    expect(byThread([notice(10, { kind: 'hidden', actor: null })])).toMatchObject([{ actors: [] }]);
  });
});
