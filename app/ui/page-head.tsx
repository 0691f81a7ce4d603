import type { ReactNode } from 'react';

type PageHeadProps = {
  title: string;
  /** a small line above: the date, the part of the site */
  dateline?: string;
  lead?: ReactNode;
  /** one button beside the title */
  act?: ReactNode;
};

/** The h1 of a page. */
export function PageHead({ title, dateline, lead, act }: PageHeadProps) {
  return (
    <div className={act ? 'pagehead pagehead--act' : 'pagehead'}>
      <div>
        {dateline && <p className="dateline">{dateline}</p>}
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {act}
    </div>
  );
}
