// 半太郎, 美智子: names of three characters with these endings are too many to list; 親子, 様子 and the like are none.
const LONG_GIVEN =
  /^[\u3400-\u9fff々][^様親母父女男双息弟利電原分調障格菓冊帽椅扇案餃迷日王皇太]子$|^[\u3400-\u9fff々]{2}郎$/;
// 龍之介, 新右衛門.
const OLD_GIVEN = /^[\u3400-\u9fff々]{1,2}(?:之介|之助|之進|之丞|右衛門|左衛門|太朗|次朗)$/;
// 翔平, 結菜, 陽翔: of the given names of two characters no dictionary has all, but some characters end little else.
const GIVEN_END =
  /^[\u3400-\u9fff々][太斗翔奈莉乃樹也哉佑祐輔希貴輝翼汰朗郎穂沙紗那凪琉碧之彦夫雄男美江枝恵香弘宏昭浩裕吾弥隆]$/;
// The nouns of the IPA dictionary that end in one of these, kinship words and places.
const NOUNS = new Set(
  '丸太 骨太 明太 北斗 漏斗 泰斗 果樹 植樹 街樹 大樹 古希 富貴 光輝 一翼 尾翼 旦那 山彦 諸彦 主夫 前夫 元夫 亡夫 先夫 大夫 太夫 工夫 丈夫 情夫 漁夫 火夫 牧夫 農夫 車夫 人夫 凡夫 水夫 坑夫 鉱夫 英雄 雌雄 両雄 群雄 長男 次男 三男 二男 四男 五男 下男 年男 大男 美男 山男 雪男 色男 優男 善男 嫡男 優美 耽美 賛美 褒美 甘美 審美 華美 壮美 唯美 入江 近江 松江 堀江 長江 直江 狩江 上枝 下枝 枯枝 小枝 楊枝 連枝 幹枝 知恵 恩恵 互恵 特恵 最恵 天恵 線香 焼香 乳香 名香 新香 沈香 余香 色香 富裕 余裕 興隆 稲穂 落穂 新郎 野郎 明朗 河原'.split(
    ' ',
  ),
);
// 喜久枝, 沙也加, 由美子: three characters read by their sound, each in its place.
const SOUND_BY_SOUND =
  /^[美喜真千奈登由三富麻沙絵久伊紀寿亜冨加多志紗貴佐二恵江香佳友早智満英明八万希愛有栄比瀬実小安阿那菜留理莉里梨和公仁][美之里代津奈喜理久佐三志智由緒利登恵知央加保衣穂梨比夜弥莉也和香紀寿江亜都沙紗乃美結有々菜伊保][美江香枝恵代里奈絵菜花利佳栄音紀緒沙穂乃夏莉樹雄夫男也衣希生]$/;

/** Whether a word that no dictionary has can hardly be anything but a given name (翔平, 喜久枝, 半太郎). */
export const isBuiltGivenName = (word: string): boolean =>
  (GIVEN_END.test(word) && !NOUNS.has(word)) ||
  SOUND_BY_SOUND.test(word) ||
  LONG_GIVEN.test(word) ||
  OLD_GIVEN.test(word);
