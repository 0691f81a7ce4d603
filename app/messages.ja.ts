import type { FieldProblem, Refusal } from './domain/outcome.ts';
import { EDITS_PER_HOUR, LIMITS } from './domain/posts/limits.ts';
import { SURVEY_LIMITS } from './domain/surveys/limits.ts';

/** What a member reads for every expected "no"; a code without a text does not compile. */
export const REFUSAL_MESSAGE: Record<Refusal['code'], string> = {
  'not-anonymous': '個人が分かりそうなところがあります。下線のところを書き換えてください。',
  invalid: '書き方を確かめてください。',
  unchecked: '確認に時間がかかっています。少し待ってから、もう一度お試しください。',
  'not-found': 'この投稿は、もう見られなくなっています。書いた文章は下に残しました。',
  forbidden: 'この操作はできません。',
  'too-late': '投稿から1時間がすぎたので、ご自分では消せません。消したいときは、事務局にお知らせください。',
  'has-answers': '回答が付いた質問は、ご自分では消せません。消したいときは、事務局にお知らせください。',
  decided:
    'この投稿は、前にあなたから知らせを受けて、事務局が確かめました。まだ気になるときは、事務局に直接お知らせください。',
  'too-often': '知らせられる機関の数をこえました。しばらく回答を待ってみてください。',
  'changed-meanwhile':
    'ほかの画面で、この投稿が先に直されていました。いまの文章を確かめてから、もう一度直してください。書いた文章は下に残しました。',
  expired: 'このリンクは、もう使えません。事務局に新しいリンクを頼んでください。',
  closed: '申し込みの締め切りをすぎたか、会が中止になっています。',
  'signed-up-already':
    'このお名前とメールアドレスでは、もう申し込みがあります。前にお送りしたメールのリンクから、変更や取り消しができます。',
  'not-today': '受付は、会の当日にできます。',
  'survey-closed': 'このアンケートは、いま受け付けていません。書いた答えは下に残しました。',
  'answered-already':
    'このアンケートには、もう答えをいただいています。無記名なので、あとから直すことはできません。',
};

const COMMON: Record<FieldProblem, string> = {
  missing: '書いてください',
  'too-long': '長すぎます。短くするか、分けて送ってください',
  'too-many': `タグは${LIMITS.tags}つまでです`,
  unreadable: '読み取れない文字（�）があります。その文字を打ち直してください',
  'control-characters': '目に見えない制御文字がまじっています。消すか、打ち直してください',
  'combining-marks': '文字に記号が重なりすぎています。ふつうの文字に直してください',
  unknown: '一覧から選び直してください',
  'bad-email': 'メールアドレスの形を確かめてください（例：nanashi@example.jp）',
  'short-password': 'パスワードは10文字以上にしてください',
  'no-name': '名前だけを書いてください。電話番号、メールアドレス、URLは書けません',
  'too-many-colleagues': '同僚の申し込みは10名までです。それより多いときは、事務局にお知らせください',
  'too-many-tries': 'まちがいが続きました。15分ほど待ってから、もう一度どうぞ',
  'too-many-edits': `一時間に直せるのは${EDITS_PER_HOUR}回までです。文章は手もとに写して、しばらくしてからもう一度どうぞ`,
  taken: 'このメールアドレスは、もう使われています',
  same: 'いまと同じです。変えたいものを選んでください',
  'names-somebody': '名前や連絡先があるようです。名前や連絡先のない言い方にしてください',
  'bad-limits': '人数は、少ないほうから多いほうの順に、数で書いてください',
  unmerged: '【先に直した文章】などの印が残っています。残す文章を選んで、印の行を消してください',
  'bad-date': '日付と時刻を確かめてください',
  'bad-time': '時刻の順を確かめてください。終わりは、始まりより後にしてください',
  'bad-address': 'https:// で始まるアドレスを書いてください',
  'in-use': '記録や希望のあるグループは消せません。テーマを書き換えてください',
  'too-few': '2つ以上書いてください',
  answered: '答えが届いているので、ここは変えられません。変えると、届いた答えの意味が変わってしまいます',
};

/** The common words, and where a field can say it better. */
const OF_FIELD: Record<string, Partial<Record<FieldProblem, string>>> = {
  file: {
    missing: 'ファイルを選んでください',
    unreadable:
      'LINEのトーク履歴として読めませんでした。「トーク履歴を送信」で保存した .txt のファイルを選んでください',
  },
  title: {
    missing: '題を、ひとことで書いてください',
    'too-long': `題は${LIMITS.title}字までです。くわしいことは本文に書いてください`,
  },
  body: {
    missing: '本文を書いてください',
    'too-long': '長すぎます。短くするか、二つに分けて送ってください',
    same: '何も変わっていません。直すところがあれば、直してから送ってください',
  },
  programmes: { missing: '事業区分を、一つ以上選んでください', unknown: '事業区分を選び直してください' },
  purpose: {
    'too-long': `何を直したかは${LIMITS.purpose}字までにしてください`,
    'names-somebody': '何を直したかに、名前や連絡先があるようです。名前のない言い方にしてください',
  },
  slug: {
    missing: 'アドレスを書いてください',
    unknown: `アドレスは、半角の小文字・数字・ハイフンで${LIMITS.slug}字までです（例：yachin-soudan）`,
    taken: 'そのアドレスは、もう使われています',
  },
  dates: { missing: '一つ以上の日に、○・△・×を選んでください' },
  candidates: {
    missing: '候補の日を、3つ以上書いてください',
    'too-many': '候補は10までにしてください',
  },
  text: { 'too-long': '長すぎます。終わった話を、まとめて短くしてください' },
  remark: { 'too-long': 'ひとことは200字までです' },
  keeper: { unknown: '受け持つ人を、一覧から選び直してください' },
  programme: { missing: '事業区分を選んでください', unknown: '事業区分を選び直してください' },
  tags: { 'too-long': `タグは1つ${LIMITS.tag}字までです` },
  series: { missing: '会の名前を書いてください（例：情報交換会）' },
  ordinal: { unknown: '回は、1から999までの数で書いてください' },
  place: { missing: '場所を書いてください（例：オンライン）' },
  timetable: { unknown: '1行に「13:30 内容｜話す人」の形で書いてください' },
  groups: { 'too-many': 'グループは30までです' },
  capacity: { unknown: '定員は、1から9999までの数で書いてください' },
  numbersLine: { unknown: '「49名（35機関：…）」のように、人数から書いてください' },
  films: {
    unknown: '1行に「https://…｜題｜28:14」の形で書いてください',
    'too-many': '録画は20までです',
    'too-long': '録画の題は80字までです',
  },
  correction: {
    missing: '何を直したかを書いてください。読む人にも見えます',
    'names-somebody': '何を直したかに、名前や連絡先があるようです。名前のない言い方にしてください',
  },
  filePassword: { 'short-password': 'パスワードは6文字以上にしてください' },
  cancelReason: { missing: '中止の理由を書いてください。申し込んだ方に届きます' },
  guestOrganization: { missing: '所属を書いてください' },
  familyName: {
    missing: '名字を書いてください',
    unknown: '名字だけを書いてください',
    'no-name': '名字だけを書いてください',
    same: 'いまと同じ名字です',
  },
  organization: { same: 'いまの機関です。変わった先を選んでください' },
  siteName: { missing: 'サイトの名前を書いてください', 'too-long': 'サイトの名前は20字までです' },
  networkName: {
    missing: 'ネットワークの名前を書いてください',
    'too-long': 'ネットワークの名前は40字までです',
  },
  organizationName: { missing: '事務局の機関名を書いてください' },
  email: { missing: 'メールアドレスを書いてください' },
  password: { missing: 'パスワードを決めてください' },
  member: { unknown: '会員を選んでください' },
  current: { unknown: 'いまのパスワードがちがいます' },
  next: { missing: '新しいパスワードを書いてください' },
  reason: {
    missing: '理由を書いてください',
    'too-long': `理由は${LIMITS.keepNote}字までにしてください`,
    'too-many': `ことばで書く理由は${LIMITS.keepNotes}までです。ほかのところは言い換えてください`,
    'names-somebody': '理由に名前や連絡先があるようです。名前や連絡先のない言い方にしてください',
  },
  word: {
    missing: 'ことばを書いてください',
    'too-long': `ことばは${LIMITS.word}字までです`,
    unknown: 'かな一文字や記号だけのことばは、加えられません',
  },
  meanings: {
    missing: '何のことかを書いてください',
    'too-long': `一つ${LIMITS.word}字までです`,
    'too-many': '一つのことばに10までです',
    same: 'ことばと同じです。別の言い方を書いてください',
    unknown: 'かな一文字や記号だけのことばは、加えられません',
  },
  number: {
    missing: '番号を書いてください',
    unknown: '番号だけを、数字とハイフンで書いてください（例：011-272-7119）',
  },
  name: {
    missing: 'どこの番号かを書いてください',
    'too-long': `どこの番号かは、${LIMITS.organization}字までです`,
  },
  rules: { same: 'いまと同じです。変えたいきまりの重さを選んでください' },
  people: {
    missing: '人数を書いてください',
    unknown: '人数を、1から1000までの数で書いてください',
    same: 'いまと同じ人数です。変えたい人数を書いてください',
  },
  survey: { missing: '一つ以上の質問に答えてください' },
  questions: {
    missing: '質問を、一つ以上書いてください',
    'too-many': `質問は${SURVEY_LIMITS.questions}までです`,
    answered: '答えが届いているので、質問を足したり、消したり、並べかえたりはできません',
  },
  ask: {
    missing: '質問を書いてください。いらない質問は「この質問を消す」で消せます',
    'too-long': `質問は${SURVEY_LIMITS.question}字までです`,
  },
  choices: {
    'too-few': '選択肢を、1行に1つずつ、2つ以上書いてください',
    'too-many': `選択肢は${SURVEY_LIMITS.choices}までです`,
    'too-long': `選択肢は1つ${SURVEY_LIMITS.choice}字までです`,
    same: '同じ選択肢が二つあります',
  },
  anonymous: { answered: '受け付けを始めたあとは、記名と無記名は変えられません' },
  'survey-lead': { 'too-long': `説明は${SURVEY_LIMITS.lead}字までです` },
  surveyClosesAt: {
    missing: '締め切りの日と時刻を書いてください',
    'bad-time': 'これから先の日時にしてください',
  },
  answer: { 'too-long': `${SURVEY_LIMITS.text}字までにしてください` },
  introduction: { 'too-long': `自己紹介は${LIMITS.introduction}字までです` },
};

/** A sentence that says what to do about a field. */
export function fieldMessage(field: string, problem: FieldProblem): string {
  // Rows of a form are numbered: choices-0, choices-1, …
  return (OF_FIELD[field] ?? OF_FIELD[field.replace(/-\d+$/, '')])?.[problem] ?? COMMON[problem];
}

export function fieldMessages(problems: Record<string, FieldProblem>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, fieldMessage(field, problem)]),
  );
}
