import { expect, test } from 'vitest';
import { passages } from '../testing.ts';

const find = (text: string) => passages('person-name', text);

test.each([
  ['佐藤さんの件', '佐藤'],
  ['蛯名さんて方です', '蛯名'],
  ['うちの門間さん', '門間'],
  ['𠮷岡 髙志さん', '𠮷岡 髙志'],
  ['タケちゃん来ました', 'タケ'],
  ['まーくんのスマホ', 'まー'],
  ['Discordでそらくんから', 'そら'],
  ['みゆきママさんから差し入れ', 'みゆき'],
  ['ﾀｶﾊｼ ﾏｻﾙさんで台帳登録', 'ﾀｶﾊｼ ﾏｻﾙ'],
  ['サントス マリア クリスティーナ様', 'サントス マリア クリスティーナ'],
  ['Оленаさんのこと', 'Олена'],
  ['福島宅は不在', '福島'],
  ['西村夫妻が来所', '西村'],
  ['健くんです', '健'],
  ['前に預かったひまりさん', 'ひまり'],
  ['横山ファミリーにお渡し', '横山'],
  ['渡邊 翔 帯広', '渡邊 翔'],
  ['大翔（9歳）と二人', '大翔'],
])('finds a name by what follows it: %s', (text, name) => {
  expect(find(text)).toEqual([name]);
});

test.each([
  ['氏名：小野寺 和幸', ['小野寺 和幸']],
  ['| 相談者 | 東 美咲 |', ['東 美咲']],
  ['相談者：佐伯\n圭太郎\n住居', ['佐伯\n圭太郎']],
  ['パスポート名は NGUYEN THI HOA です', ['NGUYEN THI HOA']],
  ['母：キム・ヨンヒ（김영희）', ['キム・ヨンヒ', '김영희']],
  ['長男の光が高校を卒業', ['光']],
  ['母和子、長男健、次男昇の三人', ['和子', '健', '昇']],
  ['姉の千尋に言うな', ['千尋']],
  ['取り立てに来た男の名はムラセとしか知らない', ['ムラセ']],
])('finds a name by what announces it: %s', (text, names) => {
  expect(find(text)).toEqual(names);
});

test('finds the name again where nothing announces it', () => {
  expect(find('林さんのご長男のことです。林の家には祖母もいて、竹林の手入れをする')).toEqual(['林', '林']);
  expect(find('佐々木健太さんの件。健太は部屋から出ない')).toEqual(['佐々木健太', '健太']);
});

test('tells a family name from the place of the same name', () => {
  expect(find('砂川さんが砂川に引っ越す')).toEqual(['砂川']);
});

test.each([
  'Ａさん、B氏、T.K.さんの事例',
  '妹さん、お母さん、おばあちゃん、赤ちゃん、皆さん、皆様',
  '相談員さん、保健師さん、大家さん、社協さん、包括さん、生保さん、民生委員さん、ケアマネさん、配達員さん',
  '様式、様子、多様、同様、彼氏、両氏、自宅、帰宅、家計、家族、専門家、高齢者世帯',
  'どこで働くんですか。何を聞くんだろう。はたらくんです。やおやさん、パン屋さん',
  'Ａさん夫妻とＢさん親子',
  '武家の暮らし、シングルママの会、仕様と模様',
  'たくさんのごちそうさま。お疲れさまです。ちゃんと届きました',
  '橋本病、パーキンソン病、長谷川式、朝日訴訟、佐川急便',
  'バイステックの7原則とロジャーズの傾聴、マズローの欲求段階',
  '金銭教育は原因を責めないこと。谷間の月に東側の窓口で',
  'ひかり電話、みどりの窓口、のぞみの時刻、あかりがともる',
  '記入例の氏名は「福祉 太郎」「北海 花子」とする',
  '相談者：80代女性\n本人：無職\n夫：単身赴任中\n氏名・フリガナ・住所',
])('names nobody in 「%s」', (text) => {
  expect(find(text)).toEqual([]);
});

test('leaves a speaker in a report, and finds the same words in a question', () => {
  expect(passages('person-name', '基調講演は雨宮教授です', { profile: 'report' })).toEqual([]);
  expect(passages('person-name', '司会：金子さん', { profile: 'report' })).toEqual([]);
  expect(passages('person-name', '金子さんが来所', { profile: 'report' })).toEqual(['金子']);
});

test.each([
  [
    '氏名：宗像　俊作（ムナカタ シュンサク、Munakata Shunsaku）',
    ['宗像　俊作', 'ムナカタ シュンサク', 'Munakata Shunsaku'],
  ],
  ['世帯　妻　喜久枝（58）　長男　翔平（29）', ['喜久枝', '翔平']],
  ['田ノ上さんの息子の龍之介が', ['田ノ上', '龍之介']],
  ['能登谷イネさんは一人暮らし', ['能登谷イネ']],
  ['ロサ・アキノ（フィリピン）：来月帰国', ['ロサ・アキノ']],
  ['名前はりんとしか教えてくれません', ['りん']],
  ['夫（ディパク）の会社', ['ディパク']],
  ['合鍵は沼田（弟）が持つ', ['沼田']],
  ['もっちから電話あり', ['もっち']],
  ['こうたが帰ってこないと母から', ['こうた']],
])('reaches a name that no dictionary has: %s', (text, names) => {
  expect(find(text)).toEqual(names);
});

test.each([
  '通訳さん、保護団体さん、子どもさん、お子さん',
  '命や子どもの安全、家計表（三か月分）',
  'ふだんから連絡を取る。名前は書かず、番号で管理する',
  '社長（女性）、友人（同級生）、妻（パート）',
  '氏名：Ａ-、氏名：Ｂ.',
])('names nobody in 「%s」, though what stands around it says so', (text) => {
  expect(find(text)).toEqual([]);
});
