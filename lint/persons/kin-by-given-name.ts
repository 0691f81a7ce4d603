import { matchAll } from '../text/match.ts';
import { isGivenName, readsAsGivenName } from './lexicon.ts';
import { isRole } from './roles.ts';
import { isListed, namesBy, type Signal, type Span } from './signals.ts';

// 父正、長女舞、三女歩の: kin, one after another, each with a name of one or two characters.
const ROW_OF_KIN =
  /(?:(?:^|[、・(「 はとも])(?:父|母|夫|妻|兄|姉|弟|妹|祖父|祖母|長男|次男|三男|四男|長女|次女|三女|四女|二男|二女|息子|娘)[\u3400-\u9fff々ぁ-ゖ]{1,3}(?=[、・との(])){2,6}/g;
const ONE_OF_KIN =
  /(?<=(?:^|[、・(「 はとも])(?:父|母|夫|妻|兄|姉|弟|妹|祖父|祖母|長男|次男|三男|四男|長女|次女|三女|四女|二男|二女|息子|娘))[\u3400-\u9fff々ぁ-ゖ]{1,3}$/;
// 末っ子の海は6年4組で, 弟のわたるが: a child and in which class; kana that is a verb as well.
const CHILD_IN_CLASS =
  /(?<=(?:末っ子|長男|次男|三男|長女|次女|三女|息子|娘|弟|妹|孫|下の子|上の子)の)(?<value>[\u3400-\u9fff]{1,2}|[ぁ-ゖ]{2,4})(?=は(?:[小中高]?[1-6]年|[小中高][1-6]|[0-9]{1,2}歳|年[長中少]))/g;
const KIN_KANA =
  /(?<=(?<![\u3400-\u9fff])(?:息子|娘|弟|妹|兄|姉|孫|長男|次男|三男|長女|次女|三女|夫|妻|甥|姪)の)(?<value>わたる|のぼる|まもる|すすむ|つとむ|おさむ|まなぶ|かなえ|しげる|みのる|ひろし|さとる|いさむ|たもつ|あゆむ|めぐむ|はじめ|かおる|しのぶ|めぐみ|つばさ|あかり|さくら|すみれ|もえ|りん|あおい|ひなた|そら|うみ|だいち|たいよう|みなと|なぎさ|かえで|あんず|ゆず|いちご|つむぎ|こはる)(?=[がはもとをに])/g;
// 長男の公平）, 「公平には迷惑を…」: a given name that is a noun as well, where nothing else is said of it.
const KIN_ALONE =
  /(?<=(?:長男|次男|三男|長女|次女|三女|息子|娘|弟|妹|孫|甥|姪)の)(?<value>[\u3400-\u9fff々]{2,3})(?=[)、。]|が「|は「)/g;
// いろはちゃんとそうすけくん
const CHILDREN =
  /(?<![ぁ-ゖァ-ヺー\u3400-\u9fff々])(?<value>[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4}|[\u3400-\u9fff々]{1,3})(?=ちゃんと[ぁ-ゖァ-ヺー\u3400-\u9fff々]{1,4}?(?:くん|ちゃん|さん))/g;

const isGiven = (name: string) => isGivenName(name) || readsAsGivenName(name);

const SIGNALS: readonly Signal[] = [
  [CHILD_IN_CLASS, (name) => (isListed(name) || /^[\u3400-\u9fff]$/.test(name)) && name !== '家'],
  [KIN_KANA],
  [KIN_ALONE, isGiven],
  [CHILDREN, isGiven],
];

function inRows(text: string): Span[] {
  return matchAll(text, ROW_OF_KIN).flatMap(({ start: from, text: row }) => {
    const found: Span[] = [];
    for (let at = 1; at <= row.length; at += 1) {
      if (at < row.length && !/[、・との(]/.test(row[at] as string)) continue;
      const name = ONE_OF_KIN.exec(row.slice(0, at))?.[0];
      if (name && isListed(name) && !isRole(name))
        found.push({ start: from + at - name.length, end: from + at });
    }
    return found.length > 1 ? found : [];
  });
}

/** Given names of kin: in a row of them, of children in their class, of those that are other words as well. */
export const kinByGivenName = (text: string): Span[] => [...namesBy(text, SIGNALS), ...inRows(text)];
