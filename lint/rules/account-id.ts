import type { Hit, Rule } from '../rule.ts';
import { before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';

const HANDLE =
  /(?<![A-Za-z0-9._%+@/`-])@(?!all\b|here\b|channel\b|everyone\b)[A-Za-z0-9_][A-Za-z0-9_.-]{2,29}(?<![.-])(?![A-Za-z0-9/]|[A-Za-z0-9]*\.[a-z]{2})/g;
const TOKEN =
  /(?<![A-Za-z0-9_.@/#-])(?=[A-Za-z0-9_.-]{0,30}[A-Za-z])[A-Za-z0-9][A-Za-z0-9_.-]{2,29}(?:#[0-9]{3,6})?(?<![.-])(?![A-Za-z0-9@/])/g;
const SERVICE =
  /(?:LINE|ライン|Line|カカオ(?:トーク)?|Discord|ディスコード|テレグラム|Telegram|Skype|スカイプ|Instagram|インスタ(?:グラム)?|Twitter|ツイッター|TikTok|ティックトック|Facebook|フェイスブック|メッセンジャー|Messenger|WhatsApp|Viber|Zalo|WeChat|微信|Snapchat|スナチャ|Signal|シグナル|チャット(?:は|の相手は|名は)|(?<![A-Za-z])X|SNS|アカウント(?:名)?|ユーザー名|ハンドル(?:ネーム)?|(?<![A-Za-z])ID)[^。\n]{0,20}$/;
const NAMED = /^(?:という|って|を名乗る|の)(?:名前|名|アカウント|ID|ハンドル|ユーザー|人から|名義)/;

const isHandle = (token: string) =>
  /[0-9_.#]/.test(token) &&
  !/^v?[0-9.]+$/i.test(token) &&
  !/\.(?:com|jp|net|org|pdf|xlsx?|docx?|txt|csv|md|png|jpe?g)$/i.test(token);
const OTHER =
  /(?:ミーティング|会議|Zoom|パスコード|パスワード|ファイル|Wi-?Fi|型番|ログイン|ゲスト|公式|センターの|団体の|法人の|当室の|事務局の)[^。\n]{0,16}$/;

export const accountId: Rule = {
  id: 'account-id',
  severity: 'error',
  title: 'SNSのアカウント',
  message: 'SNSなどのアカウント名です。本人のページにたどり着けます。',
  find({ text }) {
    const hits: Hit[] = [];
    const add = (start: number, end: number) =>
      hits.push({
        start,
        end,
        weight: 4,
        suggestions: [{ replacement: '（アカウント名）', label: '（アカウント名）' }],
      });
    for (const { start, end } of matchAll(text, HANDLE)) {
      if (!OTHER.test(before(text, start, 24))) add(start, end);
    }
    for (const { start, end, text: token } of matchAll(text, TOKEN)) {
      const left = before(text, start, 30);
      if (OTHER.test(left)) continue;
      const named = NAMED.test(text.slice(end, end + 8)) && /[a-z]/.test(token);
      const labelled =
        SERVICE.test(left) &&
        (isHandle(token) || /(?:ID|アカウント名?|ユーザー名)[はがの:「 ]{0,3}$/.test(left)) &&
        token.length >= 4;
      if (
        (named && isHandle(token)) ||
        (labelled &&
          !/^(?:LINE|SNS|Zoom|Instagram|Discord|Twitter|TikTok|Facebook|WhatsApp|Telegram)$/i.test(token))
      )
        add(start, end);
    }
    return hits;
  },
  examples: {
    flagged: [
      { text: 'LINE ID: taro_1985 です', hit: 'taro_1985', suggestion: '（アカウント名）' },
      { text: '本人のX、@minato_s77 に投稿', hit: '@minato_s77', suggestion: '（アカウント名）' },
    ],
    clean: [
      '@all と @事務局 を使う',
      '動画は v1.2.3 に差し替え',
      'LINEのIDは聞かない',
      'ミーティングID 812 0345 6789',
    ],
  },
};
