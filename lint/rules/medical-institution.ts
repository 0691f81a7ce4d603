import { institutionRule } from '../institutions/rule.ts';

export const medicalInstitution = institutionRule({
  id: 'medical-institution',
  title: '病院・診療所の名前',
  message: '通っている病院の名前です。診療科だけで足りませんか。',
  kind: 'medical',
  tie: /受診|初診|連れ|運ば|通院|入院|退院|転院|診断|診療|通っ|通い|通う|行って|行った|行く|デイケア|透析|主治医|かかりつけ|健診|検査|紹介|処方|薬|手術|搬送|救急|訪看|往診|予約|同行|付き添|見舞|診察券|病院は|出産|分娩|産後/,
  institutional:
    /会場|講師|講演|主催|共催|司会|相談室の|ソーシャルワーカー|職員|MSW|連携室|地域連携|から講師|院長/,
  generalize(name) {
    const department = name.match(
      /(?:整形外|心療内|精神|神経|脳神経外|小児|産婦人|婦人|耳鼻咽喉|泌尿器|皮膚|胃腸|内|外|眼|歯)科/,
    )?.[0];
    if (department) return `市内の${department}`;
    if (/こころ|メンタル/.test(name)) return '市内の精神科';
    if (/薬局$/.test(name)) return '近くの薬局';
    return /病院|医療センター/.test(name) ? '市内の病院' : '市内の診療所';
  },
  examples: {
    flagged: [
      { text: '妻は空知みどり病院に入院中です', hit: '空知みどり病院', suggestion: '市内の病院' },
      { text: '本人は栄町かえで内科を受診', hit: '栄町かえで内科', suggestion: '市内の内科' },
    ],
    clean: ['市内の病院に入院中です', 'Ｃ病院を退院したばかり', '病院の相談室から連絡', '精神科に通いたい'],
  },
});
