import { isForeignName } from '../persons/foreign-names.ts';
import { isFullName, isGivenName, isSurname, readsAsGivenName, readsAsSurname } from '../persons/lexicon.ts';
import { isRole } from '../persons/roles.ts';
import type { Word } from '../persons/tagger/features.ts';
import { GAZETTEER } from '../places/gazetteer.ts';
import type { Hit } from '../rule.ts';
import { matchAll } from '../text/match.ts';
import { placeOf } from '../text/sorted.ts';
import type { Look } from './look.ts';

// まるふじ, ウニ丸, Club Luna, おたる寿し政: nothing in them says that they are firms.
const NAME =
  '(?:[\\u3400-\\u9fff々]{2,6}|[ァ-ヺー]{2,10}|[ぁ-ゖー]{2,6}|[\\u3400-\\u9fff々]{1,4}[ァ-ヺー]{2,8}|[ァ-ヺー]{2,8}[\\u3400-\\u9fff々]{1,4}|[ぁ-ゖ]{2,4}[\\u3400-\\u9fff々]{1,3}|[\\u3400-\\u9fff々]{1,3}の[\\u3400-\\u9fff々ぁ-ゖ]{1,4}|[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]+)?)';
const ALONE =
  '(?<=^|[\\n 、。「『(:・→|\\udc00-\\udfff]|[\\u3400-\\u9fff々ァ-ヺー](?:さん)?[のはがをにとも]|(?:さん|くん|ちゃん)[、のはがも]|[0-9]日?で|(?:いま|今|昔|昼|夜|朝|最後|元)は?)';
const SORT =
  '(?:会社|店|お店|飯場|工場|商店|牧場|農園|農家|料理屋|洋品店|美容室|美容院|理容室|居酒屋|スナック|食堂|喫茶店?|カフェ|パン屋|弁当屋|旅館|民宿|ホテル|運送屋|工務店|派遣会社|警備会社|建設会社|輸出会社|水産会社|[^、。\\n「」]{0,8}(?:の|な)(?:会社|店|工場))';
const TERM = '(?:[0-9〇一二三四五六七八九十]{1,3}(?:年|か月|ヶ月|日)(?:間|以上|近く|ほど)?|週[0-9一二三四五六七][^、。\\n]{0,4}|[0-9/月日]{2,8}(?:付け?)?(?:で|に)?|先月|今月|去年|昨年|夜|昼|朝|ずっと|長く)?、?';
const JOB =
  '(?:働[いきくけか]|勤め|皿洗い|仕込み|レジ|接客|調理|清掃|客室|配管|板前|仲居|加工|運転|弁当づくり|惣菜づくり|見習い|(?:アル)?バイト|パート|フルタイム|配送|夜勤|製造|事務|飯炊き|溶接)';
/** Of firms alone. */
const ONLY_FIRMS = [
  `(?:という|っていう)${SORT}`,
  `に${TERM}(?:就職|入社|採用|勤め|勤務|内定)`,
  `を${TERM}(?:退職|解雇|雇い?止め|クビ|首に|離職|契約満了|辞め|やめ)`,
  'クビに',
  `で${TERM}${JOB}`,
  'の(?:社員|正社員|従業員|店長|社長|女将|厨房|洗い場|下請け|工場|倉庫|飯場|季節雇用|配達員|現場監督|長距離運転手|派遣社員|製造ライン|船を)',
  'から(?:派遣|内定)',
];
/** People have them too: 佐藤の社宅. */
const ALSO_OF_PEOPLE = [
  'の(?:社員寮|社宅|寮|給料|給与|賃金|明細|離職票|退職金|シフト|パート|(?:アル)?バイト|レジ|制服|研修|契約更新|賄い|面接|初出勤|現場|仕事)',
  'に登録して',
];
const BEFORE =
  '(?:勤め先|勤務先|元の会社|前の会社|前の仕事|会社名?|職場|前職|職業|派遣先|就職先|(?:夫|妻|父|母|本人)の職)[】〕\\]）)]?(?:は|の|:|、| ){1,2}';

const pattern = (parts: readonly string[]) =>
  new RegExp(`${ALONE}(?:(?<value>${NAME})(?=${parts.join('|')})|「(?<value2>[^「」\\n]{2,12})(?=」(?:${parts.join('|')})))`, 'g');
const OF_FIRMS = pattern(ONLY_FIRMS);
const OF_ANYBODY = pattern(ALSO_OF_PEOPLE);
const SAID = new RegExp(
  `(?<=${BEFORE}「?)(?<value>${NAME})(?=」|[。\\n(]|(?:に|で|を|の)(?:[0-9]|勤|働|寮|社)|を$|$)`,
  'g',
);

// What is worked at without being a name, and words before に, で, を that are no place of work.
const GENERIC =
  /(?:会社|工場|店|業|職|員|師|士|社|所|場|先|屋|系|課|部|室|署|局|校|園|館|院|庁|組合|農家|現場|仕事|正規|常勤|夜勤|日勤|早番|遅番|契約|派遣|雇用|パート|バイト|フルタイム|コンビニ|スーパー|ホテル|レストラン|カフェ|チェーン|センター|アルバイト|ヘルパー|ドライバー|スタッフ|サービス|ライン|シフト|障害|病気|体調|事情|都合|理由|条件|同じ|無理|希望|期間|時間|以上|程度|最低|自分|本人|家族|全員|毎日|今日|明日|昨日|来週|今週|先週|午前|午後|月末|年末|早朝|深夜|市内|町内|管内|道内|道外|県外|地元|近所|海外|都内|札幌|東京)$/;
const OTHER_KANA =
  /^(?:いま|これ|それ|あれ|どれ|ここ|そこ|あそこ|どこ|うち|よそ|なに|だれ|みな|ひとり|ふたり|すぐ|まだ|もう|また|やっと|ずっと|たまに|ときどき|いつ|いつか|はじめ|あと|まえ|さき|ほか|すべて|こと|もの|ところ|とき|ため|ほう|よう|さん|くん|ちゃん|たち|さま|など|だけ|まで|から|より|しか|ばかり|では|とは|には|のは|のが|なの|たの|るの|いて|して|って|った|ので|のに|けど|でも|とも|ても|つい|まち|むら|みせ|しごと|おみせ|かいしゃ|こども|おや|はは|ちち|ぼく|わたし|おれ)$|[はがをにでとの]$|^[はがをにでとのもへ]/;

/** Places of work in whose name nothing says that they are one, by what somebody does there. */
export function businesses(cut: (text: string) => readonly Word[]): Look {
  let last: { text: string; found: Hit[] } | undefined;
  const look = (text: string): Hit[] => {
    if (last?.text === text) return last.found;
    const found = find(text);
    last = { text, found };
    return found;
  };
  const find = (text: string): Hit[] => {
    const firms = [OF_FIRMS, SAID].flatMap((one) => matchAll(text, one));
    const others = matchAll(text, OF_ANYBODY).filter(({ text: name }) => !isSomebody(name));
    if (firms.length + others.length === 0) return [];
    const words = cut(text);
    return [...firms, ...others]
      .filter((span) => mayBeFirm(text, words, span))
      .map(({ start, end }) => ({
        start,
        end,
        weight: 3.2,
        suggestions: [{ replacement: '市内の会社', label: '市内の会社' }],
      }));
  };
  return {
    rule: 'employer',
    find: ({ text, aboutClient }) => (aboutClient ? look(text) : []),
    isNobody: (text, { start, end, shownEnd, weight }) =>
      weight < 3 && shownEnd === end && look(text).some((hit) => hit.start <= start && end <= hit.end),
  };
}

const isSomebody = (name: string) =>
  isSurname(name) ||
  isGivenName(name) ||
  isFullName(name) ||
  isForeignName(name) ||
  readsAsGivenName(name) ||
  readsAsSurname(name);

function mayBeFirm(
  text: string,
  words: readonly Word[],
  { start, end, text: name }: { start: number; end: number; text: string },
): boolean {
  if (GENERIC.test(name) || isRole(name) || GAZETTEER.has(name) || OTHER_KANA.test(name)) return false;
  if (text[start - 1] === '「' && text[end] === '」') return true;
  const first = placeOf(words, start);
  if (words[first]?.start !== start) return false;
  const inside = [];
  for (let at = first; at < words.length && (words[at] as Word).start < end; at += 1) inside.push(words[at] as Word);
  if (inside.at(-1)?.end !== end) return false;
  const kana = /^[ぁ-ゖー]+$/.test(name);
  // An everyday noun in kanji or katakana is what somebody works at; a noun in hiragana is spelled so for its looks.
  return inside.every(({ pos }) => /^(?:名詞(?!,(?:数|代名詞|非自立|副詞可能))|接頭詞|助詞,連体化|記号,アルファベット)/.test(pos)) && (kana || inside.some(({ known, pos }) => !known || pos.includes('固有名詞')));
}
