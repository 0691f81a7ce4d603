import type { QuestionSummary } from '../question-row.tsx';
import type { Comment } from '../thread/comments.tsx';
import type { PostPermissions } from '../thread/permissions.ts';

/** 11:30 on Friday, 20 November 2026, in Tokyo */
export const NOW = new Date('2026-11-20T02:30:00.000Z');

export const AUTHORS = {
  takahashi: { organization: '空知くらしサポートセンター', familyName: '高橋' },
  sasaki: { organization: 'オホーツク暮らしの相談室', familyName: '佐々木' },
  sugawara: { organization: '十勝みらい工房', familyName: '菅原' },
  nakamura: { organization: '白樺町 保健福祉課', familyName: '中村' },
  watanabe: { organization: '上川しごとサポート', familyName: '渡辺' },
  hasegawa: { organization: '胆振自立支援の会', familyName: '長谷川' },
};

export const PROGRAMMES = {
  soudan: { slug: 'soudan', name: '自立相談支援' },
  kakei: { slug: 'kakei', name: '家計改善支援' },
  ichiji: { slug: 'ichiji', name: '一時生活支援（居住支援）' },
};

/** What a reader may do with the post of somebody else. */
export const READER: PostPermissions = {
  canEdit: false,
  canDelete: false,
  canMarkHelpful: false,
  canReact: true,
  canReport: true,
  edited: null,
  held: null,
};

/** What an author may do with the own post. */
export const OWNER: PostPermissions = {
  canEdit: true,
  canDelete: true,
  canMarkHelpful: false,
  canReact: false,
  canReport: false,
  edited: { count: 2, href: '#' },
  held: null,
};

export const QUESTIONS: QuestionSummary[] = [
  {
    id: 'q1',
    title: '灯油が買えない世帯に、年内に使えるものはありますか',
    lead: '70代の夫婦、年金だけで暮らしています。福祉灯油の申請は来月からで、それまでのつなぎを探しています。',
    state: 'open',
    answerCount: 0,
    programme: PROGRAMMES.ichiji,
    tags: ['年末年始', '灯油'],
    author: AUTHORS.nakamura,
    at: '2026-11-20T00:30:00.000Z',
  },
  {
    id: 'q2',
    title: '家から出られない息子さんのことを、お母さんだけが相談に来ます',
    lead: '月に一度の訪問で、扉ごしに声をかけています。本人に会えるまでの間にできることを知りたいです。',
    state: 'answered',
    answerCount: 6,
    programme: PROGRAMMES.soudan,
    tags: ['ひきこもり', '8050'],
    author: AUTHORS.watanabe,
    at: '2026-11-19T07:40:00.000Z',
  },
  {
    id: 'q3',
    title: '督促状を開けずにためているＡさんと、家計の話をどう始めるか',
    lead: 'お金の話になると話題を変えてしまいます。家計表は二回お願いして、白紙のままでした。',
    state: 'solved',
    answerCount: 4,
    programme: PROGRAMMES.kakei,
    tags: ['債務', '面談'],
    author: AUTHORS.takahashi,
    at: '2025-11-10T08:20:00.000Z',
  },
  {
    id: 'q4',
    title: '面談を録音したいと言われたとき、どう返していますか',
    lead: null,
    state: 'waiting',
    answerCount: 0,
    programme: null,
    tags: [],
    author: AUTHORS.sasaki,
    at: '2026-11-18T07:40:00.000Z',
  },
];

export const COMMENTS: Comment[] = [
  {
    id: 'c1',
    author: AUTHORS.takahashi,
    at: '2026-11-10T11:15:00.000Z',
    html: '<p>「今日は分けるだけ」という約束、いいですね。来週やってみます。</p>',
    can: OWNER,
  },
  {
    id: 'c2',
    author: AUTHORS.sasaki,
    at: '2026-11-10T23:40:00.000Z',
    html: '<p>山に名前のふせんを貼ると、Ａさんが自分で動かしやすいですよ。</p>',
    can: READER,
  },
];
