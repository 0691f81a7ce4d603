import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Answer } from './answer.tsx';
import type { PostPermissions } from './permissions.ts';

const NOTHING: PostPermissions = {
  canEdit: false,
  canDelete: false,
  canMarkHelpful: false,
  canReact: false,
  canReport: false,
  edited: null,
  held: null,
};

function answer(can: Partial<PostPermissions>, rest: Partial<Parameters<typeof Answer>[0]> = {}) {
  return renderToStaticMarkup(
    <Answer
      id="a1"
      author={{ organization: '十勝みらい工房', familyName: '菅原' }}
      at="2026-11-11T01:30:00.000Z"
      now={new Date('2026-11-20T02:30:00.000Z')}
      html="<p>箱を一つ渡しています。</p>"
      helpful={false}
      thanks={{ count: 4, mine: true }}
      tries={{ count: 0, mine: false }}
      can={{ ...NOTHING, ...can }}
      comments={[]}
      replyHref={null}
      {...rest}
    />,
  );
}

/** The intents of the buttons, in order. */
const intents = (page: string) =>
  [...page.matchAll(/name="intent" value="([a-z-]+)"/g)].map((match) => match[1]);

describe('an answer', () => {
  test('offers exactly the acts that are permitted', () => {
    expect(intents(answer({}))).toEqual([]);
    expect(intents(answer({ canReact: true }))).toEqual(['thanks-off', 'try']);
    expect(intents(answer({ canMarkHelpful: true }))).toEqual(['helpful']);
    expect(intents(answer({ canMarkHelpful: true }, { helpful: true }))).toEqual(['helpful-off']);
    expect(answer({})).not.toMatch(/delete|report/);
    expect(answer({ canDelete: true })).toContain('href="/posts/answer/a1/delete"');
    expect(answer({ canReport: true })).toContain('href="/posts/answer/a1/report"');
    expect(answer({})).not.toContain('/posts/answer/a1/edit');
    expect(answer({ canEdit: true })).toContain('href="/posts/answer/a1/edit"');
  });

  test('tells by aria-pressed whether the viewer already gave a reaction', () => {
    const page = answer({ canReact: true });
    expect(page).toMatch(/value="thanks-off" aria-pressed="true"/);
    expect(page).toMatch(/value="try" aria-pressed="false"/);
  });

  test('shows the count without a button to whom the reaction is not open, and no count of nobody', () => {
    const page = answer({ canReact: false });
    expect(page).toMatch(/助かりました.*<b>4<\/b>/);
    expect(page).not.toContain('やってみる');
    expect(page).not.toContain('<button');
  });

  test('says who found it helpful only when somebody did', () => {
    expect(answer({}, { helpful: true })).toContain('質問した人の役に立った回答');
    expect(answer({}, { helpful: false })).not.toContain('質問した人の役に立った回答');
  });

  test('tells its author that it waits, or that somebody reported it', () => {
    expect(answer({ held: 'waiting' })).toContain('お預かりしました。事務局が確かめています');
    expect(answer({ held: 'hidden' })).toContain('知らせがあり、いったん隠しました');
    expect(answer({ held: null })).not.toContain('事務局だけに見えています');
  });
});
