import type { Db } from '#db/schema.ts';
import { hiddenOf } from '../anonymization/hidden.server.ts';
import { withAnchors } from './headings.ts';

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] as string);

const STYLE = `body{font-family:sans-serif;line-height:1.8;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#222}
h1{font-size:1.5rem;line-height:1.4}h2{font-size:1.2rem;border-bottom:1px solid #222}
table{border-collapse:collapse}th,td{border-bottom:1px solid #999;padding:.3rem .6rem;text-align:left}
.about{font-size:.875rem}article+article{border-top:3px double #222;margin-top:3rem;padding-top:1rem}
@media print{article+article{break-before:page;border:0}}`;

/**
 * Notes in sight as one page that needs no other file and no script.
 *
 * @param slug only this one
 * @returns undefined where there is none
 */
export async function notesAsHtml(db: Db, siteName: string, slug?: string): Promise<string | undefined> {
  let query = db
    .selectFrom('note')
    .select(['id', 'slug', 'title', 'body_html as html', 'edition', 'verified_at as verifiedAt', 'tags'])
    .where('id', 'not in', hiddenOf(db, 'note'))
    .orderBy('slug');
  if (slug !== undefined) query = query.where('slug', '=', slug);
  const notes = await query.execute();
  const contributors = await db
    .selectFrom('note_contributor')
    .innerJoin('organization', 'organization.id', 'note_contributor.organization_id')
    .select(['note_id', 'organization.label'])
    .orderBy('organization.label')
    .execute();
  const byNote = Map.groupBy(contributors, ({ note_id }) => note_id);
  if (slug !== undefined && notes.length === 0) return undefined;
  const articles = notes.map((note) => {
    const organizations = (byNote.get(note.id) ?? []).map(({ label }) => label);
    // Anchors would be the same in several notes of one page.
    const html = withAnchors(note.html).html.replace(/<h2 id="[^"]*">/g, '<h2>');
    const tags = JSON.parse(note.tags) as string[];
    const about = [
      `確認した日 ${note.verifiedAt.slice(0, 10)}`,
      `第${note.edition}版`,
      ...(tags.length > 0 ? [`タグ：${tags.join('、')}`] : []),
      ...(organizations.length > 0 ? [`書いた機関：${organizations.join('、')}`] : []),
    ];
    return `<article id="${escapeHtml(note.slug)}">
<h1>${escapeHtml(note.title)}</h1>
<p class="about">${about.map(escapeHtml).join('　')}</p>
${html}
</article>`;
  });
  const [only] = notes;
  const title = slug !== undefined && only ? only.title : `${siteName}のノート`;
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${articles.join('\n')}
</body>
</html>
`;
}
