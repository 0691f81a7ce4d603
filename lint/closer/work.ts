import type { Hit } from '../rule.ts';
import { after, before } from '../text/context.ts';
import type { Look } from './look.ts';

// 職場の江別あさひ歯科, 直近は特養ゆのはな園: what stands before a place where somebody works.
const WORK_BEFORE =
  /(?:職場|勤務先|勤め先|就職先|内定先|実習先|パート先|バイト先|雇い主|前職|直近|職歴|(?:介護|調理|看護|保育|技能)?実習)[はのが:、]? ?(?:現在の?)?$/;
// 滝川やわら眼科で働く, さくら学園に勤める
const WORK_AFTER =
  /^(?:で(?:[^、。\n]{0,8})?(?:働|勤|雇われ|(?:事務|受付|看護|介護|調理|清掃|夜勤|厨房|助手|保育)(?:を|の(?:仕事|パート|アルバイト)|として|補助))|に(?:勤め|勤務|就職|採用|雇)|勤務|を(?:解雇|雇い止め|クビ)|の(?:職員寮|社員|正社員|パート|早番|遅番|夜勤))/;

/** Clinics, schools and homes where a client works instead of being looked after. */
export const work: Look = {
  rule: 'employer',
  find: ({ text, institutions }) =>
    institutions
      .filter(
        ({ kind, named, start, end }) =>
          named &&
          (kind === 'medical' || kind === 'care' || kind === 'school') &&
          (WORK_BEFORE.test(before(text, start, 14)) || WORK_AFTER.test(after(text, end, 20))),
      )
      .map(({ start, end, kind }): Hit => {
        const replacement =
          kind === 'medical' ? '市内の医療機関' : kind === 'care' ? '市内の施設' : '市内の学校';
        // More than what the institution's own rule has.
        return { start, end, weight: 3.5, suggestions: [{ replacement, label: replacement }] };
      }),
};
