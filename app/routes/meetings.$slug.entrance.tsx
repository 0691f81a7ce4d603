import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { renderSVG } from 'uqr';
import { entranceCode } from '#app/domain/meetings/attendance.server.ts';
import { requireMeeting } from '#app/http/find-meeting.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { PrintButton } from '#app/ui/meeting/print-button.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction = () => title('受付のQRコード');

export async function loader(args: LoaderFunctionArgs) {
  const { meeting } = await requireMeeting(args, 'meeting.manage');
  const { db, config } = args.context;
  const code = await entranceCode(db, meeting.slug);
  const address = `${config.origin}/meetings/${meeting.slug}/here?code=${code}`;
  return { meeting, address, svg: renderSVG(address, { ecc: 'M', border: 4 }) };
}

/** What the desk shows at the entrance, on a screen or on paper. */
export default function Entrance() {
  const { meeting, address, svg } = useLoaderData<typeof loader>();
  return (
    <div className="narrow">
      <div className="noprint">
        <Crumbs steps={[{ label: '申込者', href: `/meetings/${meeting.slug}/signups` }]} />
      </div>
      <PageHead
        title="受付"
        dateline={meetingName(meeting)}
        lead="スマートフォンのカメラで読み取ると、受付が済みます。"
        act={<PrintButton />}
      />
      {/* Made by the library from the address alone. */}
      <div className="qr" role="img" aria-label="受付のQRコード" dangerouslySetInnerHTML={{ __html: svg }} />
      <p className="small">
        <a href={address}>カメラを使えないときのリンク</a>
      </p>
    </div>
  );
}
