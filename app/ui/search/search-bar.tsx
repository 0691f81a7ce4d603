import { SEARCH_FORM } from './search-form.tsx';

type SearchBarProps = {
  total: number;
  /** There are more, which nobody counted. */
  isMore: boolean;
  order: string;
  orders: Array<{ value: string; label: string }>;
};

/** Within a `.bar` above the results: how many, and in which order. */
export function SearchBar({ total, isMore, order, orders }: SearchBarProps) {
  return (
    <div className="bar">
      <p className="small quiet num" role="status">
        {total}件{isMore && '以上'}
      </p>
      <div className="searchorder">
        <label className="small nw" htmlFor="order">
          並び順
        </label>
        <select id="order" name="order" form={SEARCH_FORM} defaultValue={order}>
          {orders.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <button className="btn btn--line btn--s nw" type="submit" form={SEARCH_FORM}>
          並べる
        </button>
      </div>
    </div>
  );
}
