import { Icon } from '../icon.tsx';
import { Section } from '../section.tsx';

type FirstStepsProps = {
  /** null for those who invite nobody */
  invited: boolean | null;
  introduced: boolean;
};

/** On a network where nobody has asked yet: how to begin, and what of it is done. */
export function FirstSteps({ invited, introduced }: FirstStepsProps) {
  const steps = [
    {
      done: invited,
      href: '/desk/invitations',
      title: '仲間を招待する',
      text: 'リンクを作って、一人ずつ送ります。',
    },
    {
      done: introduced,
      href: '/settings',
      title: '自己紹介を書く',
      text: 'どんな仕事をしているかが分かると、聞きやすくなります。',
    },
    {
      done: false,
      href: '/questions/new',
      title: '最初の質問をする',
      text: 'ちょっとしたことでかまいません。一つあると、次の人が聞きやすくなります。',
    },
  ].filter(({ done }) => done !== null);
  return (
    <Section id="first-steps" title="はじめの一歩" note="どれからでも始められます。">
      <ol className="plainlist">
        {steps.map(({ done, href, title, text }) => (
          <li key={href}>
            <a href={href}>
              {done && <Icon name="done" />}
              {title}
              {done && '（できました）'}
              <small>{text}</small>
            </a>
          </li>
        ))}
      </ol>
    </Section>
  );
}
