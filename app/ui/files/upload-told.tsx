import { Notice } from '../notice.tsx';
import type { Told } from './words.ts';

/** What became of each file. */
export function UploadTold({ told }: { told: Told[] }) {
  return (
    <div className="upload__told">
      {told.map(({ ok, name, title, advice, places }) => (
        <Notice
          key={`${name} ${title} ${places.join()}`}
          kind={ok ? (places.length > 0 ? 'warn' : 'ok') : 'error'}
          title={`${name}：${title}`}
        >
          {advice !== '' && <p>{advice}</p>}
          {places.length > 0 && (
            <ul className="upload__places">
              {places.map((place) => (
                <li key={place}>{place}</li>
              ))}
            </ul>
          )}
        </Notice>
      ))}
    </div>
  );
}
