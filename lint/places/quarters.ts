/**
 * Quarters of the cities of Hokkaido, and those far away from which people without a home come, where neither a kind
 * (町, 駅) nor the gazetteer tells that they are places. Written for this project from general knowledge, 2026. What is
 * an everyday word (緑, 寿) or one of the commonest family names (中島, 前田) is left out.
 */
const HOKKAIDO = `宮の森 山鼻 二十四軒 八軒 山の手 西野 稲穂 星置 新発寒 北郷 川下 上白石 南郷 南郷通 栄通 東札幌 米里 厚別東 厚別西 厚別中央 もみじ台 上野幌 下野幌 里塚 平岡 真栄 美しが丘 羊ケ丘 羊ヶ丘 川沿 藤野 簾舞 北丘珠 伏古 東苗穂 東雁来 中沼 札苗 丘珠 北光 美香保 茨戸 拓北 百合が原 新川 北陽 緑苑台
春光台 忠和 神楽岡 近文 旭岡 西神楽 東旭川 東鷹栖 江丹別 秋月 流通団地 緑が丘 緑ヶ丘 南が丘
桔梗 美原 山の手 湯川 深堀 日吉 鍛治 陣川 東山 人見 杉並 的場町 田家 白鳥 梁川 時任 千代台 谷地頭 七重浜 久根別
星が浦 武佐 春採 桜ヶ岡 緑ヶ岡 文苑 芦野 桂恋 白樺台 紫雲台 鶴ヶ岱 柏林台 緑陽 稲田 自由が丘 東相内 相内 高栄 美芳 美山 とん田 川東 光西
勇払 ウトナイ 北栄 拓勇 青雲 有珠の沢 八丁平 白鳥台 本輪西 港北 母恋 御前水 祝津 絵鞆 知利別 鷲別 幌別
桂岡 手宮 長橋 オタモイ 最上 入船 望洋台 新光 赤岩 蘭島 忍路 張碓 大麻 野幌 文京台 上江別 東野幌 元野幌 豊幌 見晴台 早苗別
勇舞 向陽台 新富 祝梅 長都 島松 恵み野 柏陽 大曲 西の里 虹ヶ丘 輪厚 花川 花畔 樽川 幌向 上幌向 鳩が丘 志文
江部乙 東滝川 一已 納内 呼人 つくしヶ丘 渚滑 声問 抜海 萩見 歯舞 舟岡 東明 茂尻`;
const ELSEWHERE = `山谷 釜ヶ崎 釜ケ崎 あいりん 西成 寿町 新宿 池袋 渋谷 上野 浅草 板橋 練馬 葛飾 江戸川 荒川 品川 蒲田 横浜 大宮 浦和 船橋 町田 立川 吉祥寺 中野 高円寺 赤羽 錦糸町 亀戸 秋葉原 六本木 歌舞伎町 新大久保 梅田 難波 なんば 天王寺 三宮 博多 天神 中洲 国分町 すすきの
足立区 荒川区 板橋区 江戸川区 大田区 葛飾区 品川区 渋谷区 新宿区 杉並区 墨田区 世田谷区 台東区 中野区 練馬区 文京区 目黒区 江東区 千代田区 西成区 浪速区 川崎区 鶴見区 生野区 東成区 東淀川区 中村区`;

/** What to say instead. */
export const QUARTERS: ReadonlyMap<string, '市内' | '道外'> = new Map([
  ...ELSEWHERE.split(/\s+/).map((name) => [name, '道外'] as const),
  ...HOKKAIDO.split(/\s+/).map((name) => [name, '市内'] as const),
]);
