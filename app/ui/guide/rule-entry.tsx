import type { ExplainedRule } from '#app/domain/anonymization/explained.ts';

/** One rule: why, how to write instead, and what is fine. Its id is the anchor that findings link to. */
export function RuleEntry({ rule }: { rule: ExplainedRule }) {
  const { id, severity, title, message, flagged, clean } = rule;
  return (
    <section className="ruleentry" id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p>{message}</p>
      <ul className="ruleentry__pairs">
        {flagged.map(({ before, hit, after, rewritten }) => (
          <li key={before + hit + after}>
            <span className="vh">このように書くと：</span>
            {before}
            <mark className={severity === 'error' ? 'hit hit--error' : 'hit hit--warn'}>{hit}</mark>
            {after}
            <span className="ruleentry__instead">
              <span aria-hidden="true">→ </span>
              <span className="vh">このように書きかえます：</span>
              {rewritten}
            </span>
          </li>
        ))}
      </ul>
      <p className="ruleentry__fine">
        {'そのままで大丈夫です：'}
        {clean.map((text) => `「${text}」`).join(' ')}
      </p>
    </section>
  );
}
