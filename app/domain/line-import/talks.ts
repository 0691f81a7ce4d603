import type { LineMessage } from './parse.ts';

export type TalkKind = 'thread' | 'note' | 'out';

/** Messages that belong together, and what is proposed to be made of them. */
export interface Talk {
  messages: LineMessage[];
  kind: TalkKind;
  title: string;
}

const HOUR = 60;
/** Minutes after which somebody who says something new begins a conversation, whoever spoke before. */
const LONG_PAUSE = 6 * HOUR;
/** Minutes after which a question begins one. */
const SHORT_PAUSE = 90;
/** Minutes within which somebody still answers. */
const REPLIES_WITHIN = 3 * 24 * HOUR;
const MOST_MESSAGES = 60;
const LONG_TEXT = 160;
const TITLE = 60;

const ASKS =
  /[?？]|でしょうか|教えて|お聞きし|伺いた|ですか(?:[。\n]|$)|ますか(?:[。\n]|$)|知りたい|困っています|悩んでい|ご存[じ知]|どう(?:されて|して(?:い|ま|る)|すれば)|ありますか|いますか/;
const GREETS =
  /^(?:(?:みなさん|皆さん|皆様|各位)[、 　]*)?(?:お(?:疲|つか)れ(?:様|さま)です|おはようございます|こんにちは|こんばんは|はじめまして|初めまして|お世話になって(?:い|お)ります|失礼(?:いた)?します|突然すみません|すみません|いつもありがとうございます|夜分(?:に|遅くに)[^。！!\n]*|[^。\n]{1,16}の[^。\n]{1,8}です)[、。！!〜～\n \u3000]*/;
const COURTESY =
  /^(?:(?:ありがとう(?:ございま(?:す|した))?|助かりま(?:す|した)|了解(?:です|しました|いたしました)?|承知(?:しました|いたしました|です)|わかりました|よろしくお願い(?:します|いたします|致します)?|こちらこそ|はい|おお|なるほど|参考になりま(?:す|した)|勉強になりま(?:す|した)|お疲れ(?:様|さま)(?:です|でした)|おはようございます|[🙏🙇👍😊😭✨💦！!。、〜～\s笑wｗ]|さっそく|早速|とても|すごく|本当に|皆さん|みなさん|(?:試して|やって|使って|読んで)みます)+)$/u;
const THANKS_OR_REPLIES =
  /^(?:[^\n。]{1,12}さん[、,，！!\s]|@|＠|ありがとう|助かり|なるほど|うちも|うちは|こちらでは|当(?:市|町|会|機関)では|私(?:のところ|たち)も|先ほどの|さっきの|その件|それは)/;

const minutesOf = ({ day, time }: LineMessage) => Date.parse(`${day}T${time}:00Z`) / 60_000;

/**
 * Cuts a chat into conversations: by pauses, by questions, and by whom a message speaks to.
 *
 * @param messages in their order
 */
export function talksOf(messages: readonly LineMessage[]): Talk[] {
  const talks: LineMessage[][] = [];
  for (const message of messages) {
    const talk = talks.at(-1);
    if (talk !== undefined && !begins(message, talk)) talk.push(message);
    else talks.push([message]);
  }
  return talks.map(proposed);
}

function begins(message: LineMessage, talk: readonly LineMessage[]): boolean {
  if (talk.length >= MOST_MESSAGES) return true;
  const last = talk.at(-1) as LineMessage;
  const pause = minutesOf(message) - minutesOf(last);
  if (pause > REPLIES_WITHIN) return true;
  if (repliesTo(message, talk)) return false;
  if (pause > LONG_PAUSE) return true;
  const asks = isQuestion(message.text);
  return asks && pause > SHORT_PAUSE && message.name !== talk[0]?.name;
}

/** 「@佐藤」「佐藤さん、…」 and thanks speak to somebody who is there. */
function repliesTo(message: LineMessage, talk: readonly LineMessage[]): boolean {
  if (isQuestion(message.text) && message.text.length > 80) return false;
  const names = new Set(talk.map(({ name }) => name).filter((name) => name !== message.name));
  const head = message.text.slice(0, 30);
  for (const name of names) {
    const short = name.replace(/[（(@＠/／|｜].*$/, '').trim();
    if (
      short.length > 1 &&
      (head.includes(`${short}さん`) || head.includes(`@${short}`) || head.includes(`＠${short}`))
    )
      return true;
  }
  return THANKS_OR_REPLIES.test(withoutGreeting(message.text));
}

export const isQuestion = (text: string): boolean => ASKS.test(text);

/** Whether a message is thanks or a greeting and nothing else; such ones are left out at first. */
export const isCourtesy = (text: string): boolean =>
  text.length <= 60 && COURTESY.test(text.replace(/^[^\n。]{1,12}さん[、,，！!\s]/u, '').trim());

/** A text without what people say before they come to the point. */
export function withoutGreeting(text: string): string {
  let rest = text;
  for (let cut = GREETS.exec(rest); cut !== null && cut[0].length < rest.length; cut = GREETS.exec(rest))
    rest = rest.slice(cut[0].length);
  return rest;
}

function proposed(messages: LineMessage[]): Talk {
  const said = messages.filter(({ text }) => !isCourtesy(text));
  const question = said.find(({ text }) => isQuestion(text));
  const [first] = said;
  const voices = new Set(said.map(({ name }) => name)).size;
  const kind: TalkKind =
    question !== undefined && (voices > 1 || question.text.length > 40)
      ? 'thread'
      : said.some(({ text }) => text.length >= LONG_TEXT)
        ? 'note'
        : 'out';
  return { messages, kind, title: titleOf((question ?? first ?? messages[0])?.text ?? '') };
}

/** The sentence that asks, or else the first, short enough for a title. */
export function titleOf(text: string): string {
  const sentences = withoutGreeting(text)
    .replace(/https?:\/\/\S+/g, '')
    .split(/(?<=[。？?！!])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 3);
  const chosen = sentences.find((sentence) => ASKS.test(sentence)) ?? sentences[0] ?? text.trim();
  const title = withoutGreeting(chosen).replace(/[。\s]+$/, '');
  return title.length <= TITLE ? title : `${[...title].slice(0, TITLE - 1).join('')}…`;
}
