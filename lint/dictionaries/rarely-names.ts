// Given names of the IPA dictionary that are nouns far more often (母の愛, 長男の定年); chosen by hand from the names that
// the same dictionary lists as nouns. build.ts packs them apart, so that a relative before them makes no name of them.
export const RARELY_NAMES = new Set(
  `愛 力 心 望 幸 和 都 正 明 実 元 一 有 公 中 初 新 大 久 治 功 義 理 礼 仁 信 忠 節 静 円 緑 泉 花 雪 丈 丘 了 任 伝 佐 作
全 出 南 友 唯 天 好 威 完 定 密 将 岬 岳 常 平 弾 律 操 政 文 是 普 東 格 樹 武 歩 渚 源 潮 独 玉 男 
知 祝 積 章 端 精 納 繭 舞 衆 要 親 計 質 通 鉄 錠 錦 鑑 長 霞 香 高 麓 順 丈夫 一世 一代 一行 一文 一路 一生 一重 七重 八重 乙女 二男 三男
次男 修身 修造 修道 健児 健康 優美 光明 克己 克明 公人 公司 公平 公正 公明 公徳 勇気 勝利 友好 古都 吹雪 和文 和洋 和音 和平 哲人 唯一 善人 善男 善行 国政 国利 国士 多岐 大作
大成 大蔵 太平 孝行 定則 定年 定義 年子 年男 建造 弘通 恒久 憲政 憲章 成人 成年 政治 政道 文人 文典 文明 文武 文治 文章 明記 昭代 時代 未明 未来 末子 正則 正史 正文 正直 正規
正道 武人 武士 武徳 武道 民生 泉水 泰平 洋行 流石 深雪 清栄 照明 牧人 牧夫 玉子 留男 白百合 百合 皐月 盛行 直行 真実 真珠 真夏 真理 知己 知恵 知行 篤志 篤実 精華 紀元 紀行 素行
結果 聖人 聡明 芳紀 英文 英資 要人 親子 里子 道人 道義 達人 達成 重厚 重文 量子 長子 長寿 長年 長生 隆盛 雄大 雅文 顕彰 顕正 高利 高徳 高教 高士 信義 博士 博愛 厚生 大志 君子
義人 若葉 若菜 青葉 春風`.split(/\s+/),
);
