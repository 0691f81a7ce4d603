import { Chips } from '../chips.tsx';
import { Crumbs } from '../crumbs.tsx';
import { Empty } from '../empty.tsx';
import { Icon } from '../icon.tsx';
import { Mark } from '../mark.tsx';
import { Notice } from '../notice.tsx';
import { Pager } from '../pager.tsx';
import { Section } from '../section.tsx';
import { StateMark } from '../state-mark.tsx';
import { Tabs } from '../tabs.tsx';

export function Basics() {
  return (
    <>
      <Section id="buttons" title="ボタン">
        <div className="btns">
          <button className="btn" type="button">
            送る
          </button>
          <button className="btn btn--line" type="button">
            下書きを見る
          </button>
          <button className="btn btn--quiet" type="button">
            やめる
          </button>
          <button className="btn btn--danger" type="button">
            消す
          </button>
        </div>
        <div className="btns mt8">
          <button className="btn" type="button" aria-disabled="true">
            投稿する
          </button>
          <button className="btn" type="button" aria-busy="true">
            送っています
          </button>
          <button className="btn btn--s btn--line" type="button">
            <Icon name="print" />
            印刷する
          </button>
        </div>
        <div className="mt8">
          <Chips
            chips={[
              { label: '#灯油', href: '#a' },
              { label: '家計改善支援', href: '#b' },
            ]}
          />
        </div>
      </Section>

      <Section id="marks" title="状態のしるし">
        <p className="chips">
          <StateMark state="open" />
          <StateMark state="answered" />
          <StateMark state="solved" />
          <StateMark state="waiting" />
          <StateMark state="hidden" />
          <Mark kind="plain" icon="file">
            下書き
          </Mark>
        </p>
      </Section>

      <Section id="notices" title="お知らせ" narrow>
        <Notice kind="error" title="まだ送れていません">
          <p>直すところが2件あります。</p>
        </Notice>
        <Notice kind="warn" title="つながっていません">
          <p>書いたものは、この端末に残っています。つながったら、もう一度送ってください。</p>
        </Notice>
        <Notice kind="ok" title="質問を送りました">
          <p>回答があると、メールでお知らせします。</p>
        </Notice>
        <Notice kind="info" title="確かめてから一年たっています">
          <p>いまも正しいかを、書いた機関にたずねています。</p>
        </Notice>
        <Notice kind="ok" title="直しました" />
      </Section>

      <Section id="ways" title="行き来">
        <Crumbs
          steps={[{ label: '質問', href: '#' }, { label: '家計改善支援', href: '#' }, { label: '直す' }]}
        />
        <Tabs
          label="状態で分ける"
          tabs={[
            { href: '#1', label: 'すべて', count: 128, current: true },
            { href: '#2', label: '未回答', count: 3, current: false },
            { href: '#3', label: '回答あり', count: 34, current: false },
            { href: '#4', label: '解決済み', count: 91, current: false },
          ]}
        />
        <Pager previousHref="#" nextHref="#" label="128件のうち 21–40件" />
      </Section>

      <Section id="empty" title="まだ何もないとき" narrow>
        <Empty
          icon="question"
          title="まだ質問はありません"
          act={{ href: '#', label: 'はじめの質問をする', icon: 'pencil' }}
        >
          ちょっとしたことでもかまいません。聞いた人のあとに、同じことで困っている人がいます。
        </Empty>
      </Section>
    </>
  );
}
