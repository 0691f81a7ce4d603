import { type ActionFunctionArgs, data, redirect } from '@remix-run/node';
import { saveChange } from '#app/domain/anonymization/change.server.ts';
import { type ChangedText, previewChange } from '#app/domain/anonymization/preview.server.ts';
import { ruleTitle } from '#app/domain/anonymization/rule-titles.ts';
import { refused } from '#app/domain/outcome.ts';
import { statusOf } from './compose.server.ts';
import { readForm } from './form.server.ts';
import { formTrouble } from './form-trouble.server.ts';
import { fieldsOf, readChange } from './lint-change-form.server.ts';
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
  const { texts, more, fewer, otherwise, silenced } = preview.value;
  const shown = {
    texts,
    more: more.map(withTitles),
    fewer: fewer.map(withTitles),
    otherwise: otherwise.map(withTitles),
    silenced: silenced.map(({ title }) => title),
    fields: fieldsOf(change),
  };
  return data({ change, preview: shown, ...formTrouble(null) });
}

const withTitles = ({ href, title, passages }: ChangedText) => ({
  href,
  title,
  passages: passages.map(({ ruleId, passage, severity, was }) => ({
    rule: ruleTitle(ruleId),
    passage,
    severity,
    was: was ?? null,
  })),
});
