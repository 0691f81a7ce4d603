import { Changes } from '../changes.tsx';
import { Notice } from '../notice.tsx';

type Change = Parameters<typeof Changes>[0]['changes'][number];
type Edited = { title: Change[]; body: Change[] };

type EditConflictProps = {
  /** who was faster: organization and family name */
  author: string;
  /** what their edit was for; may be empty */
  purpose: string;
  /** what each has changed of the text that both began with */
  theirs: Edited;
  mine: Edited;
  /** passages in the box below that hold both versions */
  conflicts: number;
};

/** Two have edited at the same time: what each changed, and what is to be done in the box below. */
export function EditConflict({ author, purpose, theirs, mine, conflicts }: EditConflictProps) {
  return (
    <>
      <Notice kind="warn" title="書いているあいだに、ほかの人がこのノートを直しました">
        <p>
          まだ公開していません。どちらの文章も消えていません。
          {conflicts > 0
            ? `下の本文に、両方の文章を${conflicts}か所ならべました。残す文章を選び、【　】の印の行を消してから送ってください。`
            : '直した場所が別だったので、下の本文に両方を入れました。読み直して、よければ送ってください。'}
        </p>
      </Notice>
      <section className="sec" aria-labelledby="theirs-title">
        <div className="sec__head">
          <h2 id="theirs-title">先に直されたところ</h2>
        </div>
        <p className="sec__note">
          {author}
          {purpose && `「${purpose}」`}
        </p>
        <p className="changes__key">
          <del>線を引いた字</del>は消したところ、<ins>下線の字</ins>は足したところです。
        </p>
        <Edit {...theirs} />
      </section>
      <section className="sec" aria-labelledby="mine-title">
        <div className="sec__head">
          <h2 id="mine-title">あなたが直したところ</h2>
        </div>
        <Edit {...mine} />
      </section>
      <h2 className="mt24">合わせた文章</h2>
    </>
  );
}

function Edit({ title, body }: Edited) {
  return (
    <>
      {title.length > 0 && <Changes changes={title} />}
      <Changes changes={body} brief />
    </>
  );
}
