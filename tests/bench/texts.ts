import { type AnonymizedText, gate } from '#lint/gate.ts';

/** Sentences of the field that name nobody; texts of any length are put together from them. */
const SENTENCES = [
  '家賃が二か月分たまっている世帯から、住居確保給付金の相談を受けました。',
  '通帳の写しと賃貸借契約書を預かり、収入の基準に当てはまるかを確かめています。',
  '面談の約束を二回続けて忘れてしまう方なので、前の日に短い手紙を送るようにしました。',
  '灯油の残りが少なく、福祉灯油の申請が始まるまでのつなぎを探しています。',
  'うちでは、社協の食料支援と組み合わせて、一週間分を先にお渡ししています。',
  '就労準備支援につなぐ前に、朝起きるところから一緒に練習しました。',
  '家計表は書いてもらえなくても、レシートを箱に入れるだけなら続く方が多いです。',
  '支援調整会議では、本人の言葉をそのまま読み上げる時間を五分だけ取っています。',
  '断られたときの次の手を先に決めておくと、本人も担当も落ち着いて話せます。',
  '様式は市のものを少し変えて、聞き取る順番に欄を並べかえました。',
  '学習支援の会場まで遠い子どもには、社協の車を出してもらう約束ができました。',
  '通院に同行したあと、薬の飲み方を紙に大きく書いて冷蔵庫に貼りました。',
];

/** Repeatable: the same seed gives the same numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text of about that many characters. */
export function textOf(length: number, random: () => number): string {
  let text = '';
  while (text.length < length) text += SENTENCES[Math.floor(random() * SENTENCES.length)];
  return text.slice(0, length);
}

/** Many checked texts, so that a large corpus is filled without checking each post. */
export function checkedTexts(count: number, length: number, random: () => number): AnonymizedText[] {
  return Array.from({ length: count }, () => {
    const checked = gate({ body: textOf(length, random) }, { profile: 'question' });
    if (checked.verdict !== 'pass') throw new Error('A sentence of the benchmark does not pass the check');
    return checked.texts.body;
  });
}
