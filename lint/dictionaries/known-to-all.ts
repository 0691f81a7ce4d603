import { foldVariant } from '../text/variants.ts';

// People of history and of the stage whom everybody knows by their full name; general knowledge, for servers. Whoever
// is called so among clients is not told apart by it either.
const KNOWN_TO_ALL = new Set(
  '聖徳太子 織田信長 豊臣秀吉 徳川家康 徳川慶喜 明智光秀 武田信玄 上杉謙信 伊達政宗 真田幸村 坂本龍馬 西郷隆盛 大久保利通 木戸孝允 伊藤博文 勝海舟 土方歳三 近藤勇 榎本武揚 吉田松陰 高杉晋作 福沢諭吉 福澤諭吉 渋沢栄一 渋澤栄一 津田梅子 北里柴三郎 新渡戸稲造 樋口一葉 野口英世 夏目漱石 森鴎外 芥川龍之介 太宰治 川端康成 三島由紀夫 宮沢賢治 宮澤賢治 石川啄木 与謝野晶子 正岡子規 小林一茶 松尾芭蕉 与謝蕪村 金子みすゞ 中原中也 谷崎潤一郎 志賀直哉 有島武郎 小林多喜二 三浦綾子 司馬遼太郎 松本清張 横溝正史 江戸川乱歩 星新一 手塚治虫 水木しげる 赤塚不二夫 藤子不二雄 長谷川町子 宮崎駿 黒澤明 山田洋次 高倉健 渥美清 吉永小百合 美空ひばり 石原裕次郎 北島三郎 中島みゆき 松山千春 さだまさし 井上陽水 坂本九 大谷翔平 長嶋茂雄 王貞治 イチロー 羽生結弦 浅田真央 田中角栄 吉田茂 高橋是清 原敬 犬養毅 板垣退助 大隈重信 岩倉具視 間宮林蔵 伊能忠敬 松浦武四郎 黒田清隆 クラーク博士 二宮尊徳 二宮金次郎 石井十次 留岡幸助 糸賀一雄 岡村重夫 賀川豊彦 横山源之助 河上肇 マザー・テレサ ヘレン・ケラー ナイチンゲール ジェーン・アダムス メアリー・リッチモンド'
    .split(' ')
    .map((name) => Array.from(name, foldVariant).join('')),
);

/** @param name in one spelling, as the check reads it */
export const isKnownToAll = (name: string): boolean => KNOWN_TO_ALL.has(name);
