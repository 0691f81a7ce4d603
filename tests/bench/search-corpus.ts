import type { SearchDocument } from '#search/port.ts';
import { randomFrom } from './texts.ts';

/**
 * Posts in the words of the field, by a seeded generator: frequent words are as frequent as in real text (the n-th
 * commonest as often as 1/n), and names of places and things that nobody else writes make the long tail.
 */
export function* corpus(size: number, seed = 1): Generator<SearchDocument> {
  const random = randomFrom(seed);
  for (let number = 0; number < size; number += 1) yield post(number, random);
}

/** Two words that members may ask for, of any frequency. */
export function* twoWordQueries(seed = 2): Generator<string> {
  const random = randomFrom(seed);
  while (true) yield `${noun(random)} ${noun(random)}`;
}

/** What a member writes as the title of a question. */
export function* questionTitles(seed = 3): Generator<string> {
  const random = randomFrom(seed);
  while (true) yield `${noun(random)}の${noun(random)}と${noun(random)}について教えてください`;
}

type Random = () => number;

const NOUNS = (
  '相談 支援 本人 家族 世帯 申請 家賃 収入 仕事 面談 電話 書類 窓口 生活 住まい 保護 制度 就労 貸付 債務 返済 食料 病院 ' +
  '年金 手帳 障害 子ども 学校 訪問 同行 連絡 会議 プラン 記録 同意 通帳 保険証 携帯電話 水道 電気 灯油 滞納 督促 差し押さえ ' +
  '生活保護 住居確保給付金 社会福祉協議会 緊急小口資金 総合支援資金 福祉事務所 ケースワーカー ハローワーク 法テラス フードバンク ' +
  'シェルター ひきこもり 不登校 認知症 介護 離婚 暴力 避難 保証人 引っ越し 敷金 公営住宅 家計改善 就労準備 学習支援 支援調整会議 ' +
  '地域包括支援センター 民生委員 保健師 弁護士 ヤミ金 自己破産 障害年金 初診日 医療費 無料低額診療 国民健康保険 児童扶養手当 ' +
  '養育費 外国籍 在留資格 通訳 やさしい日本語 録音 文字起こし 統計システム 研修 事例検討 匿名化 掲示板 オンライン面談 年末年始 ' +
  '大雪 停電 見守り 夜回り 炊き出し 居場所 サロン ヤングケアラー スクールソーシャルワーカー 要保護児童 地域生活定着支援センター ' +
  '釈放 依存症 孤独死 片付け 清掃 家電 寄付 送迎 交通費 履歴書 面接 証明写真 スーツ 職場体験 工賃 農園 委託 仕様書 予算'
).split(' ');
const VERBS =
  'に相談しました をお願いしています について教えてください を確認しました が必要です を案内しています に困っています を断られました が届きました を待っています'.split(
    ' ',
  );
const TAIL = '川山田野原沢岸浜島崎岡谷森林池橋道町村里丘峰泉滝波港津星月雪霧風花鳥鹿熊狐鶴鮭昆布麦稲豆'.split(
  '',
);

const ONE_IN_TAIL = 0.12;

function noun(random: Random): string {
  if (random() < ONE_IN_TAIL) {
    const pick = () => TAIL[Math.floor(random() * TAIL.length)]!;
    return `${pick()}${pick()}${pick()}`;
  }
  // 1/n: the logarithm of the place is even.
  return NOUNS[Math.floor(NOUNS.length ** random()) - 1]!;
}

function sentence(random: Random): string {
  const verb = VERBS[Math.floor(random() * VERBS.length)]!;
  return `${noun(random)}の${noun(random)}と${noun(random)}${verb}。`;
}

const KINDS = ['question', 'answer', 'answer', 'answer', 'note'] as const;
const START = Date.UTC(2020, 0, 1);

function post(number: number, random: Random): SearchDocument {
  const kind = KINDS[number % KINDS.length]!;
  const sentences = 4 + Math.floor(random() * 16);
  const group = `question:${Math.floor(number / KINDS.length)}`;
  const id = `${kind}:${number}`;
  return {
    id,
    kind,
    group: kind === 'note' ? id : group,
    title: kind === 'answer' ? '' : `${noun(random)}の${noun(random)}${VERBS[number % VERBS.length]}`,
    body: Array.from({ length: sentences }, () => sentence(random)).join(''),
    programmes: [['soudan', 'juukyo', 'kakei'][number % 3]!],
    area: ['石狩', '空知', '後志', null][number % 4]!,
    at: new Date(START + number * 60_000).toISOString(),
    solved: kind === 'note' ? null : number % 2 === 0,
    audience: 'members',
  };
}
