import { Icon } from '../icon.tsx';

/** 現場から: what came of it in one place; `html` is rendered and sanitized, `from` the organization. */
export function Memo({ html, from }: { html: string; from: string }) {
  return (
    <div className="memo">
      <p>
        <Icon name="talk" />
        現場から
      </p>
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      <p className="small quiet">{from}</p>
    </div>
  );
}
