import type { Hit } from '../rule.ts';
import { after, before } from '../text/context.ts';
import type { Look } from './look.ts';

// 職場の江別あさひ歯科, 直近は特養ゆのはな園: what stands before a place where somebody works.
const WORK_BEFORE =
  /(?:職場|勤務先|勤め先|就職先|内定先|実習先|パート先|バイト先|雇い主|前職|直近|職歴|(?:介護|調理|看護|保育|技能)?実習|(?:介護|調理|清掃|看護|保育|事務)の仕事\()[はのが:、]? ?(?:現在の?)?$/;
// 滝川やわら眼科で働く, さくら学園に勤める
const WORK_AFTER =
  /^(?:で(?:[^、。\n]{0,8})?(?:働|勤|雇われ|(?:事務|受付|看護|介護|調理|清掃|夜勤|厨房|助手|保育)(?:を|の(?:仕事|パート|アルバイト)|として|補助))|に(?:勤め|勤務|就職|採用|雇)|勤務|を(?:解雇|雇い止め|クビ)|の(?:職員寮|社員|正社員|パート|早番|遅番|夜勤))/;

// 勤務 ベルデ物流センター: a line of a form.
const LABEL = /^[・●○■]? ?(?:勤務|仕事|職業|所属)[: ]{1,3}$/;
const PLANT = /(?:物流|配送|加工|選別|選果|コール|リサイクル|給食|流通|食肉)センター$/;

const REPLACEMENTS: Readonly<Record<string, string>> = {
  medical: '市内の医療機関',
  care: '市内の施設',
  school: '市内の学校',
};

/** Clinics, schools and homes where a client works instead of being looked after. */
export const work: Look = {
  rule: 'employer',
  find: ({ text, institutions }) =>
    institutions
      .filter(
        ({ kind, named, start, end }) =>
          named &&
          (kind === 'medical' ||
            kind === 'care' ||
            kind === 'school' ||
            (kind === 'public' && PLANT.test(text.slice(start, end)))) &&
          (WORK_BEFORE.test(before(text, start, 14)) ||
            LABEL.test(before(text, start, 8)) ||
            WORK_AFTER.test(after(text, end, 20))),
      )
      .map(({ start, end, kind }): Hit => {
        const replacement = REPLACEMENTS[kind] ?? '市内の会社';
        // More than what the institution's own rule has.
        return { start, end, weight: 3.5, suggestions: [{ replacement, label: replacement }] };
      }),
};
