import { Check } from '../check.tsx';
import { Icon } from '../icon.tsx';

type UploadFormProps = {
  /** note:<id> */
  owner: string;
  /** Endings for the chooser. */
  accept: string;
  /** Bytes that one file may have. */
  most: number;
};

/** Chooses files and sends them; a script shows how far each has come, and without one the next page tells. */
export function UploadForm({ owner, accept, most }: UploadFormProps) {
  const query = `?owner=${encodeURIComponent(owner)}`;
  return (
    <form
      className="upload"
      method="post"
      action={`/files/add${query}`}
      encType="multipart/form-data"
      data-upload={`/uploads${query}`}
    >
      <label className="field__label" htmlFor="upload-files">
        ファイルを選ぶ
      </label>
      <p className="help" id="upload-help">
        PDF、Word、Excel、PowerPoint、写真、CSV、テキスト。ひとつ{Math.floor(most / 1024 / 1024)}
        MBまで、一度に10個まで。名前や連絡先がないかを自動で確かめます。写真の撮影場所などの記録は消します。
      </p>
      <input
        id="upload-files"
        type="file"
        name="files"
        multiple
        required
        accept={accept}
        aria-describedby="upload-help"
        data-most={most}
      />
      <Check
        name="looked"
        value="1"
        label="写真や読み取った紙に、名前・顔・連絡先が写っていないことを確かめました"
        note="写真や、紙を読み取ったPDFを付けるときだけ。文字は自動では読めません"
      />
      <div className="btns mt16">
        <button className="btn" type="submit">
          <Icon name="clip" />
          確かめて付ける
        </button>
      </div>
      <ul className="upload__files" data-upload-files aria-live="polite" />
    </form>
  );
}
