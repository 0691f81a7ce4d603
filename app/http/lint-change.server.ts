import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import { saveChange } from '#app/domain/anonymization/change.server.ts';
import { DESK_PROFILES, type LintChange } from '#app/domain/anonymization/changes.ts';
import { type ChangedText, previewChange } from '#app/domain/anonymization/preview.server.ts';
import { ruleTitle } from '#app/domain/anonymization/rule-titles.ts';
import { refused } from '#app/domain/outcome.ts';
import { RULES } from '#lint/rules/index.ts';
import { statusOf } from './compose.server.ts';
import { type PostedForm, readForm } from './form.server.ts';
import { formTrouble } from './form-trouble.server.ts';
import { notFound, requireMember } from './require-member.server.ts';
import { unlessUnchecked } from './unless-unchecked.server.ts';

/**
 * Shows what a change of the check would do, and carries it out when asked to. Between the two nothing is stored: the
 * page of the preview holds the change in its form.
 */
export async function actOnLintChange(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'desk.check');
  const { db, nudge } = args.context;
  const form = await readForm(args.request);
  const change = readChange(form);
  if (!change) return notFound();
  if (form.text('intent') === 'save') {
    const saved = await saveChange(db, viewer.id, change, new Date());
    if (saved.ok) {
      nudge();
      throw redirect('/desk/anonymization?saved=1');
    }
    return data(
      { change, preview: null, ...formTrouble(saved.refusal) },
      { status: statusOf(saved.refusal) },
    );
  }
  const preview = (await unlessUnchecked(previewChange(db, change))) ?? refused({ code: 'unchecked' });
  if (!preview.ok)
    return data(
      { change, preview: null, ...formTrouble(preview.refusal) },
      { status: statusOf(preview.refusal) },
    );
  const { texts, more, fewer } = preview.value;
  const shown = { texts, more: more.map(withTitles), fewer: fewer.map(withTitles), fields: fieldsOf(change) };
  return data({ change, preview: shown, ...formTrouble(null) });
}

const withTitles = ({ href, title, passages }: ChangedText) => ({
  href,
  title,
  passages: passages.map(({ ruleId, passage }) => ({ rule: ruleTitle(ruleId), passage })),
});

function readChange(form: PostedForm): LintChange | undefined {
  const what = form.text('what');
  const [word, reason, number] = [form.text('word'), form.text('reason'), form.text('number')];
  switch (what) {
    case 'switch': {
      const profile = DESK_PROFILES.find((known) => known === form.text('profile'));
      const on = form.all('rule');
      const off = RULES.map(({ id }) => id).filter((id) => !on.includes(id));
      return profile && { what, profile, off, reason };
    }
    case 'allow':
    case 'forbid':
      return { what, word, reason };
    case 'unallow':
    case 'unforbid':
      return { what, word };
    case 'publish':
      return { what, number, name: form.text('name'), reason };
    case 'unpublish':
      return { what, number };
    default:
      return undefined;
  }
}

/** The form fields that `readChange` reads back. */
function fieldsOf(change: LintChange): Array<[name: string, value: string]> {
  if (change.what !== 'switch') return Object.entries(change);
  const { what, profile, off, reason } = change;
  const on = RULES.filter(({ id }) => !off.includes(id));
  return [
    ['what', what],
    ['profile', profile],
    ['reason', reason],
    ...on.map(({ id }): [string, string] => ['rule', id]),
  ];
}
