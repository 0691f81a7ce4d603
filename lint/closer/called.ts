import { isGivenName, isSurname } from '../persons/lexicon.ts';
import { GAZETTEER } from '../places/gazetteer.ts';
import { after } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

// 教室名は「さくら」「つばさ」, システムの「かなえ」: quotation marks, one after another, behind what they name.
const NAMED_THINGS =
  /(?:システム|アプリ|ソフト|台帳|教室|クラス|コース|ステップ|プログラム|会場|部屋|会議室|和室|面談室|棟|号車|便り|だより|通信|広場|ひろば|サロン|カフェ|事業|事業所|作業所|団体|サークル|企画|講座|シート|様式|ロボット|マスコット|キャラクター|品種|銘柄|米)(?:の(?:名前|名|愛称|呼び名|名称)|名|の)?[はがもを]?、? ?(?<quoted>(?:「[^「」\n]{1,12}」[、と・]?){1,8})/g;
// 「さくら」「ひまわり」の2クラス: and in front of what they name.
const NAMES_OF_THINGS =
  /(?<quoted>(?:「[^「」\n]{1,12}」[、と・や]?){2,8})の(?:[0-9一二三四五六七八]つ?の?)?(?:クラス|教室|コース|班|棟|事業所|部屋|会場|号車|種類|団体|チーム|店舗)/g;
// 白糠さん、音更さん、遠軽さん: towns that meet, spoken of like people.
const TOWN = /(?<![\u3400-\u9fff々])(?<value>[\u3400-\u9fff々]{2,4})(?=さん)/g;
const LEAST_TOWNS = 2;
// 網走さん、例の様式: what offices have and people have not.
const OFFICE_HAS =
  /(?:書き込み|投稿|様式|要綱|報告書|議事録|事例集|パンフ|チラシ|アンケート|当番|司会|担当者)/;

interface Called {
  things: ReadonlySet<string>;
  towns: ReadonlySet<string>;
}

function calledIn(text: string): Called {
  const things = new Set<string>();
  for (const { groups } of [...matchAll(text, NAMED_THINGS), ...matchAll(text, NAMES_OF_THINGS)])
    for (const { text: name } of matchAll(groups.quoted ?? '', /(?<=「)[^「」]+(?=」)/g)) things.add(name);
  const spoken = matchAll(text, TOWN).filter(({ text: name }) => GAZETTEER.has(name));
  const towns = new Set(
    spoken.map(({ text: name }) => name).filter((name) => !isSurname(name) && !isGivenName(name)),
  );
  const offices =
    new Set(spoken.map(({ text: name }) => name)).size >= LEAST_TOWNS ||
    spoken.some(({ end }) => OFFICE_HAS.test(after(text, end, 14)));
  // 釧路さん、帯広さん、北見さん: beside two that can be nothing else, the third is none but a town.
  if (towns.size >= LEAST_TOWNS)
    for (const { text: name } of spoken) if (GAZETTEER.get(name)?.wider !== '道外') towns.add(name);
  return { things, towns: offices ? towns : new Set() };
}

let last: { text: string; called: Called } | undefined;

/** Names of rooms, courses and programmes, and towns that are spoken of like people. */
export const called: Look = {
  isNobody(text, { start, end, shownEnd }) {
    if (last?.text !== text) last = { text, called: calledIn(text) };
    const name = text.slice(start, end);
    const quoted = shownEnd === end || text[end] === '」';
    return last.called.towns.has(name) || (quoted && last.called.things.has(name));
  },
};
