/** Mirrors of the domain's types, as the pages need them. */
export type FilePassage = { place: string; shown: string; what: string };
export type Outcome =
  | { ok: true; name: string; id: string; warnings: FilePassage[] }
  | { ok: false; name: string; problem: Exclude<Problem, 'not-anonymous'> }
  | { ok: false; name: string; problem: 'not-anonymous'; passages: FilePassage[]; more: number };
type Problem = keyof typeof PROBLEMS | 'too-heavy' | 'not-anonymous';

/** What became of one file, in words: a line, what to do, and the places in it. */
export type Told = { ok: boolean; name: string; title: string; advice: string; places: string[] };

const PROBLEMS = {
  empty: ['中身がありません', 'ファイルを開いて確かめてから、もう一度選んでください。'],
  'unknown-kind': [
    'この種類のファイルは付けられません',
    'PDF、Word、Excel、PowerPoint、写真（JPEG・PNG・WebP・GIF）、CSV、テキストにして付けてください。',
  ],
  'not-what-it-says': [
    'ファイル名の終わりと中身が合いません',
    '作ったソフトで開き、保存し直してから付けてください。',
  ],
  'old-office': ['古い形式のファイルです', 'docx・xlsx・pptxで保存し直してから付けてください。'],
  protected: ['パスワードがかかっています', 'パスワードを外した写しを付けてください。'],
  broken: ['開けないファイルです', '作ったソフトで開き、保存し直してから付けてください。'],
  'too-large': ['開くと大きくなりすぎるファイルです', 'いくつかに分けて付けてください。'],
  macros: ['マクロが入っています', 'マクロのない形で保存し直してから付けてください。'],
  embedded: [
    '中に別のファイルが入っています',
    '中のファイルを外すか、図として貼り直してください。別に付けることもできます。',
  ],
  'too-many-pixels': ['写真が大きすぎます', '写真を小さくしてから付けてください。'],
  'too-long': ['文字が多すぎて確かめられません', 'いくつかに分けて付けてください。'],
  infected: [
    'ウイルスの疑いがあります',
    'このファイルは開かないでください。職場の情報担当か、事務局に知らせてください。',
  ],
  'scanner-away': [
    'ウイルスの確認が、いまできません',
    'ファイルは預かっていません。しばらくしてから、もう一度どうぞ。',
  ],
  unseen: [
    '写真や紙を読み取ったものです',
    '名前や顔、連絡先が写っていないか見て、「写っていないことを確かめました」に印を付けて、もう一度どうぞ。',
  ],
  unchecked: [
    '確認が終わりませんでした',
    '少し待ってから、もう一度どうぞ。続くときは、いくつかに分けてください。',
  ],
  'too-many': ['付けられる数がいっぱいです', '古いファイルを外してから付けてください。'],
} as const;

/** @param most bytes that one file may have */
export function describeOutcome(outcome: Outcome, most: number): Told {
  const { ok, name } = outcome;
  if (outcome.ok) {
    const places = outcome.warnings.map(describePassage);
    const advice =
      places.length === 0 ? '' : '気になるところがあります。本人が分かりそうなら、外して直してください。';
    return { ok, name, title: '付けました', advice, places };
  }
  if (outcome.problem === 'not-anonymous') {
    const places = outcome.passages.map(describePassage);
    if (outcome.more > 0) places.push(`ほかにも${outcome.more}か所あります`);
    const advice = '次のところを直して保存し、もう一度付けてください。';
    return { ok, name, title: '個人が分かりそうなところがあります', advice, places };
  }
  if (outcome.problem === 'too-heavy') {
    const advice = `ひとつ${Math.floor(most / 1024 / 1024)}MBまでです。小さくするか、分けて付けてください。`;
    return { ok, name, title: '大きすぎます', advice, places: [] };
  }
  const [title, advice] = PROBLEMS[outcome.problem];
  return { ok, name, title, advice, places: [] };
}

const describePassage = ({ place, shown, what }: FilePassage) =>
  `${place === '' ? '' : `${place}：`}「${shown}」（${what}）`;

/** 340 KB, 2.4 MB */
export function showBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const kilo = bytes / 1024;
  return kilo < 1000 ? `${Math.max(1, Math.round(kilo))} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
