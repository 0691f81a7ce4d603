import { rewritePassages } from '#app/domain/anonymization/rewrite.server.ts';
import { LIMITS } from '#app/domain/posts/limits.ts';
import { tidy } from '#app/domain/posts/text-problems.ts';
import { NOTHING_SO_FAR } from '#app/domain/questions/so-far.server.ts';
import { parseDecisions, splitKey } from '#app/ui/composer/decisions.ts';
import type { Db } from '#db/schema.ts';
import type { PostedForm } from './form.server.ts';

/** Reads what a member tells about themselves and carries out the rewrites that the form asks for. */
export async function readProfileForm(db: Db, form: PostedForm, viewer: { id?: string; familyName: string }) {
  const typed = { introduction: tidy(form.text('introduction')) };
  // A longer text is refused as it is.
  const fixes = typed.introduction.length <= LIMITS.introduction ? parseDecisions(form.raw).fixes : [];
  const { introduction } = await rewritePassages(
    db,
    typed,
    'profile',
    viewer,
    fixes.map(splitKey),
    NOTHING_SO_FAR,
  );
  return { introduction, programmes: form.all('programme') };
}
