import { Check } from '../check.tsx';
import { FieldSet, TextArea, TextField } from '../field.tsx';

type ReportFieldsProps = {
  values: Record<string, string>;
  wrong: Record<string, string>;
  groups: Array<{ no: number; theme: string }>;
  /** who came, as the sign-ups say now */
  counted: string;
};

/** All that the desk writes in a report. */
export function ReportFields({ values, wrong, groups, counted }: ReportFieldsProps) {
  const of = (name: string) => ({ name, wrong: wrong[name], defaultValue: values[name] });
  return (
    <>
      <TextField
        {...of('lead')}
        label="ひとことで"
        help="一覧や、ほかのサイトで紹介されたときに出ます。200字まで。"
        optional="なくてもよい"
      />
      <TextField
        {...of('numbersLine')}
        label="参加した人"
        help={
          counted !== '' && counted !== values.numbersLine
            ? `いまの名簿では「${counted}」です。`
            : '49名（35機関：団体27（31）・自治体7（8）・厚労省（10））の形で書きます。'
        }
        optional="なくてもよい"
      />
      <TextArea
        {...of('body')}
        label="会のようす"
        help="「# 」で始めた行が見出し、「- 」で始めた行が箇条書きになります。"
        rows={16}
        required
      />
      {groups.map(({ no, theme }) => (
        <TextArea
          key={no}
          {...of(`summary-${no}`)}
          label={`グループ${no}　${theme}`}
          help="グループの記録をもとに、話したことを短くまとめます。"
          rows={4}
        />
      ))}
      <TextArea
        {...of('films')}
        label="録画"
        help="1行に一つ。「https://…｜題｜28:14」の形で書きます。長さはなくてもかまいません。"
        rows={3}
        optional="なくてもよい"
      />
      <FieldSet name="filmsAudience" label="録画を見られる人">
        <Check
          type="radio"
          name="filmsAudience"
          value="members"
          label="会員だけ"
          defaultChecked={values.filmsAudience !== 'everyone'}
        />
        <Check
          type="radio"
          name="filmsAudience"
          value="everyone"
          label="報告を読める人"
          defaultChecked={values.filmsAudience === 'everyone'}
        />
      </FieldSet>
    </>
  );
}
