/** Words that many offices carry, so that they name none of them. */
const COMMON =
  /センター|サポート|グループ|ケア|くらし|しごと|こども|子ども|ひきこもり|スクール|ステーション/g;

/**
 * An organization as it stands before a family name: its office where that has a name of its own
 * (オホーツク相談センターふくろう), else the organization and the office's last part (留萌市 社会福祉課).
 */
export function organizationLabel(name: string, office: string | null): string {
  const short = name
    .replace(/([市町村])(?:役所|役場)$/, '$1')
    .replace(/^社会福祉法人[ \u3000]*(?=.*社会福祉協議会)/, '');
  if (!office) return short;
  if (hasOwnName(office, short)) return office;
  const part = office.replace(/^.*[部局][ \u3000]*/, '').replace(/課.*$/, '課');
  return `${short} ${part || office}`;
}

/** An own name is written in kana, or says its town. */
function hasOwnName(office: string, organization: string): boolean {
  if (/[課係部局]|担当$|事務所$/.test(office)) return false;
  const town = organization.match(/^.*?[市町村]/)?.[0];
  if (town && office.startsWith(town)) return true;
  return /[ぁ-んァ-ヶA-Za-z]{2}|[市町村区]/.test(office.replace(COMMON, ''));
}
