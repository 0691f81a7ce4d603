// One form for each family of kanji that people write in several ways, so that one dictionary entry serves all.
// Pairs: variant, common form. Source: general knowledge of family registers' variant forms.
const PAIRS =
  '髙高﨑崎嵜崎齋斎齊斎斉斎邊辺邉辺澤沢嶋島嶌島濱浜濵浜櫻桜廣広國国黑黒德徳眞真冨富栁柳舘館條条藏蔵萬万與与惠恵淵渕舩船瀨瀬關関瀧滝龜亀鹽塩鐵鉄檜桧龍竜會会榮栄圓円嶽岳學学寶宝實実槇槙鎚槌桒桑峯峰曾曽壽寿靜静淺浅莊荘兒児';
const ASTRAL = new Map([
  ['𠮷', '吉'],
  ['𣘺', '橋'],
  ['𠩤', '原'],
  ['𡈽', '土'],
  ['𣜿', '橋'],
]);

const COMMON_FORM = new Map<string, string>(ASTRAL);
for (let i = 0; i < PAIRS.length; i += 2) COMMON_FORM.set(PAIRS[i] as string, PAIRS[i + 1] as string);

/** The common form of a variant kanji; any other character as it is. */
export function foldVariant(char: string): string {
  return COMMON_FORM.get(char) ?? char;
}
