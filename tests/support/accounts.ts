export interface Account {
  email: string;
  password: string;
  familyName: string;
  organization: string;
}

const account = (name: string, familyName: string, organization: string): Account => ({
  email: `${name}@example.jp`,
  password: `password-of-${name}`,
  familyName,
  organization,
});

/** The three members of the small network. */
export const DESK = account('desk', '鈴木', '北海道ネットワーク事務局');
export const ASKER = account('asker', '高橋', '空知くらしサポートセンター');
export const PEER = account('peer', '中村', '釧路生活相談センター');
