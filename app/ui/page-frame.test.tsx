import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { type HeadFacts, PageFrame, SiteFoot, SiteHead, type Viewer } from './page-frame.tsx';

const SITE = { name: 'つながり', tagline: '北海道 相談支援員のネットワーク' };
const COUNSELOR: Viewer = { familyName: '高橋', role: 'counselor' };
const SECRETARIAT: Viewer = { familyName: '石川', role: 'secretariat' };

function frame(viewer: Viewer | null, rest: Partial<HeadFacts> = {}) {
  return renderToStaticMarkup(
    <PageFrame
      viewer={viewer}
      composing={false}
      head={
        <SiteHead
          site={SITE}
          viewer={viewer}
          current="questions"
          notices={0}
          waiting={0}
          publicNotes={false}
          {...rest}
        />
      }
      foot={<SiteFoot viewer={viewer} waiting={rest.waiting ?? 0} />}
    >
      <h1>質問</h1>
    </PageFrame>,
  );
}

describe('the page frame', () => {
  test('leads to the desk for the secretariat only', () => {
    expect(frame(SECRETARIAT)).toContain('href="/desk"');
    expect(frame(COUNSELOR)).not.toContain('href="/desk"');
  });

  test('shows visitors the way in, and nothing that members have', () => {
    const page = frame(null);
    expect(page).toContain('href="/login"');
    expect(page).not.toContain('<nav');
    expect(page).not.toContain('href="/organizations"');
    expect(frame(COUNSELOR)).toContain('href="/organizations"');
  });

  test('leaves out the link to the login page on the login page', () => {
    expect(frame(null, { current: 'login' })).not.toContain('href="/login"');
  });

  test('marks where one is, once', () => {
    expect(frame(COUNSELOR).match(/aria-current="page"/g)).toHaveLength(1);
    expect(frame(COUNSELOR)).toMatch(/href="\/questions" aria-current="page"/);
  });

  test('counts unread notices up to 99', () => {
    expect(frame(COUNSELOR, { notices: 3 })).toContain('tool__count">3<');
    expect(frame(COUNSELOR, { notices: 120 })).toContain('99+');
    expect(frame(COUNSELOR, { notices: 0 })).not.toContain('tool__count');
  });

  test('tells the desk, and nobody else, how many posts wait', () => {
    expect(frame(SECRETARIAT, { waiting: 2 }).match(/nav__count">2</g)).toHaveLength(2);
    expect(frame(SECRETARIAT, { waiting: 0 })).not.toContain('nav__count');
    expect(frame(COUNSELOR, { waiting: 2 })).not.toContain('nav__count');
  });
});
