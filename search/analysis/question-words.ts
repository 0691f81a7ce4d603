/**
 * Words that make a sentence a question and say nothing of what it is about. As Intl.Segmenter cuts them, in the
 * writing that `foldWriting` leaves.
 */
export const QUESTION_WORDS: ReadonlySet<string> = new Set([
  ...[
    '何',
    'なに',
    'なん',
    '誰',
    'だれ',
    'どこ',
    '何処',
    'いつ',
    'どの',
    'どう',
    'どんな',
    'どれ',
    'どちら',
    'どっち',
  ],
  ...['なぜ', '何故', 'どうして', 'いくつ', 'いくら', 'どのように', 'どういう', 'どうやって', 'どのような'],
  ...['です', 'ます', 'でしょう', 'ください', '下さい', 'ました', 'ましたか', 'でした', 'ですか', 'ますか'],
  ...['教え', '教えて', 'おしえて', '知り', 'たい', 'いい', '良い', 'よい', 'すれ', 'したら', 'すれば'],
]);
