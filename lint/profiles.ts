import type { RuleHit } from './overlaps.ts';
import { personKey } from './persons/mention.ts';
import { dialled } from './public-numbers.ts';
import type { Reading } from './reading.ts';
import { after, before } from './text/context.ts';

const GREETING_AFTER = /^(?:です|と申します|ともうします|より|でした|@|\(|$)/;
const GREETING_BEFORE = /(?:^|[\n。、 ]|の)$/;
const ADDRESS_BEFORE = /(?:^|[\n。!?」@> ]|[、・])$/;
const ADDRESS_AFTER =
  /^(?:さん|様|さま|先生|氏)(?:[、,。!! へ\n]|ありがとう|お疲れ|おつかれ|の(?:ご?回答|お?返事|お話|コメント|ご?意見|投稿|おっしゃる)|が(?:書|言|おっしゃ|教え)|に(?:お聞き|質問|教えて)|も(?:書|おっしゃ)|$)/;
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
  if (hit.rule.id === 'phone-number' && options.publicNumbers?.includes(dialled(passage))) return true;
  const key = personKey(passage);
  // What is certain stays a finding: the network decides on words, and not on somebody's number.
  if (!hit.certain && options.notNames?.some((word) => word !== '' && personKey(word) === key)) return true;
  // A member may bear the name of a place (木村, 江別); then it is the place's rule that speaks up.
  const named = hit.person ?? (hit.rule.id === 'place' ? key : undefined);
  if (named === undefined) return false;
  const is = (name: string | undefined) => name !== undefined && name !== '' && personKey(name) === named;
  const left = before(text, hit.start, 20);
  const right = after(text, hit.end, 16);
  if (
    is(options.authorName) &&
    (profile === 'profile' || (GREETING_AFTER.test(right) && GREETING_BEFORE.test(left)))
  )
    return true;
  if (options.memberNames?.some(is) && ADDRESS_BEFORE.test(left) && ADDRESS_AFTER.test(right)) return true;
  if (hit.person === undefined || (profile !== 'note' && profile !== 'report')) return false;
  return (
    passage.length > 1 &&
    (ROLE_AFTER.test(right) && !/^氏/.test(right)
      ? true
      : ROLE_BEFORE.test(left) && /^(?:氏|先生|さん|様|\(|$|、)/.test(right))
  );
}
