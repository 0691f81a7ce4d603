import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Seal } from './seal.tsx';

/** Which entry of the navigation is marked; `login` leaves out the link to itself. */
export type Place =
  | 'home'
  | 'questions'
  | 'notes'
  | 'meetings'
  | 'search'
  | 'members'
  | 'settings'
  | 'notices'
  | 'desk'
  | 'login';

export type Site = { name: string; tagline: string };
export type Viewer = { familyName: string; role: string };

/** What the head of a page shows. */
export type HeadFacts = {
  site: Site;
  /** null for visitors, who see a head without navigation */
  viewer: Viewer | null;
  current: Place | null;
  /** unread notices */
  notices: number;
  /** posts that wait for the desk; shown to the desk alone */
  waiting: number;
  /** whether there are notes that visitors may read */
  publicNotes: boolean;
};

type PageFrameProps = {
  /** null for visitors */
  viewer: Viewer | null;
  /** The send bar of the composer takes the place of the bottom bar on phones. */
  composing: boolean;
  /** SiteHead within <header className="site"> */
  head: ReactNode;
  /** SiteFoot within <footer className="foot"> */
  foot: ReactNode;
  children: ReactNode;
};

type Entry = { place: Place; href: string; icon: IconName; label: string; waiting?: number };

const PAGES: Entry[] = [
  { place: 'home', href: '/', icon: 'home', label: 'ホーム' },
  { place: 'questions', href: '/questions', icon: 'question', label: '質問' },
  { place: 'notes', href: '/notes', icon: 'note', label: 'ノート' },
  { place: 'meetings', href: '/meetings', icon: 'meeting', label: '情報交換会' },
  { place: 'search', href: '/search', icon: 'search', label: '検索' },
];
const MEMBERS: Entry = { place: 'members', href: '/organizations', icon: 'users', label: '機関と会員' };
const SETTINGS: Entry = { place: 'settings', href: '/settings', icon: 'gear', label: '設定' };
const DESK: Entry = { place: 'desk', href: '/desk', icon: 'desk', label: '事務局デスク' };

/** Everything inside <body>: skip link, head with navigation, main, foot. */
export function PageFrame({ viewer, composing, head, foot, children }: PageFrameProps) {
  const page = ['page', viewer ? '' : 'page--plain', composing ? 'composing' : ''].filter(Boolean).join(' ');
  return (
    <>
      <a className="skip" href="#main">
        本文へ
      </a>
      <div className={page}>
        {head}
        <main className="main" id="main" tabIndex={-1}>
          {children}
        </main>
        {foot}
      </div>
    </>
  );
}

/** Brand, tools and navigation. */
export function SiteHead({ site, viewer, current, notices, waiting, publicNotes }: HeadFacts) {
  return (
    <>
      <a className="brand" href="/">
        <BrandMark />
        <span>
          {site.name}
          <small>{site.tagline}</small>
        </span>
      </a>
      {viewer ? (
        <>
          <Navigation more={moreFor(viewer, waiting)} current={current} />
          <MemberTools viewer={viewer} notices={notices} current={current} />
        </>
      ) : (
        <VisitorTools current={current} publicNotes={publicNotes} />
      )}
    </>
  );
}

function moreFor(viewer: Viewer, waiting: number): Entry[] {
  return viewer.role === 'secretariat' ? [MEMBERS, SETTINGS, { ...DESK, waiting }] : [MEMBERS, SETTINGS];
}

function MemberTools({
  viewer,
  notices,
  current,
}: {
  viewer: Viewer;
  notices: number;
  current: Place | null;
}) {
  return (
    <div className="tools">
      <a className="tool" href="/notices" aria-current={here(current, 'notices')}>
        <Icon name="bell" />
        <span className="tool__word">お知らせ</span>
        {notices > 0 ? (
          <>
            <span className="vh">新しいお知らせ</span>
            <span className="tool__count">
              {notices > 99 ? '99+' : notices}
              <span className="vh">件</span>
            </span>
          </>
        ) : (
          <span className="vh">（新しいものはありません）</span>
        )}
      </a>
      <a className="tool" href="/settings">
        <Seal familyName={viewer.familyName} small />
        <span className="tool__word">{viewer.familyName}さん</span>
        <span className="vh">の設定</span>
      </a>
    </div>
  );
}

function VisitorTools({ current, publicNotes }: { current: Place | null; publicNotes: boolean }) {
  return (
    <div className="tools">
      {publicNotes && (
        <a className="tool" href="/notes" aria-current={here(current, 'notes')}>
          <Icon name="note" />
          <span className="tool__word">ノート</span>
        </a>
      )}
      {current !== 'login' && (
        <a className="btn btn--line btn--s" href="/login">
          ログイン
        </a>
      )}
    </div>
  );
}

function Navigation({ more, current }: { more: Entry[]; current: Place | null }) {
  return (
    <nav className="nav" aria-label="おもなページ">
      <div className={current === 'home' ? 'nav__ask nav__ask--quiet' : 'nav__ask'}>
        <a href="/questions/new">
          <Icon name="pencil" />
          <span>質問する</span>
        </a>
      </div>
      <Entries entries={PAGES} current={current} />
      <Entries entries={more} current={current} className="nav__more" />
    </nav>
  );
}

function Entries({
  entries,
  current,
  className,
}: {
  entries: Entry[];
  current: Place | null;
  className?: string;
}) {
  return (
    <ul className={className}>
      {entries.map(({ place, href, icon, label, waiting }) => (
        <li key={place}>
          <a href={href} aria-current={here(current, place)}>
            <Icon name={icon} />
            <span>{label}</span>
            <Waiting count={waiting} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Waiting({ count = 0 }: { count?: number | undefined }) {
  if (count === 0) return null;
  return (
    <span className="nav__count">
      {count > 99 ? '99+' : count}
      <span className="vh">件が待っています</span>
    </span>
  );
}

/** On phones the foot also carries what the bottom bar has no room for. */
export function SiteFoot({ viewer, waiting }: { viewer: Viewer | null; waiting: number }) {
  const more = viewer ? moreFor(viewer, waiting) : [];
  return (
    <ul>
      {more.map(({ place, href, label, waiting: count }) => (
        <li key={place} className="foot__more">
          <a href={href}>
            {label}
            <Waiting count={count} />
          </a>
        </li>
      ))}
      <li>
        <a href="/rules">つながりの約束</a>
      </li>
      <li>
        <a href="/privacy">個人情報の扱い</a>
      </li>
      <li>
        <a href="/guide">使い方</a>
      </li>
      <li>
        <a href="/contact">事務局に連絡する</a>
      </li>
    </ul>
  );
}

function here(current: Place | null, place: Place): 'page' | undefined {
  return current === place ? 'page' : undefined;
}
