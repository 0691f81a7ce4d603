import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { placeOf } from '../text/sorted.ts';
import { isForeignName } from './foreign-names.ts';
import { isFullName, isGivenName, isRarelyName, isSurname, KANA_NOUNS, readsAsGivenName } from './lexicon.ts';
import { isRole, RELATIVE } from './roles.ts';
import type { Word } from './tagger/features.ts';

interface Span {
  start: number;
  end: number;
}

const WORD = '(?<value>[\\u3400-\\u9fff々]{1,4}|[ァ-ヺー]{2,8}|[ぁ-ゖ]{2,5})';
/** Where a word begins that nothing is written together with. */
const ALONE =
  '(?<=^|[\\n 、。「『(:・→\udc00-\udfff]|[\\u3400-\\u9fff々][のはがをにとでも]|(?:だが|いる|った|した|から|ので|けど))';

// 石狩という方が, エウジェニアという利用者は: whatever the word is, it is somebody.
const SAID_OF_SOMEBODY =
  /(?<![\u3400-\u9fff々ァ-ヺー])(?<value>[\u3400-\u9fff々]{1,4}|[ァ-ヺー]{2,10})(?=(?:という|と名乗る|っていう)(?:方(?![法向針])|人(?![生々数口手事])|女性|男性|女の子|男の子|青年|利用者|お客さん|相談者|おじ(?:い)?さん|おば(?:あ)?さん))/g;
// 帯刀から折り返しあり, 出雲いわく, 出雲名義の
const SPEAKER = new RegExp(
  `${ALONE}${WORD}(?=から(?:電話|折り?返|LINE|ライン|メール|連絡|着信|手紙|返信|返事|伝言|入電|年賀状|「)|いわく|名義[のでをが]|本人[はがにを])`,
  'g',
);
const DOES =
  '泣[いきく]|怒[っりる]|怯え|黙[っり]|うつむ|笑[っいう]|喜[んび]|倒れ|働[いきくか]|暮ら|住[んみむ]|訪ね|来所|来[たてまず]|帰[っりるら]|逃げ|迎え|戻[っりるら]|出られ|解約|逮捕|保護され|骨折|けがを|怪我|発熱|熱を出|妊娠|合格|受から|卒業|入学|転校|補導|クビ|亡くな|死ん|眠れ|拒[みむん]|嫌が|通って|通院|受かっ|欠席|お?休[みん]|言[っいうわ]|話[しす]|述べ|漏ら|答え|尋ね|頼[んみ]|断[っり]|怒鳴|叩[いく]|殴|貸し|借り|抱え|飲[んみ]|食べ|入院|退院|転院|就職|退職|離婚|再婚|再飲酒|出産|引っ越|失業|滞納|認め|同意|名乗|譲ら|寝たきり|手伝|預け|待って|かばっ|うなず|起き|入っ|入居|入所|持って|着て|駆け込|座[っり]|代わ[っり]|抜け|行って|サイン|すっぽか|サボ|遅刻|早退|寝坊|寝て|履歴書|返信し|既読|面接を|服薬|頑張|がんば';
// 船橋は「…」, 鎌仲は痛みで眠れず, 峠、庭で倒れて: what only people do.
const WHO_DOES = new RegExp(
  `${ALONE}${WORD}(?=(?:[はが]「|(?:は|が|も|、|だけ|まで|とは)[^、。\\n「」はがの]{0,14}(?:${DOES})))`,
  'g',
);
// 鵜沼の遺品, 蒼空のお母さん, 馬込に同意, 鞘と約束: what is done with people, and what they have.
const OF_WHOM = new RegExp(
  `${ALONE}${WORD}(?=の(?:親(?![方戚族])|お?母|お?父|お?兄|お?姉|弟|妹|妻|夫|祖母|祖父|息子|娘|おば|おじ|遺品|声|引っ?越し|通帳|保険証|滞納|面談|受診|退院|入院|書類|ビザ|在留期限|パスポート|バイト先|体調|初出勤|スマホ(?!代|決済|ゲーム)|在留カード|免許証|診察券|母子手帳|旅券|LINE|ライン|インスタ|連絡先|電話番号|携帯番号|アカウント|誕生日|彼氏|彼女|歯|ほうは|ほうが|ほうから|件[、で])|と(?:同居|けんか|喧嘩|会[っいう]|面談|面会|話[しす]|折り合い|約束|は玄関)|を(?:担当|叩|殴|引き取|迎え|かば|訪ね|避け)|に(?:託|同意|会[っいう]|電話し|手渡|貸し|聞い|預け|頼ん|殴|殺|怒ら|似て|も?説明|「))`,
  'g',
);
// 娘の雫は, 弟の岳を, 末の空だけ: a given name of one character behind a relative.
const OF_RELATIVE = new RegExp(
  `(?<=(?<![\\u3400-\\u9fff])(?:${RELATIVE}|末|継父|継母|内縁|先輩|後輩|お兄ちゃん|お姉ちゃん)の)(?<value>[\\u3400-\\u9fff]|[\\u3400-\\u9fff々]{2,3}|[ァ-ヺー]{2,8}|[ぁ-ゖ]{3,4}?)(?=[はがをにともへ、)」]|である|だけ|まで|から)`,
  'g',
);
// 妻の名「みよし」, 名を聞いても「船長」としか
const QUOTED = new RegExp(
  `(?<=${RELATIVE}の名(?:前)?(?:は|が)?「)(?<value>[^「」\\n、。 ]{2,8})(?=」)|(?<=名(?:前)?を(?:聞|尋ね|問)[^「。\\n]{0,6}「)(?<value2>[^「」\\n、。 ]{2,6})(?=」と(?:しか|だけ|答え|名乗))`,
  'g',
);
// 十と書いて「つなし」と読む, ライ麦ってあだ名の子
const SPELLED =
  /(?<![\u3400-\u9fff々])(?<value>[\u3400-\u9fff々]{1,4})(?=と書いて「?[ぁ-ゖ]{2,6}」?(?:と読|さん))|(?<=[\u3400-\u9fff々]と書いて「?)(?<value2>[ぁ-ゖ]{2,6})(?=」?(?:と読|さん))|(?<=^|[\n 、。「])(?<value3>[^\s、。「」はがをにで]{2,6})(?=(?:って|という)(?:いう)?あだ名)/g;

// 名字は砥石らしい; 門別 和（なごみ）さん; 元夫（滝）; 「お世話になります、江差です」
const TOLD =
  /(?<=(?:名字|苗字|姓)は)(?<value>[\u3400-\u9fff々]{1,4})(?=らしい|だそう|と聞|です|だ[。、])|(?<=[\u3400-\u9fff々]\()(?<value2>[ぁ-ゖ]{2,6})(?=\)(?:さん|様|くん|ちゃん))|(?<=「(?:お世話になります|こんにちは|もしもし|すみません)、?)(?<value3>[\u3400-\u9fff々]{2,4}|[ァ-ヺー]{2,8})(?=です)/g;
const BRACKETED =
  /(?<=(?:元夫|元妻|夫|妻|父|母|兄|姉|弟|妹|長男|長女|次男|次女|息子|娘|孫|叔父|叔母|同居人|交際相手)\()(?<value>[\u3400-\u9fff])(?=\))/g;

// What a relative has, and what weather and land do.
const THINGS =
  /^[手足家車声死病金心愛顔目耳体話服薬墓骨命側横隣件名姓籍職親子方人分物事形前後上下中外内間時今朝昼夜力夢為他元次別先順番]$|^行方$|^[一二三四五六七八九十]+[日月年人]$/;
const LAND =
  /^[森林山川空海花星月雪風雨谷原島池沼波岩石土水火木草竹桜梅松杉柳菊藤桃光道橋門城寺宮町村里浜泉滝峰丘]$/;
/** From which likelihood the tagger's word and a sign together are enough. */
const ENOUGH = { deed: 0.4, noun: 0.2, land: 0.08, other: 0.05 };

/**
 * Names that somebody is introduced by, or of whom something is told that only people do.
 *
 * @param words of the text, as the dictionary cuts it
 * @param likelihoodOf how likely the tagger thinks that a passage is a name
 */
export function introduced(
  text: string,
  words: readonly Word[],
  likelihoodOf: (span: Span) => number,
): Span[] {
  const wordAt = ({ start, end }: Span) => {
    const word = words[placeOf(words, start)];
    return word?.start === start && word.end === end ? word : undefined;
  };
  const isNoun = (span: Span) => {
    const word = wordAt(span);
    return word?.known === true && !word.pos.includes('固有名詞');
  };
  /** 結果は「…」, 今日は休む: words for what is done and when, which nobody is called. */
  const isDeedOrTime = (span: Span) =>
    isNoun(span) && /サ変接続|副詞可能|形容動詞語幹/.test(wordAt(span)?.pos ?? '');
  const isPerson = (span: Span) => wordAt(span)?.pos.includes('人名') === true;
  /** Kana that begins a sentence, reads like a name and that the dictionary cuts to pieces: みな|と, えみ|り. */
  const isPieces = ({ start }: Span, name: string) =>
    name.length > 2 &&
    readsAsGivenName(name) &&
    !KANA_NOUNS.has(name) &&
    words[placeOf(words, start)]?.start === start &&
    (words[placeOf(words, start)]?.end ?? 0) < start + name.length;
  const isCut = (span: Span, name: string) =>
    /^$|[\n。、「『(・!?]/.test(text[span.start - 1] ?? '') && isPieces(span, name);
  const isKnown = (span: Span, name: string): boolean =>
    /^[ァ-ヺー]+$/.test(name)
      ? isForeignName(name) || readsAsGivenName(name)
      : /^[ぁ-ゖ]+$/.test(name)
        ? readsAsGivenName(name) && !isNoun(span) && (likelihoodOf(span) >= ENOUGH.other || isCut(span, name))
        : isSurname(name) || isGivenName(name) || isFullName(name) || isPerson(span);
  const may = (span: Span & { text: string }): boolean => {
    const { text: name } = span;
    if (isRole(name) || THINGS.test(name)) return false;
    const place = GAZETTEER.get(name);
    if (place && (place.wider !== '道外' || GAZETTEER.has(`${name}県`))) return false;
    const likely = likelihoodOf(span);
    if (name.length > 1 && isDeedOrTime(span) && !isSurname(name) && likely < ENOUGH.deed) return false;
    if (LAND.test(name)) return likely >= ENOUGH.land;
    // ニッカの工場で定年まで働いた
    if (name.length > 1 && isRarelyName(name) && !isSurname(name)) return likely >= ENOUGH.noun;
    if (/^[ぁ-ゖ]+$/.test(name)) return likely >= ENOUGH.other || isCut(span, name);
    return isKnown(span, name) || likely >= (isNoun(span) ? ENOUGH.noun : ENOUGH.other);
  };
  const said = matchAll(text, SAID_OF_SOMEBODY).filter(
    (span) =>
      !isRole(span.text) &&
      !THINGS.test(span.text) &&
      (isKnown(span, span.text) || GAZETTEER.has(span.text) || !isNoun(span)),
  );
  const acting = [SPEAKER, WHO_DOES].flatMap((pattern) => matchAll(text, pattern).filter(may));
  const had = matchAll(text, OF_WHOM).filter((span) => !GAZETTEER.has(span.text) && may(span));
  const kin = matchAll(text, OF_RELATIVE).filter((span) => {
    const { text: name } = span;
    if (isRole(name) || THINGS.test(name) || GAZETTEER.has(name)) return false;
    if (name.length === 1) return isGivenName(name) || likelihoodOf(span) >= ENOUGH.other;
    return (
      (isKnown(span, name) && !isRarelyName(name)) ||
      isPieces(span, name) ||
      likelihoodOf(span) >= ENOUGH.noun
    );
  });
  const bracketed = matchAll(text, BRACKETED).filter(
    ({ text: name }) => isSurname(name) || isGivenName(name),
  );
  const quoted = [QUOTED, SPELLED, TOLD]
    .flatMap((pattern) => matchAll(text, pattern))
    .filter(({ text: name }) => !isRole(name));
  return [...said, ...acting, ...had, ...kin, ...bracketed, ...quoted].map(({ start, end }) => ({
    start,
    end,
  }));
}
