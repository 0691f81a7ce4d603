import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listDesk } from '#app/domain/members/desk.server.ts';
import { title } from '#app/titles.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta: MetaFunction = () => title('事務局に連絡する');

export async function loader({ context }: LoaderFunctionArgs) {
  return { desk: (await context.viewer()) ? await listDesk(context.db) : [] };
}

export default function Contact() {
  const { desk } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <PageHead title="事務局に連絡する" />
      <div className="prose">
        {desk.length > 0 ? (
          <>
            <p>
              事務局は次の会員です。メールでご連絡ください。相談に来た人の名前や番号は、メールにも書かないでください。
            </p>
            <ul>
              {desk.map(({ email, organization, familyName }) => (
                <li key={email}>
                  {organization} {familyName}（<a href={`mailto:${email}`}>{email}</a>）
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>
            会員の方は、ログインすると事務局の連絡先が見られます。会員になりたい方は、情報交換会でお声がけください。困りごとを相談したい方は、お住まいの町の自立相談支援の窓口へご連絡ください。
          </p>
        )}
      </div>
    </div>
  );
}
