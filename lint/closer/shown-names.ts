import type { Hit } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

const NETWORK =
  '(?:LINE|ライン|カカオ(?:トーク)?|Discord|ディスコ(?:ード)?|テレグラム|Telegram|Skype|スカイプ|Instagram|インスタ(?:グラム)?|Twitter|ツイッター|TikTok|ティックトック|Facebook|フェイスブック|メッセンジャー|Messenger|WhatsApp|ワッツアップ|Viber|バイバー|Zalo|WeChat|微信(?:号)?|Snapchat|スナチャ|Signal|シグナル|スレッズ|Threads|メルカリ|PayPay|ペイペイ|ツイキャス|YouTube|ユーチューブ|BeReal|Bluesky|ブルースカイ|マッチングアプリ|フォートナイト|荒野行動|スプラトゥーン|マイクラ|ゲーム)';
const KIND =
  '(?:ID|アカウント(?:名|ID)?|ユーザー(?:名|ネーム|ID)|ハンドル(?:ネーム|名)?|表示名|ニックネーム|プロフィール名|登録名|名前|名義|垢|DM)';
// LINEはsorachan, LINE→miyu, カカオ：minsu: letters alone, right behind the network.
const LETTERS = new RegExp(
  `(?<=(?<![A-Za-z])${NETWORK}(?:の?${KIND})?(?:は|が|:|→|、|「|『|\\(| ){1,3})(?<value>(?!(?:line|works|pay|voom|bot|group|live|reels?|shorts?|lite|business|premium|web|app|url|qr|dm|sns|id|ok|ng|talk|call|video|wifi|pc|mail|zoom|teams|messenger|facebook|instagram|twitter|tiktok|discord|official|openchat|http|https|www)(?![a-z0-9_.-]))[a-z][a-z0-9_.-]{3,29}(?:#[0-9]{3,6})?)(?<![.-])(?![A-Za-z0-9@/#]|\\.[a-z])`,
  'g',
);
// 表示名が☆ゆあ☆0412, ハンドルネームはくまたろう77, 「さくら0518」というアカウント: with figures or stars in it.
const SHOWN =
  '(?!@)(?=[^「」『』\\s、。]{0,20}[0-9_☆★♪♡♥])[A-Za-z0-9_.☆★♪♡♥~@ぁ-ゖァ-ヺー\\u3400-\\u9fff-]{3,24}?';
const WITH_FIGURES = new RegExp(
  `(?<=(?:${NETWORK}の${KIND}|${KIND}(?<!名前|名義|DM|ID))(?:は|が|:|→|「|『| ){1,2})${SHOWN}(?=」|』|に(?:変|し)|です|だ|と|[、。)\\n ]|$)|(?<=「)${SHOWN}(?=」(?:という|って(?:いう)?|の)(?:アカウント|垢|ハンドル|ユーザー|LINE|インスタ))|(?<=${NETWORK}の)(?=[A-Za-z])${SHOWN}(?=(?:さん)?(?:という|って|から|に|が|を|の(?:投稿|動画|アカウント)))`,
  'g',
);
// minato_kushiro.9にLINEして, line_id: haru7: before what is done with it.
const BEFORE =
  /(?<![A-Za-z0-9_.@/-])(?=[A-Za-z0-9.-]*[_.])[a-z][a-z0-9]*(?:[_.][a-z0-9]+)+(?=」?(?:さん)?(?:に|から|へ|の|で)(?:LINE|DM|メッセ|フォロー|インスタ|連絡|投稿))|(?<=(?:line|LINE|Line)_?(?:id|ID|Id)[: ]{1,3})[A-Za-z0-9][A-Za-z0-9_.-]{3,29}/g;
const SPEAKS = new RegExp(
  `${NETWORK}|line_id|DM|フォロー|アカウント|ハンドル|ユーザー|表示名|ニックネーム|垢`,
);
// Of an office, or for a meeting.
const OTHER =
  /(?:公式|センターの|団体の|法人の|当室の|事務局の|ミーティング|会議|Zoom|Wi-?Fi|ログイン|ゲスト|職員|共用)[^。\n]{0,16}$/;
/** 10月3日, 3年, 12桁: what only counts. */
const COUNTS = /^[0-9]+[\u3400-\u9fffぁ-ゖ]+$/;

/** Names on networks, by the network's name before them: letters alone, or any signs with figures. */
export const shownNames: Look = {
  rule: 'account-id',
  find: ({ text, notice }) =>
    notice || !SPEAKS.test(text)
      ? []
      : [...matchAll(text, LETTERS), ...matchAll(text, WITH_FIGURES), ...matchAll(text, BEFORE)]
          .filter(({ start, text: name }) => !COUNTS.test(name) && !OTHER.test(before(text, start, 30)))
          .map(
            ({ start, end }): Hit => ({
              start,
              end,
              weight: 4.5,
              suggestions: [{ replacement: '（アカウント名）', label: '（アカウント名）' }],
            }),
          ),
};
