import type { ReactNode } from 'react';

type LetterProps = {
  /** a small line above the title: 招待状 */
  dateline: string;
  title: string;
  children: ReactNode;
  /** below the sheet */
  postscript?: ReactNode;
};

/** A page that is one letter: invitation, first run, new password. */
export function Letter({ dateline, title, children, postscript }: LetterProps) {
  return (
    <div className="letter">
      <div className="sheet">
        <p className="dateline">{dateline}</p>
        <h1>{title}</h1>
        {children}
      </div>
      {postscript && <p className="small quiet mt24">{postscript}</p>}
    </div>
  );
}
