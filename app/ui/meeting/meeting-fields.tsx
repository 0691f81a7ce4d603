import type { MeetingField, MeetingForm } from '#app/domain/meetings/meeting-form.ts';
import { Select, TextArea, TextField } from '../field.tsx';

export const FIELD_NAMES: Record<MeetingField, string> = {
  kind: '会の種類',
  series: '会の名前',
  ordinal: '第何回',
  title: '題',
  lead: 'どんな会か',
  day: '日にち',
  startsAt: '始まり',
  endsAt: '終わり',
  place: '場所',
  onlineUrl: 'オンラインの入口',
  themes: 'テーマ',
  programme: '事業区分',
  timetable: '当日のながれ',
  groups: 'グループ',
  capacity: '定員',
  closesAt: '申し込みの締切',
  host: '主催',
  audience: '知らせる範囲',
};

const KINDS = [
  { value: 'exchange', label: '情報交換会（第N回）' },
  { value: 'symposium', label: 'シンポジウム' },
  { value: 'report-meeting', label: '報告会' },
  { value: 'training', label: '研修' },
];
const AUDIENCES = [
  { value: 'everyone', label: 'だれでも見られる' },
  { value: 'members', label: '会員だけが見られる' },
];

const HELP: Partial<Record<MeetingField, string>> = {
  ordinal: '単発の会では、空けておきます。',
  day: '決まっていなければ空けておきます。会員と日程を決められます。',
  onlineUrl: '申し込んだ人だけに見えます。',
  themes: '1行に一つ。',
  timetable: '1行に一つ。「13:30 はじめに｜話す人」の形で書きます。',
  groups: '1行に一つ。「テーマ｜何を話すか」の形で書きます。',
  closesAt: '空けておくと、当日まで受け付けます。',
};

type MeetingFieldsProps = {
  values: MeetingForm;
  wrong: Record<string, string>;
  organizations: Array<{ id: string; label: string }>;
  programmes: Array<{ slug: string; name: string }>;
};

/** All that the desk says of a meeting. */
export function MeetingFields({ values, wrong, organizations, programmes }: MeetingFieldsProps) {
  const of = (name: MeetingField) => ({
    name,
    label: FIELD_NAMES[name],
    help: HELP[name],
    wrong: wrong[name],
    defaultValue: values[name],
  });
  return (
    <>
      <Select {...of('kind')} options={KINDS} />
      <TextField {...of('series')} required />
      <TextField {...of('ordinal')} inputMode="numeric" />
      <TextField {...of('title')} required />
      <TextArea {...of('lead')} rows={3} />
      <TextField {...of('day')} type="date" />
      <TextField {...of('startsAt')} type="time" />
      <TextField {...of('endsAt')} type="time" />
      <TextField {...of('place')} required />
      <TextField {...of('onlineUrl')} type="url" autoComplete="off" />
      <TextArea {...of('themes')} rows={4} />
      <Select
        {...of('programme')}
        placeholder="決めない"
        options={programmes.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <TextArea {...of('timetable')} rows={6} />
      <TextArea {...of('groups')} rows={6} />
      <TextField {...of('capacity')} inputMode="numeric" />
      <TextField {...of('closesAt')} type="datetime-local" />
      <Select
        {...of('host')}
        placeholder="決めていない"
        options={organizations.map(({ id, label }) => ({ value: id, label }))}
      />
      <Select {...of('audience')} options={AUDIENCES} />
    </>
  );
}
