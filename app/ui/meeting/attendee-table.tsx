import type { Attendee } from '#app/domain/meetings/attendance.server.ts';
import { MANNER_SHORT, SIDE_NAMES } from './manner.ts';

type AttendeeTableProps = {
  people: Attendee[];
  /** with buttons for the desk */
  acts?: boolean;
};

/** The attendance list. */
export function AttendeeTable({ people, acts = false }: AttendeeTableProps) {
  return (
    // A region that scrolls has to be reached by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="tablewrap" aria-label="申込者の一覧" tabIndex={0}>
      <table className="table attendees">
        <thead>
          <tr>
            <th scope="col">機関</th>
            <th scope="col">名字</th>
            <th scope="col">区分</th>
            <th scope="col">当日</th>
            <th scope="col">グループ</th>
            <th scope="col">受付</th>
            {acts && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>{person.organization}</td>
              <th scope="row">{person.familyName}</th>
              <td>{SIDE_NAMES[person.side]}</td>
              <td>{MANNER_SHORT[person.manner]}</td>
              <td>{person.groupNo ?? ''}</td>
              <td>{person.status === 'waiting' ? '空き待ち' : person.attendedAt ? '済' : ''}</td>
              {acts && (
                <td>
                  <Acts {...person} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Acts({ id, familyName, attendedAt }: Attendee) {
  return (
    <form method="post" className="btns">
      <input type="hidden" name="id" value={id} />
      <button
        className="btn btn--line btn--s"
        type="submit"
        name="intent"
        value={attendedAt ? 'not-here' : 'here'}
      >
        {attendedAt ? '受付をもどす' : '受付する'}
        <span className="vh">（{familyName}さん）</span>
      </button>
      <button className="btn btn--quiet btn--s" type="submit" name="intent" value="cancel">
        取り消す<span className="vh">（{familyName}さん）</span>
      </button>
    </form>
  );
}
