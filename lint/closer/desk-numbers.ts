import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

const LABEL =
  '(?:受付|受理|整理|管理|台帳|相談受付|相談|ケース|世帯|プラン|登録|支援)(?:番号|票|No\\.?|ID|NO\\.?)(?:[はが:=】【「 |]{1,4}|[^。\\n0-9A-Z]{0,10}→ ?)';
// 管理番号【24困窮-055】, 台帳番号 い-0452, 受付票 第R06-0341号: each desk counts in its own way.
const AT_DESK = new RegExp(
  `(?<=${LABEL})(?:第[A-Z0-9-]{4,12}号|(?:[A-Z]{1,3}|[ぁ-ん]|[0-9]{2,4}[\\u3400-\\u9fff]{0,3}|[A-Z][0-9]{2})[-/][0-9]{3,5}(?![0-9-]))`,
  'g',
);
// 支援決定通知（北保第1234号）; 社援発0327第2号 is everybody's.
const OF_DECISION =
  /(?<=(?:決定|支給|開始|却下|廃止|変更)(?:通知書?)?[ (]{1,2})[\u3400-\u9fff]{2,6}(?<![発施告])第[0-9]{2,6}号/g;
// 国民健康保険証 記号：旭10 番号：345678
const HEALTH =
  /(?<=(?:保険証|保険者証|国保|社保|健保|けんぽ)[^\n0-9]{0,8}記号[: ]{0,3})[\u3400-\u9fff・]{1,3}[0-9]{1,8}[ 、]{0,2}の?番号[: ]{0,3}[0-9]{2,8}/g;
// 振込先 JAさっぽろ 琴似 0012345
const PAID_TO = /(?<=(?:振込先|振込口座|引落口座|入金先)[: ]?[^\n0-9]{2,16} )[0-9]{7}(?![0-9-])/g;
const SPREAD_MOBILE = /(?<![0-9])0[5789]0 - [0-9]{4} - [0-9]{4}(?![0-9])/g;
// "kudo.a" at "example.org"
const SPOKEN_MAIL =
  /(?<![A-Za-z0-9."])"?[a-z0-9][a-z0-9._-]{1,30}"? (?:at|AT|アット) "?[a-z0-9-]{2,30}(?:\.[a-z]{2,10}){1,2}"?/g;
const N = '[〇一二三四五六七八九十元]{1,3}';
// S.40/11/02生, 昭五十二年三月九日生まれ, 誕生日は1987年の12月5日
const BORN = new RegExp(
  `(?:[MTSHR]\\.[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{1,2}|[明大昭平令]${N}年${N}月${N}日)(?= ?(?:生|うまれ))|(?<=(?:生年月日|誕生日)[はがの: |]{1,3})(?:[MTSHR明大昭平令][0-9元]{1,2}・[0-9]{1,2}・[0-9]{1,2}(?![0-9])|[MTSHR]\\.[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{1,2}|(?:19|20)[0-9]{2}年の[0-9]{1,2}月[0-9]{1,2}日)`,
  'g',
);

const look = (rule: string, sign: RegExp, patterns: readonly RegExp[], shown: string): Look => ({
  rule,
  find: ({ text, aboutClient, notice }) =>
    notice || !aboutClient || !sign.test(text)
      ? []
      : patterns.flatMap((pattern) =>
          matchAll(text, pattern).map(
            ({ start, end }): Hit => ({
              start,
              end,
              weight: 7,
              suggestions: [{ replacement: shown, label: shown }],
            }),
          ),
        ),
});

/** Numbers as desks and forms write them, each behind what it is the number of. */
export const deskNumbers: readonly Look[] = [
  look('case-number', /番号|票|No|ID|NO|第[0-9]/, [AT_DESK, OF_DECISION], '（番号）'),
  look('id-number', /記号/, [HEALTH], '（番号）'),
  look('bank-account', /振込|引落|入金/, [PAID_TO], '（口座番号）'),
  look('phone-number', / - [0-9]/, [SPREAD_MOBILE], '（電話番号）'),
  look('email-address', / (?:at|AT|アット) /, [SPOKEN_MAIL], '（メールアドレス）'),
  look('birth-date', /生|誕生日/, [BORN], '（生年月日）'),
];
