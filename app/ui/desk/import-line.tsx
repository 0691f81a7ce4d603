import { showDate } from '../time.ts';

type ImportLineProps = {
  id: string;
  room: string;
  importedAt: string;
  talks: number;
  open: number;
  published: number;
};

/** A file of the chat that lies on the bench; stands in a list. */
export function ImportLine({ id, room, importedAt, talks, open, published }: ImportLineProps) {
  return (
    <li>
      <div>
        <p>
          <a href={`/desk/import/line/${id}`}>
            <b>{room}</b>
          </a>
        </p>
        <p className="small quiet">
          {showDate(new Date(importedAt))}に読みこみ・やりとり{talks}件
        </p>
      </div>
      <p>{open > 0 ? `のこり${open}件` : `${published}件をのせました`}</p>
    </li>
  );
}
