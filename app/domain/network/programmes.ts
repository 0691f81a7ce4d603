/**
 * The programmes (事業区分) that a new network starts with: those of 生活困窮者自立支援法 and the network's own subjects,
 * with the abbreviations of the field. They are data: the secretariat may edit them in the database.
 */
export const FIRST_PROGRAMMES: ReadonlyArray<{ slug: string; name: string; aliases: string[] }> = [
  { slug: 'soudan', name: '自立相談支援', aliases: ['自立', '自立相談', '相談支援'] },
  { slug: 'juukyo', name: '住居確保給付金', aliases: ['住確', '住居確保', '家賃補助'] },
  { slug: 'shurou-junbi', name: '就労準備支援', aliases: ['就準', '就労準備'] },
  { slug: 'nintei-kunren', name: '認定就労訓練', aliases: ['就労訓練', '中間的就労', '認定訓練'] },
  { slug: 'kakei', name: '家計改善支援', aliases: ['家計', '家計改善', '家計相談'] },
  {
    slug: 'ichiji',
    name: '一時生活支援（居住支援）',
    aliases: ['一時生活', '一時生活支援', 'シェルター', '居住支援', '居住支援事業', '地域居住'],
  },
  {
    slug: 'gakushuu',
    name: '子どもの学習・生活支援',
    aliases: ['学習支援', '子どもの学習', '学習・生活支援'],
  },
  {
    slug: 'plan',
    name: '支援調整会議・プラン・統計',
    aliases: ['支調', '支援調整会議', 'プラン', '統計', '帳票'],
  },
  { slug: 'seido', name: '制度運営', aliases: ['委託', '仕様書', '要綱', '自治体運営'] },
  { slug: 'renkei', name: '連携・地域づくり', aliases: ['連携', '地域づくり', '社会資源', 'フードバンク'] },
  { slug: 'sonota', name: 'その他', aliases: ['雑談', '研修', 'その他の相談'] },
];
