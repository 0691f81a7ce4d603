import type { Reading } from '../reading.ts';
import type { Hit, Rule } from '../rule.ts';
import { after, before } from '../text/context.ts';
import { type DateMention, partOfMonth } from '../text/dates.ts';

// What happens to one person.
const EVENT =
  /一緒に|行[きくっ]|来所|来談|面談|訪問|受診|通院|入院|退院|手術|転入|転出|転居|引っ?越|退去|立ち?退|退職|離職|就職|採用|解雇|内定|面接|初出勤|家を出|家出|逮捕|釈放|出所|入所|退所|避難|保護|健診|検診|予定日|出産|生まれ|死亡|亡くな|急死|他界|葬儀|離婚|結婚|入籍|卒業|入学|退園|退学|転校|転園|車検|申請|届|同行|電話|連絡|相談|支給|決定|払|振込|入金|返済|督促|差押|停止|止ま|止め|切れ|期限|満了|認定|診断|倒れ|救急|契約|更新|有効|さかのぼ|鑑定|審判|裁判|渡す|渡した|来[また]|通知が|交付|やめ|辞め|職を|受任|会う|会った|泊|待[っつ]|始め|働き|出勤|〜$|~$/;
// What happens to a programme, a meeting, an office.
const PROGRAMME =
  /付け(?!で(?:解雇|退職|離職|雇い止め|やめ|辞め))|付の|改正|改定|施行|適用|公布|告示|(?<!受任|決定)通知|基準日|発送|再送|消印|発行|発出|第[0-9-]+号|[0-9訂の]版|現在|締切|〆切|締め切り|申し?込|受付(?:中|開始|期間)|募集|開催|開会|会場|日時|日 ?時|シンポジウム|研修|勉強会|講座|講演|セミナー|説明会|会議|定例|部会|例会|次回|総会|交流会|例会|報告会|懇談会|協議会|運営|議題|広報|閉庁|年末年始|営業|開所|休業|休み|祝日|開始予定|公募|予算|補正|年度|公開|配信|収録|アンケート|提出(?:締|期限)|毎年|毎月|前年|例年|サービス開始|窓口を|開け[るて]|閉め[るて]|システム|窓口は|ホームページ|サイト/;

/** Whether the clause around a date, then its sentence, then the text as a whole speaks of a person's life. */
function concernsClient(
  { text, aboutClient, persons, profile }: Reading,
  { start, end, month }: DateMention,
): boolean {
  const shown = text.slice(start, end);
  const left = before(text, start, 60);
  const right = after(text, end, 60);
  const clauseLeft = left.slice(Math.max(left.lastIndexOf('、'), left.lastIndexOf('・')) + 1);
  const clauseRight = right.split('、')[0] ?? '';
  if (
    /^(?:付(?!け?で(?:解雇|退職|離職|雇い止め|採用|転[居入出]|やめ|辞め))|改正|現在|締切|施行|告示|発行|版|から施行|から適用|必着|開催|開始|[~-](?=[0-9])|\)?から ?[0-9]{1,2}月|の?[0-9]{1,2}(?:時|:[0-9]{2})(?:から|~|-)[0-9])/.test(
      right,
    )
  )
    return false;
  // 次は3/13、市営住宅の申込書を一緒に: the next time of somebody who is named.
  if (/次(?:回|は) ?[は:]? ?$/.test(left))
    return (
      (persons.length > 0 || profile === 'case') &&
      (/次は/.test(left) || EVENT.test(right) || /さん|様/.test(left + right.split('。')[0]))
    );
  if (
    /(?:日時|日 ?時|開催日|締切|会期|毎月|毎年|毎週|前月の|当月の|各月|[0-9]日?(?:から|~|-)|最初の|年度末の) ?[は:]? ?$/.test(
      left,
    )
  )
    return false;
  if (
    month === undefined &&
    (/(?:[週月約各丸]|月の|くとも|最[長大短])$/.test(left) ||
      // 3日に1回
      /^に(?:[0-9一二三何数]|いち)[回度]/.test(right) ||
      !/^(?:に|の(?!作業|うち|間)|まで|から|、|頃|ごろ|だ|です|[入退][院所居学]|手術|出産|面談|面接|受診|釈放|出所)/.test(
        right,
      )) &&
    !/^[今先来同昨明前翌]/.test(shown)
  )
    return false;
  if (
    month === undefined &&
    /^(?:まで|から|以降|以内|締)/.test(right) &&
    !/本人|さん|くん|ちゃん|様|氏/.test(left) &&
    !/^[今先来同昨明前翌]/.test(shown)
  )
    return false;
  if (PROGRAMME.test(clauseLeft + clauseRight))
    return (
      EVENT.test(clauseRight) &&
      aboutClient &&
      !/会議|研修|シンポジウム|次回|締切|改正|閉庁/.test(clauseLeft + clauseRight)
    );
  if (EVENT.test(clauseLeft + clauseRight) && aboutClient) return true;
  if (PROGRAMME.test(left + right)) return false;
  return aboutClient && profile !== 'note';
}

export const exactDate: Rule = {
  id: 'exact-date',
  severity: 'warning',
  title: '正確な日付',
  message:
    '日付まで書くと、ほかの手がかりと合わせて本人が分かることがあります。上旬・中旬・下旬で足りませんか。',
  find(reading) {
    const hits: Hit[] = [];
    for (const date of reading.dates) {
      if (!concernsClient(reading, date)) continue;
      const replacement = partOfMonth(date);
      hits.push({
        start: date.start,
        end: date.end,
        weight: 1,
        suggestions: [{ replacement, label: replacement }],
      });
    }
    return hits;
  },
  examples: {
    flagged: [
      { text: '本人は5月12日に転入しました', hit: '5月12日', suggestion: '5月中旬' },
      { text: '母が令和六年十月二十一日に来所', hit: '令和六年十月二十一日', suggestion: '10月下旬' },
    ],
    clean: [
      '令和5年4月1日施行です',
      '10月31日締切',
      '会議は2月24日（木）14:00から',
      '要綱は平成30年10月1日改正の版',
    ],
  },
};
