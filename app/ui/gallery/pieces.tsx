import { AsideSection } from '../aside-section.tsx';
import { BarPairs } from '../bar-pairs.tsx';
import { Bars } from '../bars.tsx';
import { Columns } from '../columns.tsx';
import { Health } from '../desk/health.tsx';
import { TodoList } from '../desk/todo.tsx';
import { Promises } from '../door/promises.tsx';
import { Figure } from '../figure.tsx';
import { Activity } from '../home/activity.tsx';
import { Folk } from '../home/folk.tsx';
import { NewAnswer } from '../home/new-answer.tsx';
import { NextMeeting } from '../home/next-meeting.tsx';
import { Papers } from '../home/papers.tsx';
import { WritingInvitation } from '../home/writing-invitation.tsx';
import { Mark } from '../mark.tsx';
import { DayProgramme } from '../meeting/day-programme.tsx';
import { Files } from '../meeting/files.tsx';
import { Films } from '../meeting/films.tsx';
import { GroupList } from '../meeting/group-list.tsx';
import { NumberLine } from '../meeting/number-line.tsx';
import { Voice } from '../meeting/voice.tsx';
import { Wishes } from '../meeting/wishes.tsx';
import { Contributors } from '../note/contributors.tsx';
import { Memo } from '../note/memo.tsx';
import { Sources } from '../note/sources.tsx';
import { TableOfContents } from '../note/table-of-contents.tsx';
import { Verified } from '../note/verified.tsx';
import { PlainList } from '../plain-list.tsx';
import { Prose } from '../prose.tsx';
import { Section } from '../section.tsx';
import { StackBar } from '../stack-bar.tsx';
import { StateMark } from '../state-mark.tsx';
import { AUTHORS, NOW } from './samples.ts';

export function HomePieces() {
  return (
    <Columns
      aside={
        <>
          <NextMeeting
            href="#"
            title="第12回「年末年始をどう乗り切るか」"
            startsAt="2026-12-11T04:30:00.000Z"
            endsAt="2026-12-11T07:00:00.000Z"
            signedUp={{ note: '第1希望：家計改善と債務' }}
            facts={[
              { label: '場所', value: 'オンライン（Zoom）' },
              { label: '申込み', value: '32名（締切 12月4日）' },
            ]}
            act={{ href: '#', label: '事前質問を書く' }}
          />
          <Activity
            questions={14}
            answers={52}
            notes={5}
            sentence="はじめの回答まで、まん中の値で4時間でした。回答した機関は21です。"
          />
          <AsideSection id="related" title="関係するノート">
            <PlainList
              items={[
                { href: '#', title: '家賃の滞納が分かった日にすること', note: '9機関・9月に確かめました' },
                { href: '#', title: '予定表ファイル（.ics）', icon: 'cal' },
              ]}
            />
          </AsideSection>
          <AsideSection id="health" title="しくみの調子">
            <Health
              items={[
                { ok: true, text: '検索は最新です' },
                { ok: false, text: 'メールの送り残し 1通' },
              ]}
            />
          </AsideSection>
        </>
      }
    >
      <WritingInvitation />
      <Section id="mine" title="あなたへの新しい回答" count="1件" link={{ href: '#', label: 'すべて' }}>
        <ul>
          <NewAnswer
            question={{ id: 'q3', title: '督促状を開けずにためているＡさんと、家計の話をどう始めるか' }}
            answerId="a4"
            lead="「借金を整理する」ではなく「手紙を止めてもらう」と言いかえてから、話を聞いてもらえるようになりました。"
            author={AUTHORS.watanabe}
            at="2026-11-20T00:12:00.000Z"
            now={NOW}
          />
        </ul>
      </Section>
      <Section id="todo" title="きょうのうちに" count="4件">
        <TodoList
          todos={[
            {
              count: 1,
              unit: '件',
              title: '個人情報の報告',
              mark: <StateMark state="hidden" />,
              text: 'いまは隠してあります。元にもどすか、その部分を消すかを決めてください。',
              act: { href: '#', label: '確かめる' },
              first: true,
            },
            {
              count: 2,
              unit: '件',
              title: '「個人名ではありません」の申し出',
              mark: (
                <Mark kind="warn" icon="clock">
                  3時間待ち
                </Mark>
              ),
              text: '書いた人と事務局だけに見えています。',
              act: { href: '#', label: 'ことばを見る' },
            },
          ]}
        />
      </Section>
    </Columns>
  );
}

export function ReadingPieces() {
  return (
    <>
      <Section id="papers" title="新しいノート" link={{ href: '#', label: 'すべて' }}>
        <Papers
          papers={[
            {
              kicker: '家計改善支援',
              href: '#1',
              title: '督促状を開けられない方と、家計の話を始めるまで',
              lead: '封筒を分ける、一通だけ開ける、電話を一本かける。三回の面談の進め方をまとめました。',
              about: '11月12日・4機関・第5版',
            },
            {
              kicker: '住居確保給付金',
              href: '#2',
              title: '家賃額が上限を超える物件の申請、五つの町の扱い',
              lead: '超えた分を本人が払う場合の書類と、家主への説明のしかた。',
              about: '11月9日・5機関・第2版',
            },
            {
              kicker: '自立相談支援',
              href: '#3',
              title: '年末年始に閉まる前に、確かめておく十のこと',
              lead: '食料、灯油、通院、連絡先。12月はじめの確認表です。',
              about: '11月5日・8機関・第3版',
            },
          ]}
        />
      </Section>
      <Section id="folk" title="新しい仲間">
        <Folk
          newcomers={[
            { id: 'm1', author: AUTHORS.takahashi, introduction: '就労準備支援の担当になって半年です。' },
            { id: 'm2', author: AUTHORS.nakamura, introduction: '4月に税の窓口から移ってきました。' },
            { id: 'm3', author: AUTHORS.hasegawa, introduction: '学習支援を10年。' },
          ]}
        />
      </Section>
      <Section id="note" title="ノート" narrow>
        <Verified
          verifiedAt="2026-11-12"
          edition={5}
          historyHref="#"
          editHref="#"
          keeper={{ organization: '空知くらしサポートセンター', familyName: '高橋' }}
          isPublic
          editLabel="直す"
        />
        <TableOfContents
          headings={[
            { id: 's1', title: 'はじめに' },
            { id: 's2', title: '一回め：開けずに分ける' },
            { id: 's3', title: '二回め：一通だけ開ける' },
          ]}
        />
        <Prose
          as="note"
          html={
            '<p>責めずに、急がずに。</p><h3 id="s1">はじめに</h3><p>目標は<strong>「分ける」</strong>に置きます。</p>' +
            '<h3 id="s2">一回め</h3><ul><li>だれから来たか</li><li>いくらか</li></ul><blockquote><p>開けると何が起きるか分からないことが、こわいのです。</p></blockquote>' +
            '<h3 id="s3">二回め</h3><table><thead><tr><th>山</th><th>次にすること</th></tr></thead><tbody><tr><td>役所</td><td>窓口に同行する</td></tr></tbody></table>'
          }
        />
        <Memo
          html="<p>三回めの面談で、ご本人が自分から一通開けました。</p>"
          from="空知くらしサポートセンター"
        />
        <Contributors
          contributors={[
            { author: AUTHORS.sasaki, part: '一回め' },
            { author: AUTHORS.sugawara, part: '家計表のかわりに' },
          ]}
        />
        <Sources
          sources={[
            { title: '質問「督促状を開けずにためているＡさん」', href: '#', note: '2026年11月10日・回答 4' },
            { title: '貸金業法 第21条', note: '2026年11月12日に見ました' },
          ]}
        />
      </Section>
    </>
  );
}

export function MeetingPieces() {
  return (
    <>
      <Section id="groups" title="グループ" count="二つに分かれて60分">
        <GroupList
          groups={[
            {
              no: 1,
              theme: 'ひきこもりと家族',
              text: '会えない時期をどうつなぐか。',
              facilitator: AUTHORS.sasaki,
              wishes: 14,
            },
            { no: 2, theme: '家計改善と債務', facilitator: AUTHORS.sugawara, wishes: 18 },
          ]}
        />
      </Section>
      <Section id="wishes" title="申し込む" narrow>
        <form className="sheet fields">
          <Wishes
            groups={[
              { no: 1, theme: 'ひきこもりと家族' },
              { no: 2, theme: '家計改善と債務' },
            ]}
            chosen={[2, null, null]}
          />
        </form>
      </Section>
      <Section id="report" title="参加した人" narrow>
        <NumberLine figure={49} rest="名（35機関：団体27（31）・自治体7（8）・厚労省（10））" />
        <Figure title="人数のうちわけ" note="n＝49名">
          <StackBar
            shares={[
              { label: '団体', value: 31, unit: '名' },
              { label: '自治体', value: 8, unit: '名' },
              { label: '厚労省', value: 10, unit: '名' },
            ]}
          />
        </Figure>
        <Figure title="きょうの話は、仕事に役立ちそうですか" note="n＝34">
          <Bars
            full={34}
            rows={[
              { label: 'とても役立つ', value: 21, unit: '名' },
              { label: '役立つ', value: 11, unit: '名' },
              { label: 'どちらとも', value: 2, unit: '名' },
              { label: 'あまり', value: 0, unit: '名' },
            ]}
          />
        </Figure>
        <Figure title="月ごとの件数" note="11月は20日まで">
          <BarPairs
            rowLabel="月"
            series={['回答', '質問']}
            rows={[
              { label: '9月', values: [66, 18] },
              { label: '10月', values: [58, 16] },
              { label: '11月', values: [52, 14] },
            ]}
          />
        </Figure>
        <Voice
          text="「うちの町だけではなかった、と分かりました。」"
          from="アンケートの自由記述から（公開の同意あり）"
        />
      </Section>
      <Section id="films" title="録画と資料">
        <Films
          films={[
            { href: '#1', title: '話題提供：居住支援法人との組み方', length: '28:14' },
            { href: '#2', title: '制度の説明' },
          ]}
        />
        <Files files={[{ href: '#', title: '次第と参加機関の一覧', about: 'PDF 0.3 MB' }]} />
        <DayProgramme
          steps={[
            { time: '13:30', what: 'はじめに・自己紹介' },
            { time: '16:00', what: '終わり' },
          ]}
        />
      </Section>
      <Section id="promises" title="五つの約束" narrow>
        <Promises />
      </Section>
    </>
  );
}
