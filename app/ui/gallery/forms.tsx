import { Check } from '../check.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { FieldSet, Select, TextArea, TextField } from '../field.tsx';
import { Section } from '../section.tsx';

export function Forms() {
  return (
    <Section id="forms" title="入力" narrow>
      <ErrorSummary
        title="まだ送れていません。直すところが2件あります"
        lead="書いたものは、下にそのまま残っています。"
        errors={[
          { field: 'mail', message: 'メールアドレスの「@」がありません' },
          { field: 'story', message: '「43歳」は、言い換えるか理由を書いてください', warning: true },
        ]}
      />
      <TextField
        name="plain"
        label="ふつうの欄"
        help="ここに、書き方の助けを置きます。"
        optional="なくても送れます"
      />
      <TextField
        name="mail"
        type="email"
        label="まちがいのある欄"
        wrong="メールアドレスの「@」がありません"
        defaultValue="kobayashi.example.jp"
        required
      />
      <Select
        name="programme"
        label="選ぶ欄"
        options={[
          { value: 'soudan', label: '自立相談支援' },
          { value: 'kakei', label: '家計改善支援' },
        ]}
        placeholder="選んでください"
      />
      <TextArea
        name="story"
        label="書く欄"
        help="罫線の上に書きます。"
        rows={4}
        defaultValue={'一行め\n二行め'}
      />
      <FieldSet name="how" label="当日のようす">
        <Check type="radio" name="how-choice" value="pc" label="自分の端末で入ります" defaultChecked />
        <Check
          type="radio"
          name="how-choice"
          value="ear"
          label="声だけで入ります"
          note="移動中や、窓口の当番のとき"
        />
      </FieldSet>
      <FieldSet name="topics" label="分野" wrong="一つ選んでください">
        <Check name="topic" value="1" label="家計改善支援" count={16} defaultChecked />
        <Check name="topic" value="2" label="認定就労訓練" count={5} />
      </FieldSet>
      <div className="btns">
        <button className="btn" type="button">
          この内容で申し込む
        </button>
        <span className="small quiet">締切までは、何度でも直せます</span>
      </div>
    </Section>
  );
}
