import { institutionRule } from '../institutions/rule.ts';

export const school = institutionRule({
  id: 'school',
  title: '学校・園の名前',
  message: '学校や園の名前です。「市内の高校」のように書けば、話は伝わります。',
  kind: 'school',
  tie: /通[っいう学園]|担任|在学|在籍|卒業|卒園|中退|退学|退園|入学|入園|進学|転校|定時制|通信制|留学|年生|[1-6]年|登校|休ん|休み|保護者|長男|長女|次男|次女|息子|娘|子ども|子の|学習支援|就学|学費|部活|くん|ちゃん|さん/,
  institutional: /教授|准教授|講師|会場|主催|共催|講演|研究|学生ボラ|名誉|との連携/,
  generalize(name) {
    const kind = name.match(
      /小学校|中学|高等学校|高校|高等支援学校|養護学校|支援学校|専門学校|日本語学校|大学|短大|幼稚園|保育園|保育所|こども園/,
    )?.[0];
    if (kind === undefined) return '市内の学校';
    return `市内の${kind === '中学' ? '中学校' : kind === '高等学校' ? '高校' : kind}`;
  },
  examples: {
    flagged: [
      { text: '長女は豊栄南小学校の2年生', hit: '豊栄南小学校', suggestion: '市内の小学校' },
      { text: '道央台高校を中退した方', hit: '道央台高校', suggestion: '市内の高校' },
    ],
    clean: ['市内の高校を中退した方', '小学校と中学校に説明した', '専門学校を希望しています'],
  },
});
