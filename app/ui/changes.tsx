type Change = { kind: 'same' | 'removed' | 'added'; text: string };

/** Letters of unchanged text that stay around a change, so that one knows where it is. */
const AROUND = 60;

/** Leaves out the middle of what stayed; of a long text, what changed is what one wants to see. */
function inBrief(changes: readonly Change[]): readonly Change[] {
  return changes.map((change, at): Change => {
    if (change.kind !== 'same') return change;
    const before = at === 0 ? '' : change.text.slice(0, AROUND);
    const after = at === changes.length - 1 ? '' : change.text.slice(-AROUND);
    const short = before.length + after.length >= change.text.length;
    return short ? change : { kind: 'same', text: [before, after].join('\n⋯⋯\n').trim() };
  });
}

/**
 * A text with what went struck out and what came underlined; said in words to those who do not see it.
 *
 * @param brief only the passages that changed, with a few words around them
 */
export function Changes({ changes: all, brief = false }: { changes: readonly Change[]; brief?: boolean }) {
  const changes = brief ? inBrief(all) : all;
  return (
    <div className="changes">
      {changes.map(({ kind, text }, at) => {
        const key = `${at}${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Element = kind === 'removed' ? 'del' : 'ins';
        return (
          <Element key={key}>
            <span className="vh">{kind === 'removed' ? '（消した文）' : '（足した文）'}</span>
            {text}
            <span className="vh">（ここまで）</span>
          </Element>
        );
      })}
    </div>
  );
}
