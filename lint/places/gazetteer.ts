import { unpackWords } from '../dictionaries/pack.ts';
import { CITIES_ELSEWHERE, HOKKAIDO, PREFECTURES, SAPPORO_WARDS } from '../dictionaries/places.ts';

/** What to say instead of a place, and whether few people live there. */
export interface KnownPlace {
  wider: string;
  small: boolean;
}

const KIND_AREA: Record<string, string> = { 市: 'の市', 町: 'の町', 村: 'の村' };

const places = new Map<string, KnownPlace>();
for (const group of HOKKAIDO.split(' ')) {
  const [area = '', names = ''] = group.split(':');
  for (const entry of names.split(',')) {
    const small = entry.endsWith('*');
    const name = small ? entry.slice(0, -1) : entry;
    const wider = name === '札幌市' ? '道内の市' : `${area}管内${KIND_AREA[name.slice(-1)] ?? ''}`;
    places.set(name, { wider, small });
    // 森 for 森町 would make a place of every wood; the shortest names need their 町.
    if (name.length > 2) places.set(name.slice(0, -1), { wider, small });
  }
}
for (const ward of SAPPORO_WARDS.split(',')) {
  places.set(`札幌市${ward}`, { wider: '札幌市内', small: false });
  places.set(ward, { wider: '札幌市内', small: false });
}
for (const city of unpackWords(CITIES_ELSEWHERE)) {
  const known = { wider: '道外', small: false };
  places.set(`${city}市`, known);
  if (!places.has(city)) places.set(city, known);
}
for (const prefecture of PREFECTURES.split(',')) {
  places.set(prefecture, { wider: '道外', small: false });
  places.set(prefecture.slice(0, -1), { wider: '道外', small: false });
}

// Quarters and stations that people in Hokkaido name without a kind (から、すすきので); general knowledge.
const QUARTERS =
  'すすきの 薄野 狸小路 大通 円山 琴似 発寒 新札幌 麻生 真駒内 澄川 平岸 中の島 苗穂 桑園 篠路 あいの里 月寒 福住 大谷地 宮の沢 新琴似 屯田 栄町 元町 菊水 白石 厚別 手稲 西岡 藻岩 石山 定山渓 中島公園 大通公園 札幌駅 銭函 朝里 奥沢 塩谷 小樽築港 五稜郭 湯の川 東室蘭 輪西 神居 永山 東光 豊岡 末広 春光 石狩湾新港 錦岡 糸井 沼ノ端 大楽毛 鳥取 愛国 白樺 西帯広';
for (const quarter of QUARTERS.split(' '))
  if (!places.has(quarter)) places.set(quarter, { wider: '市内', small: false });

// Municipalities of Hokkaido that were joined to others since 2004 and are no other word.
const FORMER =
  '厚田 浜益 上磯 恵山 椴法華 南茅部 砂原 熊石 瀬棚 北檜山 栗沢 風連 鵡川 穂別 虻田 早来 静内 三石 歌登 端野 常呂 留辺蘂 生田原 丸瀬布 上湧別 東藻琴 女満別 忠類 阿寒 音別';
for (const town of FORMER.split(' '))
  for (const name of [town, `${town}町`])
    if (!places.has(name)) places.set(name, { wider: '道内の町', small: true });

export const GAZETTEER: ReadonlyMap<string, KnownPlace> = places;
export const LONGEST_PLACE = Math.max(...Array.from(places.keys(), (name) => name.length));
/** Adds towns for as long as the program runs; a browser has no room for them. */
export function addTowns(towns: Iterable<string>): void {
  for (const town of towns) {
    for (const name of [town, `${town}市`])
      if (!places.has(name)) places.set(name, { wider: '道外', small: false });
    FIRST_TWO.add(town.slice(0, 2));
  }
}

const FIRST_TWO = new Set(Array.from(places.keys(), (name) => name.slice(0, 2)));

/** Whether some known place begins with these two characters; a quick no for most of a text. */
export const beginsPlace = (two: string): boolean => FIRST_TWO.has(two);
