import { Fold } from '../fold.tsx';
import { Icon } from '../icon.tsx';
import { Section } from '../section.tsx';
import { UploadForm } from './upload-form.tsx';
import { showBytes } from './words.ts';

type AttachmentsProps = {
  /** note:<id> */
  owner: string;
  files: AttachedFile[];
  /** What the chooser offers, and bytes that one file may have. */
  accept: string;
  most: number;
  mayAdd: boolean;
};

type AttachedFile = {
  id: string;
  name: string;
  /** PDF, Word, 写真 */
  label: string;
  bytes: number;
  hasPreview: boolean;
  lead: string;
  mayDelete: boolean;
};

/** The files of a note, and the form for more. */
export function Attachments({ owner, files, accept, most, mayAdd }: AttachmentsProps) {
  if (files.length === 0 && !mayAdd) return null;
  return (
    <Section id="files" title="資料" count={files.length > 0 ? `${files.length}件` : undefined} narrow>
      {files.length > 0 && (
        <ul className="attached">
          {files.map(({ id, name, label, bytes, hasPreview, lead, mayDelete }) => (
            <li key={id}>
              <a className="attached__file" href={`/files/${id}`}>
                {hasPreview ? (
                  <img src={`/files/${id}/preview`} alt="" loading="lazy" width={96} height={96} />
                ) : (
                  <span className="attached__icon">
                    <Icon name="file" />
                  </span>
                )}
                <span>
                  <span className="attached__name">{name}</span>
                  <small>
                    {label} {showBytes(bytes)}
                  </small>
                  {!hasPreview && lead !== '' && <small className="attached__lead">{lead}</small>}
                </span>
              </a>
              {mayDelete && (
                <a className="attached__remove" href={`/files/${id}/delete`}>
                  外す<span className="vh">（{name}）</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <Fold summary="資料を付ける" icon="clip">
          <UploadForm owner={owner} accept={accept} most={most} />
        </Fold>
      )}
    </Section>
  );
}
