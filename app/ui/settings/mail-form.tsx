import { Check } from '../check.tsx';
import { FieldSet } from '../field.tsx';
import { Section } from '../section.tsx';

const WAYS = [
  {
    value: 'usual',
    label: '回答はすぐ、ほかは1日1回',
    note: 'あなたの質問に回答があったら、すぐに。ほかのお知らせは、朝8時にまとめて。',
  },
  { value: 'at-once', label: 'すべて、すぐ', note: '返信や、ノートの提案も、そのつど1通ずつ。' },
  { value: 'digest', label: 'すべて、1日1回', note: '朝8時にまとめて。何もなかった日は送りません。' },
  { value: 'none', label: '送らない', note: 'お知らせは、このサイトで見られます。' },
];

/** How the member wants to be told by mail. */
export function MailForm({ way, withText }: { way: string; withText: boolean }) {
  return (
    <Section id="mail" title="メールでのお知らせ">
      <form method="post" action="/settings#mail">
        <input type="hidden" name="intent" value="mail" />
        <FieldSet name="way" label="いつ送るか" help="サイトでもう見たお知らせは、メールにしません。">
          {WAYS.map(({ value, label, note }) => (
            <Check
              key={value}
              type="radio"
              name="way"
              value={value}
              label={label}
              note={note}
              defaultChecked={value === way}
            />
          ))}
        </FieldSet>
        <FieldSet
          name="mail-text"
          label="メールに載せること"
          help="ふだんは題名と、だれからかだけを載せます。会員だけが読める文章を、メールに残さないためです。"
        >
          <Check name="withText" value="1" label="回答と返信の本文も載せる" defaultChecked={withText} />
        </FieldSet>
        <div className="btns mt24">
          <button className="btn btn--line" type="submit">
            保存する
          </button>
        </div>
      </form>
    </Section>
  );
}
