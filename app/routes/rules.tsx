import type { MetaFunction } from '@remix-run/node';
import { title } from '#app/titles.ts';
import { Promises } from '#app/ui/door/promises.tsx';
import { PageHead } from '#app/ui/page-head.tsx';

export const meta: MetaFunction = () => title('つながりの約束');

export default function Rules() {
  return (
    <div className="narrow">
      <PageHead title="つながりの約束" lead="この五つだけは、みんなで守ります。" />
      <Promises />
    </div>
  );
}
