import { Changes } from '../changes.tsx';
import { Notice } from '../notice.tsx';
import { fieldName } from './words.ts';

type ReportConflictProps = {
  /** who was faster: organization and family name */
  author: string;
  /** what they changed, by field */
  changed: Array<{ field: string; changes: Parameters<typeof Changes>[0]['changes'] }>;
  /** passages below that hold both versions, or where one's own stands in the place of the other's */
  conflicts: number;
};

/** Two have written at the same time: what the other changed, and what is to be done in the fields below. */
export function ReportConflict({ author, changed, conflicts }: ReportConflictProps) {
  return (
    <>
      <Notice kind="warn" title="書いているあいだに、ほかの人が先に直しました">
        <p>
          まだ保存していません。どちらの文章も消えていません。
          {conflicts > 0
            ? `同じところを直しているのが${conflicts}か所あります。下の欄を確かめ、【　】の印があれば残す文章を選んで印の行を消してから、もう一度保存してください。`
            : '直した場所が別だったので、下の欄に両方を入れました。読み直して、もう一度保存してください。'}
        </p>
      </Notice>
      <section className="sec" aria-labelledby="theirs-title">
        <div className="sec__head">
          <h2 id="theirs-title">先に直されたところ</h2>
        </div>
        <p className="sec__note">{author}</p>
        <p className="changes__key">
          <del>線を引いた字</del>は消したところ、<ins>下線の字</ins>は足したところです。
        </p>
        {changed.map(({ field, changes }) => (
          <div key={field} className="mt16">
            <h3>{fieldName(field)}</h3>
            <Changes changes={changes} brief />
          </div>
        ))}
      </section>
      <h2 className="mt24">合わせた文章</h2>
    </>
  );
}
