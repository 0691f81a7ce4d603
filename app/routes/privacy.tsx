import type { MetaFunction } from '@remix-run/node';
import { title } from '#app/titles.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta: MetaFunction = () => title('個人情報の扱い');

export default function Privacy() {
  return (
    <div className="narrow">
      <PageHead title="個人情報の扱い" />
      <div className="prose">
        <h2>相談に来た人のこと</h2>
        <ul>
          <li>名前、住所、電話番号など、だれのことか分かるものは、だれのものでも載せません。</li>
          <li>送る前に、匿名化チェックが文章を確かめます。載せられないものがあると、送られません。</li>
          <li>
            送られなかった文章は、サーバーに残しません。記録にも書きません。書いた人の端末にだけ残ります。
          </li>
          <li>
            載ってしまったものを見つけたら、投稿の「報告」を押してください。すぐに隠れ、事務局が確かめます。
          </li>
        </ul>
        <h2>会員のこと</h2>
        <ul>
          <li>ほかの会員に見えるのは、機関名、名字、自己紹介だけです。メールアドレスは見えません。</li>
          <li>パスワードは、元にもどせない形で保存しています。事務局も読めません。</li>
          <li>このサイトは、よそのサイトに何も送りません。読んだ人の数も数えません。</li>
        </ul>
        <h2>下書き</h2>
        <p>
          書きかけの文章は、その端末のブラウザーにだけ保存します。共用のパソコンでは、使いおわったら下書きを捨て、ログアウトしてください。
        </p>
      </div>
    </div>
  );
}
