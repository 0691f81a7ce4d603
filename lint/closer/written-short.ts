import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

const found = (pattern: RegExp, weight: number, replacement: string) => (text: string) =>
  matchAll(text, pattern).map(
    ({ start, end }): Hit => ({
      start,
      end,
      weight,
      suggestions: [{ replacement, label: replacement }],
    }),
  );

// 79.7.21生まれ, 生年月日 54.7.21, 1979年(昭和54年)7月21日生, 昭和・54年7月21日
const births = found(
  /(?<=[0-9](?:歳|才)[、 ・/(]{1,2}|(?:うまれ|生 ?年|生れ)[:はがの ]{1,3})[MTSHR明大昭平令][0-9元]{1,2}[./][0-9]{1,2}[./][0-9]{1,2}(?![0-9])|(?<=(?:生年月日|誕生日|生まれ)[はがの: |]{0,3})[0-9]{2}[./][0-9]{1,2}[./][0-9]{1,2}(?![0-9./])|(?<![0-9./])[0-9]{2}[./][0-9]{1,2}[./][0-9]{1,2}(?= ?生(?:まれ)?)|(?:(?:19|20)[0-9]{2}年? ?\((?:明治|大正|昭和|平成|令和|[MTSHR])[0-9元]{1,2}年?\)|(?:明治|大正|昭和|平成|令和)[0-9元]{1,2}年? ?\((?:19|20)[0-9]{2}年?\)) ?年?[0-9]{1,2}[月./-][0-9]{1,2}日?(?= ?生)|(?:明治|大正|昭和|平成|令和)・[0-9元]{1,2}年 ?[0-9]{1,2}月 ?[0-9]{1,2}日/g,
  6,
  '（生年月日）',
);

// 生年月日:昭和 55 年 4 月 12 日, S 55.4.12, 550412, 3-55.4.12, 12/04/1980: whatever stands behind the label.
const labelled = found(
  /(?<=(?:生年月日|生 ?年 ?月 ?日|誕生日|DOB|セイネンガッピ)(?:は|が|:|\||\n| |\(){1,3})(?:(?:明治|大正|昭和|平成|令和|[MTSHRmtshr明大昭平令]|[1-5]-)[・. ]{0,2}[0-9元]{1,2} ?[年.,・/ -] ?[0-9]{1,2} ?[月.,・/ -] ?[0-9]{1,2}(?: ?日)?|(?:[MTSHRmtshr]|[1-5]-?)[0-9]{6}|[0-9]{6}|(?:19|20)[0-9]{2} ?[年.,・/ -] ?[0-9]{1,2} ?[月.,・/ -] ?[0-9]{1,2}(?: ?日)?|[0-9]{1,2}[/-][0-9]{1,2}[/-](?:19|20)[0-9]{2})(?![0-9])/g,
  6,
  '（生年月日）',
);
// 本人(S55.4.12、45歳), 夫:S52.3.3, 本人、昭和55年4月12日(45歳): a whole date by whose it is or beside an age.
const FULL =
  '(?:(?:明治|大正|昭和|平成|令和|[MTSHR明大昭平令])[0-9元]{1,2}[年./・][0-9]{1,2}[月./・][0-9]{1,2}日?|(?:19|20)[0-9]{2}[年./][0-9]{1,2}[月./][0-9]{1,2}日?)';
const byWhose = found(
  new RegExp(
    `(?<=(?:本人|父|母|夫|妻|兄|姉|弟|妹|長男|次男|三男|長女|次女|三女|息子|娘|孫)(?:\\(| |:|、){1,2})${FULL}(?=(?:[、 ]|\\()?[0-9]{1,3}歳|\\([0-9]{1,3}[歳)]|$|\\n| ?[男女])|${FULL}(?=[、 (]{1,2}[0-9]{1,3}歳[)、 ])|${FULL}(?= ?(?:生まれ|に出生|出生))`,
    'g',
  ),
  5.5,
  '（生年月日）',
);
// 制度は昭和25年5月4日に生まれました
const OF_THINGS = /(?:制度|法|法人|NPO|団体|会|センター|事業|施設)(?:は|が)[^、。]{0,2}$/;

export const shortBirths: Look = {
  rule: 'birth-date',
  find: ({ text, aboutClient }) => [
    ...births(text),
    ...labelled(text),
    ...(aboutClient ? byWhose(text) : []),
  ],
  isNone: ({ text }, { rule, start }) =>
    rule.id === 'birth-date' && OF_THINGS.test(text.slice(Math.max(0, start - 10), start)),
};

// 090〜1234〜5678, 090、1234、5678, 090ハイフン1234ハイフン5678, | 090 | 1234 | 5678 |, 0081 90 1234 5678
const BETWEEN = '(?:[〜~、,・=━―—|\\t:一ー－‐-]| |ハイフン|の){1,4}';
const separated = found(
  new RegExp(
    `(?<![0-9])0[5789]0${BETWEEN}[0-9]{4}${BETWEEN}[0-9]{4}(?![0-9])|(?<![0-9])(?:00|\\(?\\+)?81\\)?[ -]?\\(?0?\\)?[5789]0[ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])`,
    'g',
  ),
  // Less than the rule's, which is certain of a plain one.
  5.9,
  '（電話番号）',
);

export const separatedPhones: Look = {
  rule: 'phone-number',
  find: ({ text, notice }) => (notice ? [] : separated(text)),
};

// 国保の番号01234567, 年金証書の番号1234-567890-1350, 児童扶養手当証書 第12345号
const insured = found(
  /(?<=(?:国保|社保|健保|協会けんぽ|後期高齢(?:者医療)?|保険証|資格確認書|年金証書|年金手帳|年金|証書|医療証|受給者証|手帳|免許証?|パスポート|旅券|在留カード|身分証)(?:の|、| )?(?:記号|番号|No\.?|№)(?:は|が|:|「| ){0,2})[A-Z]{0,2}[0-9](?:-?[0-9]){4,15}(?![0-9-])|(?<![A-Za-z0-9])P[0-9]{7}[A-Z](?![A-Za-z0-9])|(?<=(?:証書|医療証|受給者証|認定証明書|手帳)(?:は|の|:|\(| ){0,2})第[A-Z]{0,3}[0-9]{4,10}号/g,
  6.2,
  '（番号）',
);

export const insuredNumbers: Look = {
  rule: 'id-number',
  find: ({ text }) => insured(text),
};

// 003-0988 札幌市白石区: before a municipality, whatever is said of it.
const codes = found(
  /(?<![0-9A-Za-z-])[0-9]{3}-[0-9]{4}(?=[、, ]{0,2}(?:北海道)?[\u3400-\u9fff]{1,5}[市町村区郡])/g,
  6,
  '（郵便番号）',
);

export const codesBeforePlaces: Look = {
  rule: 'postal-code',
  find: ({ text, aboutClient }) => (aboutClient ? codes(text) : []),
};

// PayPay銀行(003) 普1234567
const accounts = found(/(?<=(?:普|当|貯)[ :)]{0,2})[0-9]{7}(?![0-9-])/g, 6.2, '（口座番号）');

export const shortAccounts: Look = {
  rule: 'bank-account',
  find: ({ text, notice }) => (notice ? [] : accounts(text)),
};

// 車のナンバー12-34, ナンバーが・・58
const plates = found(
  /(?<=(?:車|軽|ワゴン|バン|トラック)の?ナンバー(?:は|が|:|「| ){0,2})(?:[0-9]{2}-[0-9]{2}|[・.]{1,3}[0-9]{1,3}|[0-9]{4})(?![0-9-])|(?<=ナンバー(?:は|が|:|「| ){0,2})[\u3400-\u9fff]{1,4} ?[0-9]{2,3} ?[ぁ-ん] ?(?:[0-9]{1,2}-[0-9]{2}|[・.]{0,3}[0-9]{1,4})(?![0-9-])/g,
  5.2,
  '（車のナンバー）',
);

export const shortPlates: Look = {
  rule: 'vehicle-number',
  find: ({ text, aboutClient }) => (aboutClient ? plates(text) : []),
};

// 小6・3組
const classes = found(/[小中高][1-6](?:・|、| )[1-9A-Z]組/g, 2, '（学年）');

export const shortClasses: Look = {
  rule: 'exact-age',
  find: ({ text, aboutClient }) => (aboutClient ? classes(text) : []),
};

// 番号3588 0000 1111 2226と名義: four groups, where somebody's card is spoken of.
const groups = found(
  /(?<![0-9-])[0-9]{4}(?<gap>[ -])[0-9]{4}\k<gap>[0-9]{4}\k<gap>[0-9]{4}(?![0-9-])/g,
  7.5,
  '（カード番号）',
);
const OF_CARD = /カード|名義|有効|クレジット|クレカ|デビット|セキュリティ|VISA|JCB|MASTER/i;

export const shortCards: Look = {
  rule: 'card-number',
  find: ({ text }) =>
    groups(text).filter(({ start, end }) => OF_CARD.test(text.slice(Math.max(0, start - 30), end + 30))),
};

// 写真のブログ（https://…）
const ownBlog = found(
  /(?<=(?:ブログ|日記|チャンネル|配信|プロフ(?:ィール)?|マイページ)(?:は|が|の|:|\(| |→){1,2})https?:\/\/[A-Za-z0-9_.@%/?=&#~:-]{6,100}/g,
  7,
  '（個人のページ）',
);

// x.com/taro_sato/status/123, line.me/ti/p/~taro1985: the address tells the name.
const pages = found(
  /(?<![A-Za-z0-9.@/-])(?:https?:\/\/)?(?:(?:www\.|mobile\.|m\.)?(?:x|twitter|threads)\.(?:com|net)\/@?[A-Za-z0-9_]{2,20}\/(?:status|post)\/[0-9A-Za-z]{3,30}|[a-z0-9-]{3,40}\.(?:hatena(?:blog|diary)\.(?:com|jp|org)|fc2\.com|livedoor\.blog|seesaa\.net|blog\.jp|tumblr\.com|jimdo(?:free)?\.com|wixsite\.com|wordpress\.com|cocolog-nifty\.com|exblog\.jp|booth\.pm|stores\.jp|base\.shop|theblog\.me|amebaownd\.com)\/?(?![A-Za-z0-9])|line\.me\/(?:R\/)?ti\/p\/~?[A-Za-z0-9_.@-]{3,40}|(?:www\.)?instagram\.com\/[A-Za-z0-9_.]{2,30}\/(?:p|reel)\/[A-Za-z0-9_-]{3,40})/g,
  7,
  '（個人のページ）',
);
const OFFICIAL = /公式|法人|団体|センター|事務局|広報|キャンペーン|道庁|市役所/;
/** Characters before an address that say whose it is. */
const BEFORE = 30;

export const postPages: Look = {
  rule: 'profile-url',
  find: ({ text, aboutClient }) =>
    aboutClient
      ? [...pages(text), ...ownBlog(text)].filter(
          ({ start }) => !OFFICIAL.test(text.slice(Math.max(0, start - BEFORE), start)),
        )
      : [],
};
