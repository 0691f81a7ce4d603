import type { Baton } from '#app/domain/meetings/baton.server.ts';
import { Section } from '../section.tsx';
import { showEraMonth } from '../time.ts';

type BatonSectionProps = Baton & {
  /** null for visitors */
  own: { organizationId: string; organization: string } | null;
};

/** 主催のバトン: who held which meeting, and who may be next. */
export function BatonSection({ held, offers, proposals, own }: BatonSectionProps) {
  if (held.length === 0 && own === null) return null;
  const offered = own !== null && offers.some(({ id }) => id === own.organizationId);
  return (
    <Section id="baton" title="主催のバトン" note="主催は、回ごとに別の機関が引き受けています。">
      {held.length > 0 && (
        <div className="tablewrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">いつ</th>
                <th scope="col">会</th>
                <th scope="col">主催</th>
              </tr>
            </thead>
            <tbody>
              {held.map(({ slug, name, day, host }) => (
                <tr key={slug}>
                  <td>{showEraMonth(day)}</td>
                  <td>
                    <a href={`/meetings/${slug}`}>{name}</a>
                  </td>
                  <td>{host}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {own && (
        <>
          <p className="mt16">
            次の主催：
            {offers.length > 0
              ? `${offers.map(({ label }) => label).join('、')}が名のりを上げています。`
              : '名のりを待っています。'}
            {proposals.length > 0 &&
              `まだ主催していない機関：${proposals.map(({ label }) => label).join('、')}`}
          </p>
          <form method="post" action="/meetings?index" className="mt16">
            <button
              className="btn btn--line"
              type="submit"
              name="intent"
              value={offered ? 'withdraw' : 'offer'}
            >
              {offered ? '名のりを取り下げる' : `${own.organization}が次を引き受ける`}
            </button>
          </form>
        </>
      )}
    </Section>
  );
}
