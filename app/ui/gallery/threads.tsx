import { QuestionRow } from '../question-row.tsx';
import { Section } from '../section.tsx';
import { Answer } from '../thread/answer.tsx';
import { QuestionArticle } from '../thread/question-article.tsx';
import { AUTHORS, COMMENTS, NOW, OWNER, PROGRAMMES, QUESTIONS, READER } from './samples.ts';

export function Threads() {
  return (
    <>
      <Section
        id="rows"
        title="質問の一覧"
        count="4件"
        link={{ href: '#', label: 'すべて' }}
        note="まだ回答がない質問です。"
      >
        <ol>
          {QUESTIONS.map((question) => (
            <QuestionRow key={question.id} {...question} now={NOW} heading="h3" />
          ))}
        </ol>
      </Section>

      <Section id="answers" title="回答" count="3件" link={{ href: '#write', label: '回答を書く' }}>
        <ol className="answers">
          <Answer
            id="a1"
            author={AUTHORS.sasaki}
            at="2026-11-10T10:02:00.000Z"
            now={NOW}
            html="<p>「開ける」の前に「分ける」から始めています。差出人だけを見て、三つの山に置いてもらいます。</p><ol><li>役所から来たもの</li><li>会社から来たもの</li><li>どこから来たか分からないもの</li></ol><p>これだけで一回の面談を終えます。</p>"
            helpful
            thanks={{ count: 5, mine: true }}
            tries={{ count: 3, mine: false }}
            can={{ ...READER, canMarkHelpful: true }}
            comments={COMMENTS}
            replyHref="#"
          />
          <Answer
            id="a2"
            author={AUTHORS.nakamura}
            at="2026-11-11T06:45:00.000Z"
            now={NOW}
            html="<p>役場の側からです。ご本人の同意があれば、窓口で<strong>「いくら・いつまで」</strong>をまとめてお答えできます。</p>"
            helpful={false}
            thanks={{ count: 4, mine: false }}
            tries={{ count: 0, mine: false }}
            can={{ ...READER, canMarkHelpful: true }}
            comments={[]}
            replyHref="#"
          />
          <Answer
            id="a3"
            author={AUTHORS.takahashi}
            at="2026-11-20T00:12:00.000Z"
            now={NOW}
            html="<p>自分の回答は、直したり消したりできます。</p>"
            helpful={false}
            thanks={{ count: 2, mine: false }}
            tries={{ count: 1, mine: false }}
            can={{ ...OWNER, held: 'waiting' }}
            comments={[]}
            replyHref={null}
          />
        </ol>
      </Section>
    </>
  );
}

/** Holds the page's h1, so it stands first. */
export function ThreadHead() {
  return (
    <QuestionArticle
      id="q3"
      title="部品の一覧：督促状を開けずにためているＡさんと、家計の話をどう始めるか"
      state="solved"
      answerCount={4}
      programme={PROGRAMMES.kakei}
      tags={['債務', '面談']}
      author={AUTHORS.takahashi}
      at="2026-11-10T08:20:00.000Z"
      now={NOW}
      html={
        '<dl class="case"><div><dt>本人の状態・訴え</dt><dd><p>Ａさん、50代、ひとり暮らし。派遣の仕事がとぎれ、家賃が二か月分たまっています。</p></dd></div>' +
        '<div><dt>これまでの支援</dt><dd><p>家計表は二回お願いして、二回とも白紙でした。</p></dd></div>' +
        '<div><dt>聞きたいこと</dt><dd><p>一緒に封筒を開けるところまで、どんな順番で進めていますか。</p></dd></div></dl>'
      }
      same={{ count: 11, mine: true }}
      can={{ ...OWNER, canReact: true, canReport: true }}
      after={{
        text: '封筒を三つの山に分けるところから始めました。三回めの面談で、Ａさんが自分から一通開けました。',
        familyName: '高橋',
        at: '2026-11-18T03:00:00.000Z',
      }}
    />
  );
}
