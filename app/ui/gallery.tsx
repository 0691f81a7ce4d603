import { Basics } from './gallery/basics.tsx';
import { Forms } from './gallery/forms.tsx';
import { HomePieces, MeetingPieces, ReadingPieces } from './gallery/pieces.tsx';
import { NOW, SITE } from './gallery/samples.ts';
import { ThreadHead, Threads } from './gallery/threads.tsx';
import { PageFrame } from './page-frame.tsx';
import { showDate } from './time.ts';

/** Every component in its states on one page, for checks by eye and by machine. */
export function Gallery() {
  return (
    <PageFrame site={SITE} viewer={{ familyName: '高橋', role: 'secretariat' }} current="home" notices={3}>
      <p className="dateline">{showDate(NOW)}</p>
      <ThreadHead />
      <Basics />
      <Forms />
      <Threads />
      <HomePieces />
      <ReadingPieces />
      <MeetingPieces />
    </PageFrame>
  );
}
