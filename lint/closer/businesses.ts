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
  '(?:[\\u3400-\\u9fff々]{2,6}|[ァ-ヺー]{2,10}|[ぁ-ゖー]{2,6}|[\\u3400-\\u9fff々]{1,4}[ァ-ヺー]{2,8}|[ァ-ヺー]{2,8}[\\u3400-\\u9fff々]{1,4}|[ぁ-ゖ]{2,4}[\\u3400-\\u9fff々]{1,3}|[\\u3400-\\u9fff々]{1,3}[処軒亭庵堂屋房][ぁ-ゖァ-ヺー]{2,6}|[ぁ-ゖ]{2,4}[\\u3400-\\u9fff]{1,3}センター|[\\u3400-\\u9fff々]{1,3}の[\\u3400-\\u9fff々ぁ-ゖ]{1,4}|[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]+)?)';
const ALONE =
  '(?<=^|[\\n 、。!?「『(:・→|\\udc00-\\udfff]|[\\u3400-\\u9fff々ァ-ヺーA-Za-z0-9)」](?:さん)?[のはがをにとも]|(?:さん|くん|ちゃん)[、のはがも]|[0-9]日?で|(?:いま|今|昔|昼|夜|朝|最後|元)は|いま|昔)';
const SORT =
  '(?:会社|店|お店|飯場|工場|商店|牧場|農園|農家|料理屋|洋品店|美容室|美容院|理容室|居酒屋|スナック|食堂|喫茶店?|カフェ|パン屋|弁当屋|旅館|民宿|ホテル|運送屋|工務店|派遣会社|警備会社|建設会社|輸出会社|水産会社|[^、。\\n「」]{0,10}(?:会社|の店|の工場))';
const TERM =
  '(?:[0-9〇一二三四五六七八九十]{1,3}(?:年|か月|ヶ月|日)(?:間|以上|近く|ほど|だけ)?|週[0-9一二三四五六七][^、。\\n]{0,4}|[0-9/月日]{2,8}(?:付け?)?(?:で|に)?|先月|今月|去年|昨年|夜|昼|朝|ずっと|長く)?、?';
const JOB =
  '(?:働[いきくけか]|勤め|皿洗い|仕込み|レジ|接客|調理|清掃|客室|配管|板前|仲居|加工|運転|弁当づくり|惣菜づくり|見習い|(?:アル)?バイト|パート|フルタイム|配送|夜勤|製造|事務|飯炊き|溶接)';
/** Of firms alone, whatever the word is. */
const OF_A_FIRM = [
  '(?:に|で)?勤務(?=[)、。\\n ]|$)',
  `(?:という|っていう)${SORT}`,
  `に${TERM}(?:就職|入社|採用|内定)`,
  `を${TERM}(?:解雇|雇い?止め|クビ|首に|離職)`,
  'の(?:社員|正社員|従業員|店長|社長|女将|季節雇用|配達員|現場監督|社宅|社員寮|離職票|退職金)',
];
/** Of firms, but of an everyday word too: 介護で働く, 部活を辞める. */
const OF_WORK = [
  `に${TERM}(?:勤め|勤務)`,
  `を${TERM}(?:退職|契約満了|辞め|やめ)`,
  'クビに',
  `で${TERM}の?${JOB}`,
  'の(?:厨房|洗い場|下請け|工場|倉庫|飯場|長距離運転手|製造ライン|船を|寮|給料|給与|賃金|明細|シフト|パート|(?:アル)?バイト|レジ|制服|研修|契約更新|賄い|初出勤|現場|仕事|調理師|警備員|清掃員|作業員|工場長|副店長|ホール係)',
  'から(?:派遣|内定)',
  'に登録して',
];
const OF_A_HOME = [
  '(?:という|っていう)(?:サ高住|施設|グループホーム|ホーム|作業所|事業所|シェルター|寮|宿泊所|デイ(?:サービス|ケア)?)',
  `[にへ]${TERM}(?:入所|入居|通所|保護)`,
  `を${TERM}(?:退所)`,
  'の(?:デイ(?:に|を|へ)|ショートステイ|ショートに)',
  'で(?:[0-9一二三]泊)',
];
/** What people have, or do: where a name may be somebody's, these prove nothing. */
const ALSO_OF_PEOPLE =
  /^の(?:社宅|社員寮|離職票|退職金|寮|給料|給与|賃金|明細|シフト|パート|(?:アル)?バイト|制服|研修|契約更新|賄い|初出勤|現場|仕事)/;
const BEFORE =
  '(?:勤め先|勤務先|元の会社|前の会社|前の仕事|会社名?|職場|前職|職業|派遣先|就職先|(?:夫|妻|父|母|本人)の職|(?:店|会社|旅館|工場|農園|牧場|ホテル|宿|食堂)の名(?:前)?)(?:[】〕\\]])?(?:は|の|:|、| |(?<=[】〕\\]])){1,2}';

const pattern = (parts: readonly string[]) =>
  new RegExp(
    `(?:${ALONE}(?<value>${NAME})(?=${parts.join('|')})|(?:${ALONE}|(?<=の))「(?<value2>[^「」\\n]{2,12})(?=」(?:${parts.join('|')})))`,
    'g',
  );
const BY_SIGN = [
  { rule: 'employer', anyWord: true, pattern: pattern(OF_A_FIRM) },
  { rule: 'employer', anyWord: false, pattern: pattern(OF_WORK) },
  { rule: 'care-facility', anyWord: false, pattern: pattern(OF_A_HOME) },
] as const;
const SAID = new RegExp(
  `(?<=${BEFORE}「?)(?<value>${NAME})(?=」|[。\\n(]|(?:に|で|を|の)(?:[0-9]|勤|働|寮|社)|です|を$|$)`,
  'g',
);

// ヤマイチ蒲鉾店, クリハラ木工所: a name in kana before what sort of firm it is.
const BY_ITS_NAME =
  /^(?!アルバイト|パート|コンビニ|ホテル|タクシー|スーパー|レストラン|クリーニング|ラーメン|ガソリン|リサイクル|ドラッグ|ホーム|トラック|バス|ビル|カラオケ|パチンコ|メーカー|チェーン|グループ|デイ|ハローワーク|リハビリ)(?:[ァ-ヺー]{3,6}|(?!お|この|その|あの|ある|いろ|ほか|べつ|もと|まえ|つぎ|となり|ちか|ちい|おお|いま|むか|うち|やす|たか|はじめ)[ぁ-ゖ]{2,5})[\u3400-\u9fff]{1,4}(?:店|所|業|社|工場|舎|堂|センター)$/;
// What is worked at without being a name, and words before に, で, を that are no place of work.
const GENERIC =
  /(?:名前|タイム|ワーク|体質|制|状態|気味|修理|新聞|郵便|宅配|年金|企業|法人|施設|ホーム|デイ|寮|シェルター|旅館|温泉|商店|牧場|農園|工務|販売|製造|介護|福祉|医療|清掃|建設|運送|水産|加工|看護|保育|教育|飲食|サービス|スナック|居酒屋|ガソリンスタンド|スタンド|クリーニング|ドラッグストア|ホームセンター|キャバクラ|ネイルサロン|サロン|[0-9〇一二三四五六七八九十](?:年|人|件|か所)|会社|工場|店|業|職|員|師|士|社|所|場|先|屋|系|課|部|室|署|局|校|園|館|院|庁|組合|農家|現場|仕事|正規|常勤|夜勤|日勤|早番|遅番|契約|派遣|雇用|パート|バイト|フルタイム|コンビニ|スーパー|ホテル|レストラン|カフェ|チェーン|センター|アルバイト|ヘルパー|ドライバー|スタッフ|サービス|ライン|シフト|障害|病気|体調|事情|都合|理由|条件|同じ|無理|希望|期間|時間|以上|程度|最低|自分|本人|家族|全員|毎日|今日|明日|昨日|来週|今週|先週|午前|午後|月末|年末|早朝|深夜|市内|町内|管内|道内|道外|県外|地元|近所|海外|都内|札幌|東京)$/;
const OTHER_KANA =
  /^(?:いま|これ|それ|あれ|どれ|ここ|そこ|あそこ|どこ|うち|よそ|なに|だれ|みな|ひとり|ふたり|すぐ|まだ|もう|また|やっと|ずっと|たまに|ときどき|いつ|いつか|はじめ|あと|まえ|さき|ほか|すべて|こと|もの|ところ|とき|ため|ほう|よう|さん|くん|ちゃん|たち|さま|など|だけ|まで|から|より|しか|ばかり|では|とは|には|のは|のが|なの|たの|るの|いて|して|って|った|ので|のに|けど|でも|とも|ても|つい|まち|むら|みせ|しごと|おみせ|かいしゃ|こども|おや|はは|ちち|ぼく|わたし|おれ)$|[はがをにでとの]$|^[はがをにでとのもへ]/;

// 警備会社ガードライン道北を退職, 飲食店Bar Lumière勤務: what sort of firm, and which, with nothing between.
const AFTER_SORT = new RegExp(
  `(?<=(?:警備|派遣|建設|運送|清掃|解体|介護|印刷|水産|引越|タクシー|IT|リース|測量|葬儀)会社|飲食店|居酒屋|スナック|ガールズバー|キャバクラ|(?:食品|水産|部品|製菓)?工場|農園|牧場|ホテル|旅館|民宿|運送業|弁当屋|パン屋|ガソリンスタンド|スーパー|コンビニ)(?<value>[A-ZÀ-Ö][A-Za-zÀ-ÿ]+(?: [A-ZÀ-Ö][A-Za-zÀ-ÿ]+){0,2}|[ァ-ヺー]{2,10}[\\u3400-\\u9fff]{0,4}|[\\u3400-\\u9fff]{2,4}[ァ-ヺー]{2,8})(?=(?:で)?勤務|で${TERM}の?${JOB}|に${TERM}(?:勤|就職|採用|入社)|を[^、。\\n]{0,8}(?:退職|辞め|やめ|解雇|クビ)|の(?:清掃|厨房|社員|夜勤|レジ|客室|フロント|ホール|配送|調理|寮))`,
  'g',
);
// 会社員（北洋サッシ）, パート（ラーメン龍月）: what somebody is, and where.
const IN_BRACKETS = new RegExp(
  `(?<=(?:会社員|正社員|パート|アルバイト|バイト|派遣|コンビニ|スーパー|飲食店|居酒屋|食品工場|清掃|介護職?|調理|警備|運転手|事務|店員)\\()(?<value>${NAME})(?=\\)|、)`,
  'g',
);
// 勤務 ベルデ物流センターの夜勤, 仕事：ひつじ舎で週3日: a line that says where.
const LINE_OF_WORK =
  /(?<=(?:^|\n)[・●○■]? ?(?:勤務|仕事|職業|就労|所属)(?: ?:| ) ?)(?<value>[\u3400-\u9fff々ァ-ヺーA-Za-zぁ-ゖ]{2,12}?)(?=(?:の|で)(?:[日夜]勤|早番|遅番|パート|アルバイト|バイト|社員|正社員|契約社員|週[1-7])|(?:勤務|パート|正社員)(?:[、。\n(]|$))/g;

interface Business extends Hit {
  rule: 'employer' | 'care-facility';
}

/** Places of work and homes in whose name nothing says that they are one, by what somebody does there. */
export function businesses(cut: (text: string) => readonly Word[]): Look[] {
  let last: { text: string; found: Business[] } | undefined;
  const look = (text: string): Business[] => {
    if (last?.text === text) return last.found;
    const found = find(text);
    last = { text, found };
    return found;
  };
  const find = (text: string): Business[] => {
    const named = [
      ...BY_SIGN.flatMap(({ rule, anyWord, pattern }) =>
        matchAll(text, pattern)
          .filter(
            ({ end, text: name }) => !ALSO_OF_PEOPLE.test(text.slice(end, end + 6)) || !isSomebody(name),
          )
          .map((match) => ({ ...match, rule, anyWord })),
      ),
      ...matchAll(text, IN_BRACKETS).map((match) => ({
        ...match,
        rule: 'employer' as const,
        anyWord: false,
      })),
      ...[...matchAll(text, SAID), ...matchAll(text, LINE_OF_WORK), ...matchAll(text, AFTER_SORT)].map(
        (match) => ({ ...match, rule: 'employer' as const, anyWord: true }),
      ),
    ];
    if (named.length === 0) return [];
    const words = cut(text);
    return named
      .filter((span) => mayBeFirm(text, words, span))
      .map(({ start, end, rule }) => {
        const replacement = rule === 'employer' ? '市内の会社' : '市内の施設';
        return { rule, start, end, weight: 3.2, suggestions: [{ replacement, label: replacement }] };
      });
  };
  const rule = (id: Business['rule']): Look => ({
    rule: id,
    find: ({ text, aboutClient, institutions }) =>
      aboutClient
        ? look(text).filter(
            (one) =>
              one.rule === id &&
              !institutions.some(
                ({ kind, named, start, end }) =>
                  kind === 'school' && named && start < one.end && one.start < end,
              ),
          )
        : [],
  });
  return [
    rule('employer'),
    rule('care-facility'),
    {
      isNobody: (text, { start, end, shownEnd, weight }) =>
        weight < 3 && shownEnd === end && look(text).some((one) => one.start <= start && end <= one.end),
    },
  ];
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
  { start, end, text: name, anyWord }: { start: number; end: number; text: string; anyWord: boolean },
): boolean {
  if (
    (GENERIC.test(name) && !BY_ITS_NAME.test(name)) ||
    isRole(name) ||
    GAZETTEER.has(name) ||
    OTHER_KANA.test(name)
  )
    return false;
  if (text[start - 1] === '「' && text[end] === '」') return true;
  const first = placeOf(words, start);
  if (words[first]?.start !== start) return false;
  const inside: Word[] = [];
  for (let at = first; at < words.length && (words[at] as Word).start < end; at += 1)
    inside.push(words[at] as Word);
  if (inside.at(-1)?.end !== end) return false;
  if (inside.some(({ pos }) => NO_PART.test(pos))) return false;
  // Kana that is cut to pieces is no word; a single one is a noun that is spelled so for its looks (かもめ).
  if (/^[ぁ-ゖー]+$/.test(name))
    return inside.length > 1 ? name.length > 2 : (inside[0] as Word).pos.startsWith('名詞');
  if (!inside.every(({ pos }) => /^(?:名詞|接頭詞|助詞,連体化|記号,アルファベット)/.test(pos)))
    return name.length > 2 && /[ぁ-ゖ]/.test(name) && /[^ぁ-ゖ]/.test(name) && inside.length > 2;
  return (
    anyWord ||
    SHOP_LIKE.test(name) ||
    (/^[ァ-ヺー]{5,}$/.test(name) && inside.length > 1) ||
    inside.some(({ known, pos }) => !known || pos.includes('固有名詞'))
  );
}
// テクノアシスト is put together from two words; まる福 is how shops are called.
const SHOP_LIKE = /^(?:まる|マル|丸)./;
// And how many of them, when, and how.
const NO_PART = /^(?:助動詞|接続詞|副詞|感動詞|名詞,(?:代名詞|非自立|副詞可能|接尾,助数詞))/;
