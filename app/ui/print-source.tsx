import { showDate } from './time.ts';

/** On paper only: where the page comes from, when it was fetched, and whom it is for. */
export function PrintSource({ url, at, membersOnly }: { url: string; at: string; membersOnly: boolean }) {
  return (
    <div className="printonly source">
      {membersOnly && <p>会員限り：ネットワークの外へは渡さないでください。</p>}
      <p>
        {url}　{showDate(at)}に表示
      </p>
    </div>
  );
}
