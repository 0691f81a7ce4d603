import type { ReactNode } from 'react';
import type { SurveyResults } from '#app/domain/surveys/results.server.ts';
import { Columns } from '../columns.tsx';
import { Films } from '../meeting/films.tsx';
import { type Group, GroupList } from '../meeting/group-list.tsx';
import { MeetingHead } from '../meeting/meeting-head.tsx';
import { Prose } from '../prose.tsx';
import { Section } from '../section.tsx';
import { SurveysOfReport } from '../survey/surveys-of-report.tsx';
import type { Instant } from '../time.ts';
import { type Handout, Handouts } from './handouts.tsx';
import { type Numbers, NumbersOfReport } from './numbers-of-report.tsx';

type ReportArticleProps = {
  heading: { series: string; title: string };
  startsAt: Instant | null;
  endsAt: Instant | null;
  /** its mark, since when it can be read, and by whom */
  state: ReactNode;
  lead: string;
  numbers: Numbers | null;
  /** rendered from Markdown and sanitized when it was written */
  html: string;
  groups: Group[];
  surveys: SurveyResults[];
  films: { shown: Array<{ href: string; title: string; length?: string }>; forMembers: boolean };
  files: Handout[];
  aside: ReactNode;
};

/** The report of a meeting. */
export function ReportArticle(props: ReportArticleProps) {
  const { heading, startsAt, endsAt, state, lead, numbers, html, groups, surveys, films, files, aside } =
    props;
  return (
    <article>
      <MeetingHead {...heading} startsAt={startsAt} endsAt={endsAt} state={state} lead={lead || undefined} />
      <Columns aside={aside}>
        {numbers && <NumbersOfReport {...numbers} />}
        <Section id="told" title="会のようす">
          <Prose html={html} as="note" />
        </Section>
        {groups.length > 0 && (
          <Section id="groups" title="グループで話したこと">
            <GroupList groups={groups} />
          </Section>
        )}
        <SurveysOfReport surveys={surveys} />
        {(films.shown.length > 0 || films.forMembers) && (
          <Section
            id="films"
            title="録画"
            note={films.forMembers ? '録画は、会員だけが見られます。' : undefined}
          >
            {films.shown.length > 0 && <Films films={films.shown} />}
          </Section>
        )}
        <Handouts files={files} />
      </Columns>
    </article>
  );
}
