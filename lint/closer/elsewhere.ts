import { after, before } from '../text/context.ts';
import { firstWithin } from '../text/sorted.ts';
import type { Look } from './look.ts';

// 長崎県や山口県の町村のように, 岡崎市のパンフレット: towns far away stand for what is done there, or was.
const EXAMPLE =
  /例(?:を|も|が|は|として)|事例|パンフ|冊子|要綱|要領|様式|資料|報告書|取り?組|方式|モデル事業|先進地|条例|制度|始ま(?:っ|り|る)|創設|発祥|設立|創立|明治|大正|昭和[0-9一-十]+年に|視察|町村のよう|社協|自治体/;
const LIVES =
  /から来|にい[たる]|住|出身|実家|転[入居出]|引っ?越|育|生まれ|帰|家族|母|父|兄|姉|弟|妹|息子|娘|働|避難|逃|親戚|親族|さん|様|くん/;

/** Places of other prefectures that are spoken of for their own sake. */
export const elsewhere: Look = {
  isNone({ text, places }, { rule, start, end }) {
    if (rule.id !== 'place') return false;
    if (firstWithin(places, start, end)?.wider !== '道外') return false;
    const sentence = before(text, start, 60) + after(text, end, 60);
    return EXAMPLE.test(sentence) && !LIVES.test(sentence);
  },
};
