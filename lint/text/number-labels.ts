import { before } from './context.ts';

// Labels that make the next number something else than a client's: parcels, meetings, books, organizations.
const OTHER =
  /(?:ミーティング ?(?:ID|番号)?|会議(?:ID|番号)|Zoom|ZOOM|パスコード|パスワード|ISBN(?:コード)?|法人番号|登録番号|インボイス|問い?合わせ番号|お問合せ番号|伝票(?:番号)?|追跡(?:番号)?|送り状|荷物|契約(?:者)?番号|契約|お客様(?:番号)?|顧客番号|注文番号|予約番号|製造番号|型番|品番|IP(?:アドレス)?|バージョン|版|要綱|告示|通知|社援[発地]+|認定番号|事業所番号|医療機関コード|JANコード|世帯数)[^0-9。\n]{0,8}$/;

/** Whether the label before a number says that it is none of a person's: a parcel, a meeting, a book, a company. */
export function isOtherNumber(text: string, at: number): boolean {
  return OTHER.test(before(text, at, 24).replace(/[0-9 -]+$/, ''));
}
