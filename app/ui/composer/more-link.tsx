/** To the rule's page; in a tab of its own, so that what is being written stays where it is. */
export function MoreLink({ ruleId }: { ruleId: string }) {
  return (
    <a className="btn btn--quiet" href={`/guide/anonymization#${ruleId}`} target="_blank" rel="noreferrer">
      くわしく<span className="vh">（新しいタブで開きます）</span>
    </a>
  );
}
