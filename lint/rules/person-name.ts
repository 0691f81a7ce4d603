import { personKey } from '../persons/mention.ts';
import type { Rule } from '../rule.ts';

export const personName: Rule = {
  id: 'person-name',
  severity: 'error',
  title: '人の名前',
  message: '人の名前のようです。この文章の中では、同じ人はいつも同じ文字になります。',
  find: (reading) =>
    reading.persons.map(({ start, end, shownEnd, weight }) => ({
      start,
      end,
      shownEnd,
      weight: weight + 1,
      person: personKey(reading.text.slice(start, end)),
      suggestions: [],
    })),
  examples: {
    flagged: [
      { text: '佐藤さん（40代）の件です', hit: '佐藤', suggestion: 'Ａ' },
      { text: '氏名：小野寺 和幸', hit: '小野寺 和幸', suggestion: 'Ａ' },
      { text: '長男の光が高校を卒業', hit: '光', suggestion: 'Ａ' },
      { text: 'グエン・ヴァン・ナムさんが来所', hit: 'グエン・ヴァン・ナム', suggestion: 'Ａ' },
    ],
    clean: [
      'Ａさんとお母さん、相談員さん、大家さん、社協さんの話',
      '世帯主様あての様式',
      '赤ちゃんのいる世帯',
      '皆さんの様子',
    ],
  },
};
