import { AsideSection } from '../aside-section.tsx';
import { type Fact, Facts } from '../facts.tsx';
import { PrintButton } from '../meeting/print-button.tsx';
import { meetingName, reportNote } from '../meeting/words.ts';
import { PlainList } from '../plain-list.tsx';

type ReportAsideProps = {
  place: string;
  host: { label: string } | null;
  notes: Array<{ slug: string; title: string; note: string }>;
  others: Array<{
    slug: string;
    series: string;
    number: number | null;
    title: string;
    day: string;
    participants: number | null;
    organizations: number | null;
  }>;
};

/** Beside a report: where it was, what grew from it, other reports. */
export function ReportAside({ place, host, notes, others }: ReportAsideProps) {
  const facts: Fact[] = [{ label: '場所', value: place }];
  if (host) facts.push({ label: '主催', value: host.label });
  return (
    <>
      <p>
        <PrintButton />
      </p>
      <AsideSection id="facts" title="会のこと">
        <Facts facts={facts} />
      </AsideSection>
      {notes.length > 0 && (
        <AsideSection id="notes" title="この回から生まれたノート">
          <PlainList
            items={notes.map(({ slug, title, note }) => ({ href: `/notes/${slug}`, title, note }))}
          />
        </AsideSection>
      )}
      {others.length > 0 && (
        <AsideSection id="others" title="ほかの開催報告">
          <PlainList
            items={others.map((other) => ({
              href: `/meetings/${other.slug}/report`,
              title: meetingName(other),
              note: reportNote(other),
            }))}
          />
        </AsideSection>
      )}
    </>
  );
}
