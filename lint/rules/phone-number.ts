import type { Hit, Rule } from '../rule.ts';
import { after, before } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import { isOtherNumber } from '../text/number-labels.ts';

// Up to two separators between digits; a mobile number is one however it is cut up.
const MOBILE =
  /(?<![0-9]|[A-Za-z](?<!TEL|Tel|tel|FAX|Fax|fax)|[0-9][-.])(?:\+ ?81[- ._]{0,2}(?:\(0\))?[- ]?|\(?0[- .)_]{0,2})[5789][- ._]{0,2}0(?:[- .()・_の/]{0,2}[0-9]){8}(?![0-9]|-[0-9])/g;
const LANDLINE =
  /(?<![0-9]|[A-Za-z](?<!TEL|Tel|tel|FAX|Fax|fax)|[0-9][-.])(?:\+ ?81[- ]?(?:\(0\))?[1-9][0-9]{0,3}|\(0[1-9][0-9]{0,3}\)|0[1-9][0-9]{0,3})(?:[- .()・]{0,2}[0-9]{1,4}){1,2}(?![0-9]|-[0-9])/g;

// WhatsApp（+63 900 012 3456）: from elsewhere; what follows +81 is Japan's.
const ABROAD =
  /(?<![0-9A-Za-z])\+ ?(?!81[^0-9]?[0-9])[1-9][0-9]{0,2}[- ]?\(?[0-9]{1,4}\)?(?:[- .]?[0-9]{2,4}){2,4}(?![0-9円件人名万%])/g;

// Numbers that are published to be called by anybody.
const PUBLIC = /^0(?:120|570|800|990|180)/;
const PHONE_LABEL =
  /(?:電話|携帯|でんわ|TEL|Tel|tel|FAX|Fax|fax|ファックス|連絡先|番号|折り?返し先?|スマホ|ケータイ|℡|☎|📞)[^0-9。]{0,10}$/;
// An office directly before its number; a person's label in between (本人の) would break the chain.
const OFFICE =
  /(?:窓口|センター|相談室|相談所|役所|役場|役場の?[一-龥]{1,4}課|課|係|事務局|事務所|代表|会館|プラザ|公民館|会場|ダイヤル|ホットライン|ライン|いのちの電話|法テラス|社協|協議会|ハローワーク|保健所|振興局|病院|クリニック|銀行|法人|会社|学校|図書館|警察署|(?:お?問い?合わ?せ先?|申し?込み?先?|連絡先(?:窓口)|予約|受付)(?=は|:|先)|[0-9]番地?[0-9-]*|[0-9]丁目[0-9-]*)(?:[ (:、,は]|の?(?:代表)?(?:電話|TEL|Tel|℡|☎|FAX)(?:番号)?[:は ]?){0,4}$/;

// A text that speaks of nobody and has a fax, or a number that changes, is an office's notice.
const NOTICE = /(?:FAX|Fax|ファックス|ファクス)(?:番号)?[は:( ]{0,3}$|の番号は(?:[0-9-]+、)?$/;

const OFFICE_AFTER =
  /^\)?(?:または|か|もしくは)(?:窓口|メール|FAX|ファックス|来所)|^ ?\((?:代表|直通|内線|窓口|事務局|代\))/;

const nationalDigits = (text: string) => text.replace(/^\+ ?81[- .]{0,2}(?:\(0\))?/, '0').replace(/\D/g, '');

function hit(start: number, end: number, message?: string): Hit {
  return {
    start,
    end,
    certain: true,
    weight: 6,
    message,
    suggestions: [{ replacement: '（電話番号）', label: '（電話番号）' }],
  };
}

export const phoneNumber: Rule = {
  id: 'phone-number',
  severity: 'error',
  title: '電話番号',
  message: '電話番号です。番号は、だれのものでも載せられません。',
  find({ text, aboutClient, notice }) {
    const hits: Hit[] = [];
    for (const { start: from, end, text: shown } of matchAll(text, MOBILE)) {
      // (090-1234-5678) stands in brackets, (090)1234-5678 has them.
      const start = shown.startsWith('(') && !shown.includes(')') ? from + 1 : from;
      if (nationalDigits(shown).length !== 11 || /^0800[- ]/.test(shown) || isOtherNumber(text, start))
        continue;
      hits.push(hit(start, end, '携帯電話の番号です。番号は、だれのものでも載せられません。'));
    }
    for (const { start, end, text: shown } of matchAll(text, ABROAD))
      if (/^.{9,15}$/.test(nationalDigits(shown)) && !OFFICE.test(before(text, start, 40)))
        hits.push(hit(start, end));
    for (const { start, end, text: shown } of matchAll(text, LANDLINE)) {
      const digits = nationalDigits(shown);
      if (digits.length !== 10 || PUBLIC.test(digits)) continue;
      const left = before(text, start, 40);
      const labelled =
        PHONE_LABEL.test(left) ||
        /^ ?(?:に電話|まで電話|に連絡|へ連絡|\(?(?:自宅|携帯|FAX))/.test(after(text, end, 8));
      const shaped = /[-)・]/.test(shown) && /[0-9]{4}$/.test(shown);
      const spaced = /^0[0-9]{1,3} [0-9]{2,4} [0-9]{4}$/.test(shown);
      if (!labelled && !shaped && !spaced) continue;
      if (isOtherNumber(text, start) || OFFICE.test(left) || OFFICE_AFTER.test(after(text, end, 8))) continue;
      if (notice || (!aboutClient && NOTICE.test(left))) continue;
      hits.push(hit(start, end));
    }
    return hits;
  },
  examples: {
    flagged: [
      {
        text: '連絡は０９０−１２３４−５６７８へ',
        hit: '０９０−１２３４−５６７８',
        suggestion: '（電話番号）',
      },
      { text: '手元のは(0134)22-3344です', hit: '(0134)22-3344', suggestion: '（電話番号）' },
      {
        text: '090-\u200b1234-\u202a5678 です',
        hit: '090-\u200b1234-\u202a5678',
        suggestion: '（電話番号）',
      },
    ],
    clean: [
      'よりそいホットラインは0120-279-338です',
      '予約は相談センター（011-200-0000）へ',
      'ミーティングID 080 1234 5678',
      '#7119が使えます',
    ],
  },
};
