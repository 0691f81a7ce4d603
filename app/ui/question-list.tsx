import { Icon } from './icon.tsx';
import { OrderForm } from './order-form.tsx';
import { PageHead } from './page-head.tsx';
import { type Tab, Tabs } from './tabs.tsx';

/** Head of the question list: its title, and the states as tabs. */
export function ListTop({ tabs }: { tabs: Tab[] }) {
  return (
    <>
      <PageHead
        title="質問"
        act={
          <a className="btn ask-inline" href="/questions/new">
            <Icon name="pencil" />
            質問する
          </a>
        }
      />
      <Tabs label="状態で分ける" tabs={tabs} />
    </>
  );
}

type ListBarProps = {
  /** how many there are; null where nothing counts them */
  total: number | null;
  order: string;
  orders: Array<{ value: string; label: string }>;
  keep: Array<{ name: string; value: string }>;
};

/** Within a `.bar` above the rows: how many, and in which order. */
export function ListBar({ total, order, orders, keep }: ListBarProps) {
  return (
    <>
      <p className="small quiet num" role="status">
        {total === null ? 'しぼり込んだ質問' : `${total}件`}
      </p>
      <OrderForm action="/questions" order={order} orders={orders} keep={keep} />
    </>
  );
}
