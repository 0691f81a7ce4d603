import type { MetaFunction } from '@remix-run/node';
import { explainedRules } from '#app/domain/anonymization/explained.ts';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { RuleEntry } from '#app/ui/guide/rule-entry.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { reidentification } from '#lint/risk/about.ts';

export const meta: MetaFunction = () => title('名前の出ない書き方', '使い方');

export default function AnonymizationGuide() {
  const rules = explainedRules();
  const stops = rules.filter(({ severity }) => severity === 'error');
  const asks = rules.filter(({ severity }) => severity !== 'error');
  return (
    <div className="narrow">
      <Crumbs steps={[{ label: '使い方', href: '/guide' }, { label: '名前の出ない書き方' }]} />
      <PageHead
        title="名前の出ない書き方"
        lead="書いているあいだに下線が引かれるところと、書きかえ方をまとめました。"
      />
      <div className="prose">
        <h2>書き方の約束</h2>
        <p>事例の研究や報告で広く守られている書き方に合わせています。</p>
        <ul>
          <li>
            名前もあだ名も書きません。頭文字も使いません。佐藤さんを「Ｓさん」と書くと、秘密が半分残ります。出てきた順に「Ａさん」「Ｂさん」とします。
          </li>
          <li>年齢は「40代」のように年代で書きます。</li>
          <li>地名は、話が伝わるいちばん広い呼び方にします。町の名前より「管内の町」で足ります。</li>
          <li>日付は「5月中旬」か、「支援開始から3か月後」のように数えます。</li>
          <li>病院、学校、職場は「市内の病院」「製造業の会社」のように種類で書きます。</li>
          <li>めずらしい出来事は、支援に関わらないなら書かないか、ぼかします。</li>
        </ul>
        <p id={reidentification.id}>
          一つひとつは小さな手がかりでも、重なると本人が分かります。町、年齢、家族のかたちがそろったら、どれかを広くしてください。
        </p>
        <h2>下線がまちがっているとき</h2>
        <p>
          機械は見落とすことも、まちがえることもあります。名前ではないことばに下線が引かれたら「これは個人名ではありません」を選んでください。事務局が確かめて公開します。下線がなくても、本人や家族が読んで自分のことだと分かる書き方は避けてください。
        </p>
      </div>
      <Section
        id="stops"
        title="このままでは投稿できないもの"
        count={`${stops.length}種類`}
        note="その人を直接指すものです。書きかえると投稿できます。"
      >
        {stops.map((rule) => (
          <RuleEntry key={rule.id} rule={rule} />
        ))}
      </Section>
      <Section
        id="asks"
        title="言いかえるか、理由を書くもの"
        count={`${asks.length}種類`}
        note="ほかの手がかりと合わせると、その人が分かることがあるものです。公開されている情報なら、理由を選んでそのまま載せられます。"
      >
        {asks.map((rule) => (
          <RuleEntry key={rule.id} rule={rule} />
        ))}
      </Section>
    </div>
  );
}
