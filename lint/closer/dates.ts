import type { Reading } from '../reading.ts';
import type { Hit } from '../rule.ts';
import { after, before } from '../text/context.ts';
import { type DateMention, partOfMonth } from '../text/dates.ts';
import { execAll, matchAll } from '../text/match.ts';
import { firstWithin } from '../text/sorted.ts';
import type { Look } from './look.ts';

// 腰を痛めて退職、5月15日付; 診断書は6月3日付で: a paper of a client's own, or what it says.
const PAPER =
  /(?:退職|解雇|離職|雇い止め|採用|異動|転出|転入|診断書|意見書|督促状?|催告書?|差押え?(?:通知)?|内定(?:通知)?|契約書|(?:退職|離婚|転出|休職)[届願]|(?:解雇|離職|採用)通知書?|遺言|手紙|紹介状|申立書?|陳述書)[はがのも、:]{0,2} ?$/;
// 12/24の夜、ルミさんの夫が倒れた: what happened to somebody who is named in the same sentence.
const HAPPENED =
  /倒れ|亡くな|入院|退院|救急|逮捕|家出|家を出|受診|来所|来談|解雇|退職|離婚|出産|転居|引っ?越|保護され|搬送|死亡|行方/;
// 翌月15日までに明け渡す
const NEXT_MONTH = /(?:翌月|翌々月|再来月)(?<day>3[01]|[12][0-9]|[1-9])日(?=まで|に(?![0-9一二])|で)/g;
const OF_HOME =
  /明け?渡|退去|立ち?退|出(?:て|る|なければ)|引き払|返済|支払|払[うわい]|入居|退院|退所|出所|面談|受診/;

// 12月20日付で雇止め
const BY_PAPER =
  /^付け?で(?:解雇|退職|離職|雇い?止め?|採用|転[居入出]|やめ|辞め|終結|終了|廃止|停止|開始|支給|決定|却下|退院|退所|入所|異動|休職|復職|除籍|認定|交付|契約|保護)/;
// 期日は11月19日, 1月31日までに予納: before a court.
const HEARING_BEFORE = /(?:期日|弁論|審尋|調停|審判|断行|催告|開札|引渡し?|明け?渡し?)[はがの:、 ]{0,2}$/;
const HEARING_AFTER = /^(?:まで)?[にの]?(?:予納|納付|出頭|断行|執行|開札|審尋|弁論)/;
// 5日から北斗中央整形に入院, 期限が20日
const DAY_OF_CLIENT =
  /^(?:から|に)[^、。\n]{0,14}(?:入院|退院|手術|入所|転居|引っ?越|初出勤|面接|出所|釈放)|^\)?に(?:裁判所|家裁|地裁|簡裁|入管|区役所|市役所|役場|年金事務所|ハローワーク|病院)(?:です|へ|に|で|と)/;
const DUE_BEFORE = /(?:期限|締切|納期限?|支払日|給料日|引き?落とし?日?)[はがの:]{1,2} ?$/;
const COURSE =
  /^(?:[・●○■◆【〔[]|[0-9]{1,2}[.)、] ?)?(?:支援|経過|対応|動き|履歴)(?:の?(?:経過|内容|記録|状況))?[】〕\]]?[: ]/;
const lineBefore = (text: string, at: number) =>
  text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 200), at);
// 3月14日に倒れた方は: said of one person, whatever else the text is about.
const ALWAYS =
  /^に(?:倒れ|入院し|退院し|亡くな|解雇され|離婚し|出産し|家を出|逮捕され|保護され|搬送され|退所し)(?![^、。\n]{0,4}(?:場合|とき|時は|際))/;
// 次回面談：11月5日
const NEXT_MEETING = /次回の?(?:面談|訪問|来所|受診|予約|同行|面接)日?[はの: ]{1,3}$/;
// 8月21日未明に脱出
const FLED = /^の?(?:未明|早朝|深夜|夜|朝)?に(?:脱出|逃げ|避難|家を出|保護され|飛び出)/;
// 訪問に変更して18日10時
const AT_TIME = /^の? ?(?:午[前後] ?)?[0-9]{1,2}(?:時|:[0-9]{2})/;
const MEETS_CLIENT = /訪問|面談|来所|受診|予約|同行|診察|面接|お会い|会う|待ち合わせ/;
const OF_MANY = /会議|研修|相談会|開催|説明会|講座|定例|例会|締切|募集|毎月/;

function concerns(
  { text, persons, aboutClient, profile }: Reading,
  { start, end, month }: DateMention,
): boolean {
  const left = before(text, start, 60);
  const right = after(text, end, 60);
  if (BY_PAPER.test(right)) return aboutClient;
  if (/^付(?![属け録き])/.test(right)) return aboutClient && PAPER.test(left);
  if (aboutClient && (HEARING_BEFORE.test(left) || HEARING_AFTER.test(right))) return true;
  if (ALWAYS.test(right)) return true;
  if (NEXT_MEETING.test(left)) return aboutClient && (profile === 'case' || persons.length > 0);
  if (FLED.test(right)) return aboutClient;
  if (month === undefined && (DAY_OF_CLIENT.test(right) || (DUE_BEFORE.test(left) && persons.length > 0)))
    return aboutClient;
  // 支援：1月15日 会社に電話。1月22日 …を再発行: each of a case's days.
  if (profile === 'case' && month !== undefined && COURSE.test(lineBefore(text, start))) return true;
  // 次回 2月13日午後、労基署へ同行
  if (/次回[はの: ]{1,6}$/.test(left) && MEETS_CLIENT.test(right)) return persons.length > 0;
  if (AT_TIME.test(right) && MEETS_CLIENT.test(left + right))
    return aboutClient && month === undefined && !OF_MANY.test(left + right);
  const from = start - left.length;
  const until = end + right.length;
  return (
    /^の?(?:朝|昼|夜|晩|夕方|深夜|未明|早朝|午[前後]|に|、)/.test(right) &&
    HAPPENED.test(right) &&
    firstWithin(persons, from, until) !== undefined
  );
}

// 訪問に変更して18日10時: without a month.
const DAY_AND_TIME = /(?<![0-9月第])(?:3[01]|[12]?[0-9])日(?=(?:の?午[前後])?[0-9]{1,2}(?:時|:[0-9]{2}))/g;

/** Dates of a client's life that only the words around them tell. */
export const dates: Look = {
  rule: 'exact-date',
  find(reading) {
    const hit = (start: number, end: number, replacement: string): Hit => ({
      start,
      end,
      weight: 1,
      suggestions: [{ replacement, label: replacement }],
    });
    const named = reading.dates
      .filter((date) => concerns(reading, date))
      .map((date) => hit(date.start, date.end, partOfMonth(date)));
    if (!reading.aboutClient) return named;
    const next = execAll(reading.text, NEXT_MONTH)
      .filter(
        ({ index }) =>
          OF_HOME.test(after(reading.text, index, 30)) &&
          !/毎月|各月|請求/.test(before(reading.text, index, 30)),
      )
      .map(({ index, 0: shown, groups }) =>
        hit(
          index,
          index + shown.length,
          `翌月${partOfMonth({ month: undefined, day: Number(groups?.day) })}`,
        ),
      );
    const meetings = matchAll(reading.text, DAY_AND_TIME)
      .filter(({ start, end }) => {
        const sentence = before(reading.text, start, 40) + after(reading.text, end, 40);
        return MEETS_CLIENT.test(sentence) && !OF_MANY.test(sentence);
      })
      .map(({ start, end, text: shown }) =>
        hit(start, end, partOfMonth({ month: undefined, day: Number.parseInt(shown, 10) })),
      );
    return [...named, ...next, ...meetings];
  },
};
