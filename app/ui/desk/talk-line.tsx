import { Mark } from '../mark.tsx';
import { showDate } from '../time.ts';

type TalkLineProps = {
  id: string;
  importId: string;
  beginsAt: string;
  kind: 'thread' | 'note' | 'out';
  title: string;
  messages: number;
  rewritten: number;
  errors: number;
  warnings: number;
  checked: boolean;
  published: string | null;
  status: 'open' | 'published' | 'left';
};

const KIND = { thread: '質問と回答', note: 'ノート', out: 'のせない' };

/** A conversation of the chat with its proposal; stands in an <ol>. */
export function TalkLine(talk: TalkLineProps) {
  const { id, importId, beginsAt, kind, title, messages, rewritten, status, published } = talk;
  const page = `/desk/import/line/${importId}/${id}`;
  const ready = talk.checked && talk.errors + talk.warnings === 0 && kind !== 'out';
  const what = <span className="vh">（{title}）</span>;
  return (
    <li className="talk">
      <p className="small quiet">
        {showDate(new Date(beginsAt))}・{messages}通・{KIND[kind]}
        {rewritten > 0 && `・言いかえ${rewritten}か所`}
      </p>
      <h2 className="talk__title">
        <a href={published ?? page}>{title}</a>
      </h2>
      {status === 'open' && talk.checked && talk.errors + talk.warnings > 0 && (
        <p>
          <Mark kind="warn" icon="warn">
            直すところが{talk.errors + talk.warnings}か所
          </Mark>
        </p>
      )}
      {status !== 'published' && (
        <form method="post" action={`/desk/import/line/${importId}?index`} className="btns">
          <input type="hidden" name="talk" value={id} />
          {status === 'open' && ready && (
            <button className="btn btn--s" type="submit" name="intent" value="publish">
              この案でのせる{what}
            </button>
          )}
          {status === 'open' && (
            <>
              <a className="btn btn--line btn--s" href={page}>
                開いて直す{what}
              </a>
              <button className="btn btn--quiet btn--s" type="submit" name="intent" value="left">
                のせない{what}
              </button>
            </>
          )}
          {status === 'left' && (
            <button className="btn btn--line btn--s" type="submit" name="intent" value="open">
              もどす{what}
            </button>
          )}
        </form>
      )}
    </li>
  );
}
