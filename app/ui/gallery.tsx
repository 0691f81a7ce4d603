import { Basics } from './gallery/basics.tsx';
import { Forms } from './gallery/forms.tsx';
import { HomePieces, MeetingPieces, ReadingPieces } from './gallery/pieces.tsx';
import { NOW } from './gallery/samples.ts';
import { SurveyPieces } from './gallery/surveys.tsx';
import { ThreadHead, Threads } from './gallery/threads.tsx';
import { showDate } from './time.ts';

/** Every component in its states on one page, for checks by eye and by machine. */
export function Gallery() {
  return (
    <>
      <p className="dateline">{showDate(NOW)}</p>
      <ThreadHead />
      <Basics />
      <Forms />
      <Threads />
      <HomePieces />
      <ReadingPieces />
      <MeetingPieces />
      <SurveyPieces />
    </>
  );
}
