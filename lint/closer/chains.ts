import type { Hit } from '../rule.ts';
import { after } from '../text/context.ts';
import { matchAll } from '../text/match.ts';
import type { Look } from './look.ts';

// Shops, restaurants and firms with branches everywhere: general knowledge, 2026. Mostly one buys there.
const CHAIN =
  /(?<![ァ-ヺー\u3400-\u9fffA-Za-z])(?:イオン(?:モール|北海道)?|マックスバリュ|ラルズ|アークス|東光ストア|コープさっぽろ|生協|ツルハ(?:ドラッグ)?|サツドラ|サンドラッグ|セイコーマート|セコマ|ローソン|ファミマ|ファミリーマート|セブン(?:イレブン|-イレブン)?|ニトリ|ホーマック|DCM|コメリ|ビバホーム|ジョイフルエーケー|しまむら|ユニクロ|ジーユー|GU|西松屋|ダイソー|セリア|ドンキ(?:ホーテ)?|トライアル|ロピア|マクドナルド|マック|モスバーガー|ケンタッキー|すき家|吉野家|松屋|なか卯|ガスト|ココス|サイゼリヤ|びっくりドンキー|ジョイフル|くら寿司|スシロー|はま寿司|トリトン|ほっともっと|スターバックス|スタバ|ドトール|ミスド|ヤマダ電機|ケーズデンキ|ヨドバシ|ビックカメラ|ブックオフ|ゲオ|コストコ|業務スーパー|ヤマト運輸|クロネコヤマト|佐川急便|日本郵便|JR北海道|北ガス|北電|トヨタ|いすゞ|ダイナックス|アイシン北海道|日本製鉄|王子製紙|雪印メグミルク|よつ葉乳業|明治|森永乳業|ロイズ|六花亭|石屋製菓|柳月)(?:[\u3400-\u9fffァ-ヺー]{1,8}店)?(?![ァ-ヺー])/g;
const WORKS =
  /^(?:の[\u3400-\u9fffァ-ヺー]{2,6})?(?:で[^、。\n買]{0,10}(?:働|勤め|バイト|アルバイト|パート|レジ(?!袋|前|で払)|品出し|夜勤|早番|遅番|正社員|契約社員)|に(?:勤め|勤務|就職|採用|入社|内定)|を[^、。\n]{0,8}(?:退職|辞め|やめた|解雇|クビ|雇い?止め)|の(?:パート|バイト|アルバイト|夜勤|早番|遅番|社員|正社員|契約社員|レジ打ち|品出し|社員寮|期間工))/;

/** Chains where a client works; where one buys they are no secret. */
export const chains: Look = {
  rule: 'employer',
  find: ({ text, aboutClient }) =>
    !aboutClient
      ? []
      : matchAll(text, CHAIN)
          .filter(({ end }) => WORKS.test(after(text, end, 24)))
          .map(
            ({ start, end }): Hit => ({
              start,
              end,
              weight: 3.1,
              suggestions: [{ replacement: '市内の会社', label: '市内の会社' }],
            }),
          ),
};
