/** A piece of a document that stands at one place: a cell, a paragraph, a page. */
interface Part {
  start: number;
  end: number;
  where: (offset: number) => string;
}

/** What a file says, as one text: a name found at one place is searched for at all others. */
export interface DocumentText {
  text: string;
  /** The place of an offset of `text` as people know it: 名簿!B3, 段落12, 3ページ, 4:8. */
  placeOf(offset: number): string;
}

// Words at the head of a column that say what stands below them.
const LABEL =
  /^(?:氏名|名前|お名前|姓|名|ふりがな|フリガナ|よみがな|カナ|相談者|対象者|申請者|世帯主|利用者|本人|世帯員|配偶者|生年月日|誕生日|年齢|歳|住所|現住所|居住地|本籍|電話|電話番号|連絡先|携帯|携帯電話|携帯番号|FAX|メール|メールアドレス|口座|口座番号|受給者番号|ケース番号|被保険者番号|マイナンバー|個人番号|学校|学校名|勤務先|病院|通院先|主治医|国籍|番号|No\.?|件名|性別|続柄|世帯|日付|相談日|受付日|担当|担当者|支援員|所属|機関|内容|状況|対応|結果|メモ|備考|摘要)$/i;

/** Puts the pieces of a file together and remembers where each stood. */
export class DocumentBuilder {
  #text = '';
  readonly #parts: Part[] = [];
  #labels = new Map<number, string>();
  #inRow = false;

  /** @param where for an offset of `text`, which is 0 at its begin */
  add(text: string, where: string | ((offset: number) => string)): void {
    this.#put(text, '\n', where);
  }

  /**
   * A cell of a table. Cells of a row stand side by side. Below the head 氏名 each cell reads 氏名：…, because without
   * it nobody could tell that 小野寺 is a person and not a place.
   */
  cell(text: string, column: number, where: string | ((offset: number) => string)): void {
    const plain = text.trim();
    if (plain === '') return;
    const isLabel = LABEL.test(plain.replace(/\s/g, ''));
    if (isLabel) this.#labels.set(column, plain.replace(/\s/g, ''));
    const label = isLabel ? undefined : this.#labels.get(column);
    // A label begins a line: 氏名 | 年齢 would read as if somebody were called 年齢.
    const between = this.#inRow && !isLabel ? ' | ' : '\n';
    this.#put(text, label === undefined ? between : `${between}${label}：`, where);
    this.#inRow = true;
  }

  endRow(): void {
    this.#inRow = false;
  }

  endTable(): void {
    this.endRow();
    this.#labels = new Map();
  }

  #put(text: string, before: string, where: string | ((offset: number) => string)): void {
    if (text.trim() === '') return;
    const start = this.#text.length + (this.#parts.length === 0 ? before.trimStart() : before).length;
    this.#text += this.#parts.length === 0 ? before.trimStart() + text : before + text;
    this.#parts.push({
      start,
      end: start + text.length,
      where: typeof where === 'string' ? () => where : where,
    });
  }

  build(): DocumentText {
    const parts = this.#parts;
    return {
      text: this.#text,
      placeOf(offset) {
        const part = parts[partAt(parts, offset)];
        return part?.where(Math.max(0, offset - part.start)) ?? '';
      },
    };
  }
}

/** The first part that ends after an offset: what stands before a part (its label) belongs to it. */
function partAt(parts: readonly Part[], offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle] as Part).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
