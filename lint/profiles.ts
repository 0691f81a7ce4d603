import type { LintOptions } from './options.ts';
import type { RuleHit } from './overlaps.ts';
import { personKey } from './persons/mention.ts';
import { dialled } from './public-numbers.ts';
import type { Reading } from './reading.ts';
import { after, before } from './text/context.ts';
import { normalize } from './text/normalize.ts';

const GREETING_AFTER = /^(?:です|と申します|ともうします|より|でした|@|\(|$)/;
const GREETING_BEFORE = /(?:^|[\n。、 ]|の)$/;
const ADDRESS_BEFORE = /(?:^|[\n。!?」@> ]|[、・])$/;
const HONORIFIC = '(?:さん|様|さま|先生|氏)';
const THANKS =
  'ありがとう|お疲れ|おつかれ|の(?:ご?回答|お?返事|コメント|ご?意見|投稿|おっしゃる)|が(?:書|おっしゃ|教え)|に(?:お聞き|質問|教えて)';
const ADDRESS_AFTER = new RegExp(`^${HONORIFIC}(?:[、,。!! へ\n]|${THANKS}|のお話|が言|も(?:書|おっしゃ)|$)`);
// 岩見沢の高橋さん may be a client of that place; one who is thanked for an answer is a member.
const PLACED_BEFORE = /(?:^|[\n。!?」@> 、・])[^\n。!?「」@>、・]{1,24}の$/;
const THANKED_AFTER = new RegExp(`^${HONORIFIC}[、,! ]*(?:${THANKS})`);
// A speaker or an official in a note or report appears in their role.
const ROLE_AFTER =
  /^(?:教授|准教授|医師|弁護士|司法書士|議員|氏|先生|理事長|会長|所長|センター長|室長|課長|係長|局長|市長|町長|村長|講師|代表|研究員)/;
const ROLE_BEFORE =
  /(?:教授|医師|弁護士|議員|講師|講演|進行|司会|登壇者?|報告者?|発表者?|座長|ファシリテーター|コメンテーター|代表|理事長|会長|所長|センター長|室長|課長|係長|担当|事務局)(?:[はの:・ ]|\(){0,2}$/;

/**
 * Whether a hit is none here: a network's word, a number that is published, the author's or a member's own name, a
 * speaker in their role.
 */
export function isAllowed({ text, profile, options }: Reading, hit: RuleHit): boolean {
  const passage = text.slice(hit.start, hit.end);
  const left = before(text, hit.start, 40);
  const right = after(text, hit.end, 40);
  if (hit.rule.id === 'place' && isWorkplace(right, options)) return true;
  if (hit.rule.id === 'phone-number' && options.publicNumbers?.includes(dialled(passage))) return true;
  const key = personKey(passage);
  // What is certain stays a finding: the network decides on words, and not on somebody's number.
  if (!hit.certain && options.notNames?.some((word) => word !== '' && personKey(word) === key)) return true;
  // A member may bear the name of a place (木村, 江別); then it is the place's rule that speaks up.
  const named = hit.person ?? (hit.rule.id === 'place' ? key : undefined);
  if (named === undefined) return false;
  const is = (name: string | undefined) => name !== undefined && name !== '' && keyOf(name) === named;
  if (
    is(options.authorName) &&
    (profile === 'profile' || (GREETING_AFTER.test(right) && GREETING_BEFORE.test(left)))
  )
    return true;
  if (options.memberNames?.some(is) && isAddressed(left, right)) return true;
  if (
    options.membersOf?.some(({ organization, name }) => is(name) && endsWithOrganization(left, organization))
  )
    return true;
  if (hit.person === undefined || (profile !== 'note' && profile !== 'report')) return false;
  return (
    passage.length > 1 &&
    (ROLE_AFTER.test(right) && !/^氏/.test(right)
      ? true
      : ROLE_BEFORE.test(left) && /^(?:氏|先生|さん|様|\(|$|、)/.test(right))
  );
}

/** 髙橋 and 高橋 are one: texts are read in common forms of kanji. */
const keyOf = (name: string) => personKey(normalize(name).text);

/** 岩見沢|の高橋さん、ありがとうございます; 小樽|の佐藤です: where a member works, or the author. */
function isWorkplace(right: string, { memberNames = [], authorName = '' }: LintOptions): boolean {
  const follows = (name: string, then: RegExp) =>
    name !== '' && right.startsWith(`の${keyOf(name)}`) && then.test(right.slice(1 + keyOf(name).length));
  return follows(authorName, GREETING_AFTER) || memberNames.some((name) => follows(name, THANKED_AFTER));
}

const isAddressed = (left: string, right: string) =>
  left.endsWith('@') ||
  (ADDRESS_BEFORE.test(left) && ADDRESS_AFTER.test(right)) ||
  (PLACED_BEFORE.test(left) && THANKED_AFTER.test(right));

/** きた町の, きた町　 or きた町( before the name; spaces do not count. */
function endsWithOrganization(left: string, organization: string): boolean {
  const plain = (text: string) => normalize(text).text.replace(/ /g, '');
  const name = plain(organization);
  return (
    name !== '' &&
    plain(left)
      .replace(/[の(/・:]$/, '')
      .endsWith(name)
  );
}
