import type { Hit } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

const KIND =
  'グループホーム|ケアホーム|サ高住|サービス付き高齢者(?:向け)?住宅|特養|老健|有料老人ホーム|救護施設|作業所|就労[AB]型?|B型(?:事業所)?|A型(?:事業所)?|シェルター|自立援助ホーム|自立準備ホーム|児童養護施設|母子生活支援施設|母子寮|デイサービス|地域活動支援センター|地活|宿泊所|更生施設';
// いさり火（グループホーム）: what sort it is, in brackets behind its name.
const IN_BRACKETS = new RegExp(
  `(?<=^|[\\n:、。「 |→])(?<value>[\\u3400-\\u9fff々ぁ-ゖァ-ヺーA-Za-z]{2,12})(?=\\((?:${KIND})[)、・])`,
  'g',
);
// 母子生活支援施設のポートすみれを見学
const WHICH = new RegExp(
  `(?<=(?:${KIND})の)(?!スタッフ|ヘルパー|サービス|ショート|ルール|パンフ|プログラム|メンバー|シフト|ベッド|キッチン|トイレ|ほう|みなさん|ひと|なか|そば|ところ|あと|まえ)(?<value>[ァ-ヺー]{2,8}[ぁ-ゖ\\u3400-\\u9fff]{0,6}|[ぁ-ゖ]{3,8}[\\u3400-\\u9fff]{0,3}|「[^「」\\n]{2,12}」)(?=を(?:見学|利用|退所|出[たて])|に(?:入[居所っ]|通[所っいう]|体験|移[っる]|泊ま|申し?込|空き)|へ(?:入|移|体験|見学))`,
  'g',
);
// デイ（ゆうあい）週1, ヘルパー（さくら訪問介護）
const KIND_AND_NAME =
  /(?<=(?:デイ(?:サービス|ケア)?|ヘルパー|訪問看護|訪看|[AB]型|作業所|グループホーム|GH|ショート(?:ステイ)?|生活介護|就労移行|放デイ)\()(?![週月火水木金土日年0-9回計約要毎午])[^()、。:\n0-9]{2,12}(?=\)(?: ?[週月][0-9一二三四五]|、|\n|を|に|へ|$))/g;
const STATE =
  /^(?:利用|予定|希望|申請|検討|空き|見学|体験|調整|未定|継続|終了|中止|市内|町内|近隣|通所|訪問|介護|保険|障害|高齢|有料|無料|民間|公営|なし|あり|同上)|(?:中|予定|希望|のみ|程度|以上|利用|待ち|済み?)$/;
// 就労継続支援B型「ゆめの木」週4日, デイ「ほほえみ」に
const QUOTED =
  /(?<=(?:[AB]型|就労[AB]|就労継続支援|就労移行支援|就労移行|デイ(?:ケア|サービス)?|生活介護|地活|放デイ|学童|日中一時)「)[^「」\n]{2,12}(?=」(?:[ 、]?(?:週|月)[0-9一二三四五]|に(?:通|行|週)|を(?:利用|休)|利用|から帰))/g;
// 本人が通う「ひだまり工房」で
const WHERE_TO =
  /(?<=(?:通う|通っている|通った|利用する|利用している|利用中の|入居中の|入所中の|暮らす)「)[^「」\n]{2,12}(?=」(?:で|に|の|を|へ|から))/g;
const OTHER_KIND =
  /(?:学校|高校|中学|大学|塾|教室|病院|クリニック|医院|会社|制度|サービス|給付|貸付|コース|プラン|カード|アプリ)$/;
const NO_NAME =
  /(?:入居先|入所先|住まい|現在地|避難先|利用先|転居先|通所先|希望先|行き先|施設|自宅|本人|母|父|夫|妻|兄|姉|弟|妹|祖母|祖父|長男|長女)$|(?:の方|さん|へ|に|で)$/;
// 施設は北星まきば学園: a home for children that is called a school.
const HOME_BEFORE = /(?:児童養護施設|養護施設|施設|乳児院|更生施設)[はのが:、 「]{1,3}$/;

const hit = (start: number, end: number): Hit => ({
  start,
  end,
  weight: 3.4,
  suggestions: [{ replacement: '市内の施設', label: '市内の施設' }],
});

/** Homes and workshops by what sort of them is said beside a name that says nothing. */
export const homes: Look = {
  rule: 'care-facility',
  find: ({ text, aboutClient, institutions }) =>
    !aboutClient
      ? []
      : [
          ...[
            ...matchAll(text, IN_BRACKETS),
            ...matchAll(text, WHICH),
            ...matchAll(text, QUOTED),
            ...matchAll(text, KIND_AND_NAME).filter(({ text: name }) => !STATE.test(name)),
            ...matchAll(text, WHERE_TO).filter(({ text: name }) => !OTHER_KIND.test(name)),
          ]
            .filter(({ text: name }) => !NO_NAME.test(name))
            .map(({ start, end }) => hit(start, end)),
          ...institutions
            .filter(
              ({ kind, named, start }) =>
                kind === 'school' && named && HOME_BEFORE.test(before(text, start, 12)),
            )
            .map(({ start, end }) => hit(start, end)),
        ],
};
