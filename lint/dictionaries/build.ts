// Makes the dictionaries of this folder from the collected facts. Run: node lint/dictionaries/build.ts [facts folder]
// Licences of the sources: LICENSES.md.
// Words outside the Basic Multilingual Plane are folded to their common form first, so each character is one unit.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuiltGivenName } from '../persons/built-names.ts';
import { foldVariant } from '../text/variants.ts';
import { packWords } from './pack.ts';
import { RARELY_NAMES } from './rarely-names.ts';

interface Surname {
  kanji: string;
  kana: string;
  otherKana: string[];
  homographOf: string[];
}
interface GivenName {
  kanji: string;
  kana: string;
  otherKana: string[];
  homographOf: string[];
}
interface Municipality {
  name: string;
  kind: string;
  population: number | null;
}

const here = dirname(fileURLToPath(import.meta.url));
const factsFolder = process.argv[2] ?? join(here, '../../../shared/facts');
const facts = <T>(name: string): T => JSON.parse(readFileSync(join(factsFolder, name), 'utf8')) as T;

const fold = (word: string) => Array.from(word, foldVariant).join('');
const isPacked = (word: string) => /^[\u3041-\u30ff\u3400-\u9fff々]+$/.test(word);

function write(file: string, header: string[], constants: Record<string, string>): void {
  const body = Object.entries(constants).map(([name, value]) => `export const ${name} =\n  '${value}';\n`);
  const lead = [...header, 'Made by build.ts; do not edit by hand.'].map((line) => `// ${line}`).join('\n');
  writeFileSync(
    join(here, file),
    `// biome-ignore-all format: one packed string per line\n${lead}\n\n${body.join('\n')}`,
  );
}

const surnames = facts<{ surnames: Surname[]; unranked: Surname[] }>('surnames.json');
const givenNames = facts<{ givenNames: GivenName[]; unranked: GivenName[]; hiraganaNames: string[] }>(
  'given-names.json',
);
const hokkaido = facts<{
  municipalities: (Municipality & { bureau: string })[];
  sapporoWards: Municipality[];
}>('hokkaido-municipalities.json');
const japan = facts<{ municipalities: (Municipality & { prefecture: string })[] }>(
  'japan-municipalities.json',
);

// Nouns of the IPA dictionary that its costs take for names rather, but that stand in every town's texts.
const NOUNS_TOO =
  '本部 本堂 入口 南口 中間 中庭 土手 地主 河原 泉水 津波 狭間 知名 道端 門口 北風 横道 水口 川口 昼間 江戸 古里 中口 浜辺 谷川 野路 土橋 新宅';
const isNoun = (name: Surname | GivenName) =>
  NOUNS_TOO.split(' ').includes(name.kanji) ||
  name.homographOf.some((kind) => kind === 'commonNoun' || kind === 'direction' || kind === 'prefecture');
// 水戸部, 長谷部: rarer names are packed only where they would pass for an office or a role (persons/roles.ts).
const endsLikeRole = (name: string) => /[部司長室所生手校園館市町目日月年代方師官名屋]$/.test(name);
// Names of three characters and many of two are recognized by how they are built (persons/built-names.ts).
const isLong = (name: string) => name.length > 2;
const kanji = (names: (Surname | GivenName)[]) => names.map((name) => fold(name.kanji)).filter(isPacked);

const areaOf = (bureau: string) => bureau.replace(/(総合)?振興局$/, '');
const areas = new Set(hokkaido.municipalities.map(({ bureau }) => areaOf(bureau)));
/** Ranks of family names that a browser has room for. */
const COMMON = 950;
const isCommon = ({ kanji }: Surname, rank: number) => rank < COMMON || endsLikeRole(kanji);
write(
  'surnames.ts',
  [
    'Family names of Japan in kanji, common forms only (see ../text/variants.ts).',
    'Source: richardjharris/yomikun-database (MIT) myoji-yurai-readings.csv (names only, no estimates), IPA and JUMAN',
    'dictionaries (taku910/mecab, NAIST and ICOT terms). As of 2022-07. SURNAMES_NOUNS are common nouns, directions or prefectures too.',
  ],
  {
    SURNAMES: packWords(kanji(surnames.surnames.filter(isCommon).filter((name) => !isNoun(name)))),
    SURNAMES_NOUNS: packWords(kanji(surnames.surnames.filter(isNoun))),
  },
);
const given = (names: GivenName[]) =>
  kanji(names.filter((name) => !isNoun(name))).filter(
    (name) => !isLong(name) && !isBuiltGivenName(name) && !RARELY_NAMES.has(name),
  );
const commonReadings = new Set(
  [...givenNames.givenNames.map((name) => name.kana), ...givenNames.hiraganaNames].filter(isPacked),
);
const ranked = given(givenNames.givenNames);
const unranked = given(givenNames.unranked);

write(
  'more-names.ts',
  [
    'Rarer names of Japan in kanji, for servers; from the same sources as surnames.ts and given-names.ts, family names',
    'without words that are places, stations or nouns as well. As of 2022-07 and 2026-07.',
  ],
  {
    MORE_GIVEN: packWords(unranked),
    MORE_GIVEN_READINGS: packWords(
      givenNames.givenNames
        .flatMap((name) => name.otherKana)
        .filter((kana) => isPacked(kana) && !commonReadings.has(kana)),
    ),
    MORE_SURNAMES: packWords(
      kanji([
        ...surnames.surnames.filter((name, rank) => !isCommon(name, rank) && !isNoun(name)),
        ...surnames.unranked.filter(
          ({ homographOf, kanji: word }) => homographOf.length === 0 && word.length > 1 && !areas.has(word),
        ),
      ]),
    ),
  },
);
write(
  'given-names.ts',
  [
    'Given names of Japan in kanji and in hiragana.',
    'Source: IPA and JUMAN dictionaries (taku910/mecab, NAIST and ICOT terms), shuheilocale/japanese-personal-name-dataset (MIT).',
    'As of 2026-07. GIVEN_NOUNS are common nouns or directions too, GIVEN_RARE nouns far more often (rarely-names.ts).',
  ],
  {
    GIVEN: packWords(ranked),
    GIVEN_NOUNS: packWords(
      kanji([...givenNames.givenNames, ...givenNames.unranked].filter(isNoun)).filter(
        (name) => !RARELY_NAMES.has(name),
      ),
    ),
    GIVEN_RARE: packWords(RARELY_NAMES),
  },
);
write(
  'name-readings.ts',
  [
    'Readings of given names and family names in hiragana, from the same sources as given-names.ts and surnames.ts.',
  ],
  {
    GIVEN_READINGS: packWords(commonReadings),
    SURNAME_READINGS: packWords(surnames.surnames.slice(0, 1100).map((name) => name.kana)),
  },
);

const bureaus = new Map<string, string[]>();
for (const place of hokkaido.municipalities) {
  const area = areaOf(place.bureau);
  bureaus.set(area, [
    ...(bureaus.get(area) ?? []),
    place.name + ((place.population ?? 0) < 10_000 ? '*' : ''),
  ]);
}
const bare = (name: string) => name.replace(/[市区町村]$/, '');
const elsewhere = japan.municipalities.filter((place) => place.prefecture !== '北海道');
write(
  'places.ts',
  [
    'Municipalities of Hokkaido by subprefecture (* = fewer than 10,000 people in 2020), wards of Sapporo,',
    'prefectures, and cities of 60,000 people and more elsewhere in Japan without 市.',
    'Source: 総務省統計局 令和2年国勢調査 (population class), 全国地方公共団体コード (names). As of 2020-10-01. Public data.',
  ],
  {
    HOKKAIDO: [...bureaus].map(([area, names]) => `${area}:${names.join(',')}`).join(' '),
    SAPPORO_WARDS: hokkaido.sapporoWards.map((ward) => ward.name).join(','),
    PREFECTURES: [...new Set(elsewhere.map((place) => place.prefecture))].join(','),
    CITIES_ELSEWHERE: packWords(
      elsewhere
        .filter((place) => place.kind === '市' && (place.population ?? 0) >= 60_000)
        .map((place) => fold(bare(place.name)))
        .filter((name) => name.length > 1),
    ),
  },
);
