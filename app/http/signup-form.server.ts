import type { SignupWords } from '#app/domain/meetings/sign-up.server.ts';
import { MANNERS } from '#app/ui/meeting/manner.ts';
import type { SignupManner } from '#db/schema.ts';
import type { PostedForm } from './form.server.ts';
import { typedNumber } from './typed-number.ts';

/** Reads what somebody says about the day; what is not among the choices counts as not said. */
export function readSignupForm(form: PostedForm, programmes: readonly string[]): SignupWords {
  const years = typedNumber(form.text('years'));
  const programme = form.text('programme');
  return {
    manner: readManner(form),
    years: /^\d{1,2}$/.test(years) ? Number(years) : null,
    programme: programmes.includes(programme) ? programme : null,
    wishes: ['wish1', 'wish2', 'wish3'].map((name) => Number(form.text(name))).filter((no) => no > 0),
  };
}

export const readManner = (form: PostedForm): SignupManner =>
  MANNERS.find(({ value }) => value === form.text('manner'))?.value ?? 'own';
