// Words that stand for a client or a relative. 世帯 and 相談者 alone also stand in statistics, so they don't count.
const CLIENT =
  /本人|ご?家族(?!会)|[0-9]歳|(?:ご)?(?:夫|妻|母|父|息子|娘|長男|長女|次男|次女|姉|妹|兄|弟|祖母|祖父)(?:は|が|の|と|へ|に|を|、|\(|:|「|さん)|さん(?:の|は|が|から|に|を|と|、|\()|様(?:の|は|が|から|に|、)|の方(?:が|は|の|で|から|を|に|、)|氏名|居候|来所し|給料|滞納|の男性|の女性|通院|入院|受診|避難して|という(?:方|相談)|在留カード|住まいは|生育歴|卒業後|離婚|失業|雇い止め|退職|解雇|[家寮]を出|転居|引っ?越し|自殺|ひきこもって|借金|(?:した|なった|いる|ない|ある|来た|きた)方(?:が|は|の|を|に|、|です|から)/;

/** Whether a text tells of a person who seeks help, and not of a programme only. */
export const speaksOfClient = (text: string): boolean => CLIENT.test(text);

const ANNOUNCES =
  /お知らせ|ご案内|開催|参加費|定員|申し?込み?(?:先|方法|は|:)|問い?合わ?せ|(?:営業|開館|受付)時間|移転/;

/** Whether a text announces something to everybody: a meeting, opening hours, where to apply. */
export const announces = (text: string): boolean => ANNOUNCES.test(text);
