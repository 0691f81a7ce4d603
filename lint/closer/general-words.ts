import { after, before } from '../text/context.ts';
import type { Look } from './look.ts';

// 75歳で後期高齢に切り替わる: at what age something comes to everybody.
const COMES_TO_ALL =
  /^(?:で|から|になると|になったら|に達すると|の誕生日で|到達で)、?(?:後期高齢|前期高齢|定年|介護保険|年金(?:が|を|の)?(?:受|もら|出|支給|に切)|支給|受給(?:開始|資格)|成人|児童(?:福祉|手当)|満了|打ち?切|切り替わ|対象|自動的|医療費|満期|終わ(?:る|り))/;
// オホーツク総合記念病院の脳外科: which part of the hospital.
const DEPARTMENT =
  /^(?:[\u3400-\u9fff]{1,4}(?:外科|内科)|[\u3400-\u9fff]{1,4}科|救急|透析室|外来|病棟|相談室|地域連携室)$/;
const OF_A_HOSPITAL = /(?:病院|クリニック|医院|センター|医大|大学)の?$/;
// 道の駅で保護された: no station in particular.
const NO_STATION_IN_PARTICULAR = /^道の駅[のでにはがをへともや](?:[\u3400-\u9fffァ-ヺ]|も|す|$)/;

// メニエール病で働けなくなった, こども食堂: an illness and a sort of place, no firm.
const NO_FIRM =
  /(?:病|症|症候群|障害|結核|肺炎|骨折)$|^(?:こども|子ども|みんなの|地域|カプセル|ビジネス|車内|店内|館内|共用部?|駅前|漫画|まんが|ネット|インターネット|家賃保証|社会福祉)?(?:食堂|ホテル|清掃|喫茶|カフェ|会社|適用事業所|充電器)(?:[\u3400-\u9fff]|$)|(?:か|自動車|費用?|料金)$|^(?:ただし|なお|また|そして|もし|たとえば|例えば)/;
const QUOTED_WORD = /^[「『].*[いう]し?[」』]$/;

/** Ages, parts of hospitals and roadside stations that tell nothing of a client. */
export const generalWords: Look = {
  isNone({ text }, { rule, start, end }) {
    const shown = text.slice(start, end);
    if (rule.id === 'exact-age') return COMES_TO_ALL.test(after(text, end, 16));
    if (rule.id === 'medical-institution')
      return DEPARTMENT.test(shown) && OF_A_HOSPITAL.test(before(text, start, 6));
    if (rule.id === 'employer') return NO_FIRM.test(shown) || QUOTED_WORD.test(shown);
    return rule.id === 'place' && NO_STATION_IN_PARTICULAR.test(shown);
  },
};
