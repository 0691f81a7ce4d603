// What LINE itself writes into a chat. The lists are exact, because a sentence of LINE's that is missed becomes a person
// who says it.

const NAME = '[^\\t]+?';

/** Sentences of LINE's, in which somebody joins, leaves, sets something up. `who` is the name of whoever did it. */
const SENTENCES: readonly RegExp[] = [
  `(?<who>${NAME})が(?:グループ|トーク)?に?参加しました`,
  `(?<who>${NAME})が(?:グループを退会|トークを退出|退出|退会)しました`,
  `(?<who>${NAME})が${NAME}を(?:グループに招待しました|グループに追加しました|グループから削除しました|招待しました)`,
  `(?<who>${NAME})が${NAME}の招待をキャンセルしました`,
  `${NAME}を(?:グループに招待しました|グループに追加しました|グループから削除しました)`,
  `${NAME}の?招待をキャンセルしました`,
  `(?<who>${NAME})がメッセージの送信を取り消しました`,
  'メッセージの送信を取り消しました',
  `(?<who>${NAME})がアナウンスしました`,
  `(?:${NAME}が)?(?:新しいノートを作成しました|ノートに投稿しました)`,
  `(?:${NAME}が)?アルバム(?:「.*」)?を(?:作成|削除)しました`,
  `(?:${NAME}が)?アルバム(?:「.*」)?に.*追加しました`,
  `(?:${NAME}が)?イベント「.*」(?:が|を)(?:作成|削除|変更)(?:され)?ました`,
  `(?:${NAME}が)?イベント「.*」(?:が|を)(?:作成|削除|変更)しました`,
  `(?:${NAME}が)?グループ名を「.*」に変更しました`,
  `(?:${NAME}が)?.*プロフィール画像を変更しました`,
  '\\[ライブトークが始まりました。?\\]',
  `(?<who>${NAME})がライブを終了しました`,
  'このライブトークは終了しました',
  'グループ通話が(?:開始されました|終了しました)',
].map((sentence) => new RegExp(`^${sentence}。?$`));

/** Rows that hold no words of anybody: stickers, pictures, calls. */
const MEDIA = new RegExp(
  [
    '^\\[(?:スタンプ|写真|動画|ファイル|ボイスメッセージ|連絡先|プレゼント|送信取消|削除されたメッセージ|不明)\\](?: \\(null\\))?$',
    '^\\[(?:位置情報|投票|ノート|アルバム)\\].*$',
    '^☎ .*$',
  ].join('|'),
);
/** The same where the newer program for computers writes no brackets. */
const MEDIA_OF_PC = /^(?:画像|動画|ビデオ|スタンプ|ファイル)$/;

/** A sentence of LINE's holds names and a title at most; longer ones are somebody's words. */
const LONGEST = 300;

export const isSystemSentence = (text: string): boolean =>
  text.length <= LONGEST && SENTENCES.some((sentence) => sentence.test(text.trim()));

/** Who joins, leaves or takes a message back in a row of the program for computers: 「佐藤 花 佐藤 花が参加しました。」 */
export function nameInSystemRow(row: string): string | undefined {
  if (row.length > LONGEST) return undefined;
  const twice = /^(?<who>.+) \k<who>が/.exec(row)?.groups?.who;
  if (twice !== undefined) return twice;
  for (const sentence of SENTENCES) {
    const who = sentence.exec(row.trim())?.groups?.who;
    if (who !== undefined) return who;
  }
  return undefined;
}

export const isMedia = (text: string, isPc: boolean): boolean =>
  text.length <= LONGEST && (MEDIA.test(text.trim()) || (isPc && MEDIA_OF_PC.test(text.trim())));
