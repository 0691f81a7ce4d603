type OrderFormProps = {
  action: string;
  /** the chosen value */
  order: string;
  orders: Array<{ value: string; label: string }>;
  /** kept while ordering: the filters */
  keep: Array<{ name: string; value: string }>;
};

/** How a list is ordered; a GET form with `order`. */
export function OrderForm({ action, order, orders, keep }: OrderFormProps) {
  return (
    <form action={action} method="get">
      {keep.map(({ name, value }) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <label className="small nw" htmlFor="order">
        並び順
      </label>
      <select id="order" name="order" defaultValue={order}>
        {orders.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button className="btn btn--line btn--s nw" type="submit">
        並べる
      </button>
    </form>
  );
}
