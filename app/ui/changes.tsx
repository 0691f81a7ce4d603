type Change = { kind: 'same' | 'removed' | 'added'; text: string };

/** A text with what went struck out and what came underlined; said in words to those who do not see it. */
export function Changes({ changes }: { changes: readonly Change[] }) {
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
