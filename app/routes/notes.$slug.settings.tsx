import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Viewer } from '#app/domain/login/lucia.server.ts';
import {
  maySet,
  type NoteSettings,
  possibleKeepers,
  readNoteSettings,
  setNote,
} from '#app/domain/notes/settings.server.ts';
import { statusOf } from '#app/http/compose.server.ts';
import { leadOn } from '#app/http/find-note.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { formTrouble } from '#app/http/form-trouble.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Check } from '#app/ui/check.tsx';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldSet, Select, TextField } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { Db } from '#db/schema.ts';

export const handle: RouteHandle = { place: 'notes' };
export const meta: MetaFunction = () => title('ノートの設定');

async function factsOf(db: Db, viewer: Viewer, slug: string, typed?: NoteSettings) {
  const note = await readNoteSettings(db, slug);
  if (!note) return undefined;
  if (!maySet(viewer, note)) throw data({}, { status: 403 });
  return {
    slug: note.slug,
    title: note.title,
    values: typed ?? { slug: note.slug, keeperId: note.keeperId, audience: note.audience },
    isDesk: viewer.role === 'secretariat',
    keepers: (await possibleKeepers(db)).map(({ id, familyName, organization }) => ({
      value: id,
      label: `${organization} ${familyName}`,
    })),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args, 'note.write');
  const slug = args.params.slug as string;
  const facts = await factsOf(args.context.db, viewer, slug);
  return facts ? { ...facts, ...formTrouble(null) } : leadOn(args.context.db, slug);
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMember(args, 'note.write');
  const { db } = args.context;
  const slug = args.params.slug as string;
  const form = await readForm(args.request);
  const wished: NoteSettings = {
    slug: form.text('slug').trim().toLowerCase(),
    keeperId: form.text('keeper'),
    audience: form.text('audience') === 'everyone' ? 'everyone' : 'members',
  };
  const facts = await factsOf(db, viewer, slug, wished);
  if (!facts) return notFound();
  const outcome = await setNote(db, viewer, slug, wished, new Date());
  if (outcome.ok) throw redirect(`/notes/${outcome.value}?posted=settings`);
  return data({ ...facts, ...formTrouble(outcome.refusal) }, { status: statusOf(outcome.refusal) });
}

export default function Settings() {
  const facts = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { slug, title: name, values, isDesk, keepers, wrong, errors } = refused ?? facts;
  return (
    <div className="narrow">
      <Crumbs
        steps={[
          { label: 'ノート', href: '/notes' },
          { label: name, href: `/notes/${slug}` },
        ]}
      />
      <PageHead title="ノートの設定" />
      {errors.length > 0 && <ErrorSummary title="まだ変えていません" errors={errors} />}
      <form method="post">
        {isDesk && (
          <FieldSet
            name="audience"
            label="だれが読めるか"
            help="公開すると、ログインしていない人も読めます。会員の名前は出ず、機関の名前だけが出ます。"
          >
            <Check
              type="radio"
              name="audience"
              value="members"
              defaultChecked={values.audience === 'members'}
              label="会員だけ"
            />
            <Check
              type="radio"
              name="audience"
              value="everyone"
              defaultChecked={values.audience === 'everyone'}
              label="だれでも"
            />
          </FieldSet>
        )}
        <Select
          name="keeper"
          label="受け持つ人"
          help="1年たつと、まだ正しいかをたずねるお知らせが届きます。提案も届きます。"
          wrong={wrong.keeper}
          options={keepers}
          defaultValue={values.keeperId}
        />
        <TextField
          name="slug"
          label="アドレス"
          help={`半角の小文字・数字・ハイフン。前のアドレスからも、そのまま開けます。いま：/notes/${slug}`}
          wrong={wrong.slug}
          defaultValue={values.slug}
          autoCapitalize="none"
          spellCheck={false}
        />
        <div className="btns">
          <button className="btn" type="submit">
            設定を変える
          </button>
          <a className="btn btn--quiet" href={`/notes/${slug}`}>
            やめる
          </a>
        </div>
      </form>
    </div>
  );
}
