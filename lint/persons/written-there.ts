import { GAZETTEER } from '../places/gazetteer.ts';
import { matchAll } from '../text/match.ts';
import { isSurname } from './lexicon.ts';
import { isListed, namesBy, type Signal, type Span } from './signals.ts';

// 3件目 根室宅: one of the homes of a round.
const ON_THE_ROUND =
  /(?<=(?:[0-9]件目|[①-⑨]|(?:^|\n)[・●])[ :、]{0,2})(?<value>[\u3400-\u9fff々]{1,3})(?=宅[ :、は])/g;
// 奥様方: with whom somebody lives.
const LIVES_WITH = /(?<=[ \n0-9号室])(?<value>[\u3400-\u9fff々]{1,3})(?=様方(?:[。、)\n ]|$))/g;
// まりんから「引っ越し代の…」: whoever writes, at the beginning of a line.
const WRITES = /(?<=^|[\n。!?] ?)(?<value>[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,6}|[\u3400-\u9fff々]{1,3})(?=から「)/g;
// 旅券の表記は SUGIARTO BUDI
const AS_SPELLED =
  /(?<=(?:旅券|パスポート|在留カード|カード|通帳|免許証?)(?:の)?(?:表記|つづり|綴り|スペル|ローマ字)(?:は|が|:|「| ){1,3})[A-Z]{2,15}(?: [A-Z]{2,15}){0,4}/g;
// とわ、って読むんですね, さん（たかなしって読むやつ）: how a name is read.
const READ_SO =
  /(?<=^|[\n。、「『( ])(?<value>[ぁ-ゖ]{2,8})(?=[」』]?、?(?:って|と)読(?:む(?:ん|の|や|そ|らし|か|方|ら|$|[。、)])|み(?:ます|、)|ませ))/g;
// 「サワダ 3000円」: on an envelope.
const ON_AN_ENVELOPE = /(?<=[「『])(?<value>[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,5})(?= ?[0-9,]{2,7}円)/g;
// 「みよこ 098…」: in a notebook.
const WITH_NUMBER = /(?<=[「『\n])(?<value>[ァ-ヺー]{2,6}|[ぁ-ゖ]{2,5})(?= {0,2}0[0-9]{1,3}[-…( )0-9])/g;

/** みよこ, たきえ: kana that ends as given names do. */
const isLikeName = (name: string) => isListed(name) || /[こえみよ]$/.test(name);

const SIGNALS: readonly Signal[] = [
  [WRITES, (name) => isListed(name) && (name.length > 1 || isSurname(name))],
  [AS_SPELLED],
  [READ_SO, isListed],
  [ON_AN_ENVELOPE, isLikeName],
  [WITH_NUMBER, isLikeName],
];

/** Names where they are written down: on a list of visits, an envelope, a passport, at the head of a message. */
export const writtenThere = (text: string): Span[] => [
  ...namesBy(text, SIGNALS),
  // 奥 and 根室 are a role and a place elsewhere.
  ...[ON_THE_ROUND, LIVES_WITH].flatMap((pattern) =>
    matchAll(text, pattern)
      .filter(({ text: name }) => isSurname(name) || GAZETTEER.has(name) || name === '奥')
      .map(({ start, end }) => ({ start, end })),
  ),
];
