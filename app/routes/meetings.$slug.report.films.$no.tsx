import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { playerOf } from '#app/domain/reports/films.ts';
import { openReport } from '#app/http/find-report.server.ts';
import { notFound, requireMember } from '#app/http/require-member.server.ts';
import type { RouteHandle } from '#app/root.tsx';
import { title } from '#app/titles.ts';
import { Crumbs } from '#app/ui/crumbs.tsx';
import { meetingName } from '#app/ui/meeting/words.ts';
import { PageHead } from '#app/ui/page-head.tsx';

export const handle: RouteHandle = { place: 'meetings' };
export const meta: MetaFunction<typeof loader> = ({ data }) => title(data?.film.title ?? '録画');

/** A film within a page of ours: whoever comes here has chosen to see it, so the player may be fetched from its place. */
export async function loader(args: LoaderFunctionArgs) {
  const { report, meeting, viewer } = await openReport(args);
  if (viewer === null && report.filmsAudience === 'members') await requireMember(args, 'meeting.read');
  const film = report.films[Number(args.params.no) - 1];
  const player = film && playerOf(film.url);
  if (!film || !player) return notFound();
  args.context.frames.push(player.origin);
  return { film, player, slug: meeting.slug, name: meetingName(meeting) };
}

export default function WatchFilm() {
  const { film, player, slug, name } = useLoaderData<typeof loader>();
  const back = `/meetings/${slug}/report`;
  return (
    <>
      <Crumbs
        steps={[
          { label: '情報交換会', href: '/meetings' },
          { label: `${name} 開催報告`, href: back },
        ]}
      />
      <PageHead title={film.title} lead={film.length && `長さ ${film.length}`} />
      {/* YouTube plays nothing unless it learns which site shows it: it is told the site, not the page. */}
      <iframe
        className="film__player"
        src={player.src}
        title={film.title}
        referrerPolicy="strict-origin-when-cross-origin"
        allow="fullscreen; picture-in-picture"
        sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
      />
      <p className="mt16">
        <a href={film.url} rel="noreferrer">
          {player.name}で開く
        </a>
      </p>
      <p className="small quiet">
        この画面では、{player.name}
        の再生の部品を読みこみます。職場から見られないときは、事務局にお知らせください。
      </p>
      <p className="mt16">
        <a href={`${back}#films`}>開催報告にもどる</a>
      </p>
    </>
  );
}
