import type { MeetingSide, SignupManner } from '#db/schema.ts';

/** 当日のようす */
export const MANNERS: ReadonlyArray<{ value: SignupManner; label: string; note?: string }> = [
  { value: 'own', label: '自分の端末で入ります' },
  { value: 'shared', label: '職場の一つの画面で、何人かで見ます' },
  { value: 'voice', label: '声だけで入ります', note: '移動中や、窓口の当番のとき' },
  { value: 'there', label: '会場に行きます' },
];

export const MANNER_SHORT: Record<SignupManner, string> = {
  own: '自分の端末',
  shared: '職場の画面',
  voice: '声だけ',
  there: '会場',
};

export const SIDE_NAMES: Record<MeetingSide, string> = {
  organization: '団体',
  municipality: '自治体',
  ministry: '国（厚労省）',
  prefecture: '道',
  outside: '道外ほか',
};
