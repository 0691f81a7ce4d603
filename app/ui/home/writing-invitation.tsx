import { Icon } from '../icon.tsx';

/** Home's invitation to ask, the one large button of the page. */
export function WritingInvitation() {
  return (
    <section className="writing" aria-labelledby="writing-title">
      <div>
        <h2 id="writing-title">いま、困っていることは？</h2>
        <p>名前や住所は、送る前に確かめます。</p>
      </div>
      <a className="btn btn--l" href="/questions/new">
        <Icon name="pencil" />
        質問する
      </a>
      <ul>
        <li>
          <a href="/questions/new?case=1">
            <Icon name="case" />
            ケースを相談する
          </a>
        </li>
        <li>
          <a href="/questions/new">
            <Icon name="question" />
            制度や手続きをたずねる
          </a>
        </li>
        <li>
          <a href="/questions/new">
            <Icon name="talk" />
            ほかの町のやり方を聞く
          </a>
        </li>
      </ul>
    </section>
  );
}
