import { expect, test } from 'vitest';
import notes from '#db/demo/notes.json' with { type: 'json' };
import threads1 from '#db/demo/threads-01.json' with { type: 'json' };
import threads2 from '#db/demo/threads-02.json' with { type: 'json' };
import threads3 from '#db/demo/threads-03.json' with { type: 'json' };
import threads4 from '#db/demo/threads-04.json' with { type: 'json' };
import threads5 from '#db/demo/threads-05.json' with { type: 'json' };
import threads6 from '#db/demo/threads-06.json' with { type: 'json' };
import { evaluate } from './evaluate.ts';
import { fts5Index } from './fts5.server.ts';
import { openSqlite } from './testing.ts';

/**
 * What a hurried member might type for the threads and notes of the demo network, written before looking at what search
 * answers: two words, abbreviations, kana, typing errors. Each with the keys of what is right.
 */
const QUERIES: ReadonlyArray<[query: string, ...right: string[]]> = [
  ['とうゆ 助成', 't001'],
  ['灯油 つなぎ', 't001'],
  ['ろくおん 断る', 't002'],
  ['給料日前 食費', 't003'],
  ['BNPL 後払い決済', 't005'],
  ['督促上', 't008', 'tokusokujou-sankai'],
  ['とくそく', 't008', 'tokusokujou-sankai'],
  ['引き籠り 母', 't009'],
  ['住確 求職 回数', 't010'],
  ['支調 本人 出席', 't011', 'chousei-kaigi-honnin'],
  ['スマホ 契約', 't012'],
  ['中間就労 開拓', 't013'],
  ['フードバンク 送料', 't014'],
  ['仕様書', 't015'],
  ['保証人 いない 部屋', 't016', 'hoshounin-nai-heya'],
  ['統計 家族相談', 't017'],
  ['差押 分割', 't018'],
  ['そうげい 冬', 't019'],
  ['外国人 通訳', 't020'],
  ['住確 上限', 't021', 'yachin-jougen-chouka'],
  ['巡回 町村', 't022'],
  ['就準 欠席', 't023'],
  ['小口 社協', 't024', 'koguchi-tsunagu-ichimai'],
  ['生保 車', 't025'],
  ['支援者 つらい', 't026'],
  ['プラン 未達成', 't027'],
  ['シェタルー 夜', 't028'],
  ['弁護士 遠い', 't029'],
  ['DV 経済的', 't031'],
  ['刑務所 出所日', 't033'],
  ['障害 手帳なし', 't034'],
  ['個人情報 同意', 't035'],
  ['通院 つきそい', 't036'],
  ['住確 自営', 't037'],
  ['償還', 't038'],
  ['研修 新人', 't041'],
  ['生保 切れ目', 't042'],
  ['孤独死', 't043'],
  ['頻回電話 記録', 't044'],
  ['犬 泊まる', 't046'],
  ['引越し 補助', 't047'],
  ['ひきこもり 親の会', 't048'],
];

const documents = [
  ...[threads1, threads2, threads3, threads4, threads5, threads6].flatMap(({ threads }) =>
    threads.map(({ key, title, tags, body, answers }) => ({
      id: key,
      title: [title, ...tags].join('\n'),
      body: [body, ...answers.map((answer) => answer.body)].join('\n'),
    })),
  ),
  ...notes.notes.map(({ slug, title, tags, body }) => ({
    id: slug,
    title: [title, ...tags].join('\n'),
    body,
  })),
];

test('hurried words find what was meant in the demo network, nearly always first', async () => {
  const ranks = await evaluate(
    fts5Index(openSqlite()),
    documents.map((document) => JSON.stringify(document)),
    QUERIES.map(([query], index) => JSON.stringify({ id: String(index), query })),
  );
  const missed = QUERIES.filter(
    ([, ...right], index) => !right.some((key) => ranks[index]?.ranked.slice(0, 5).includes(key)),
  );
  expect(missed).toEqual([]);
  const first = QUERIES.filter(([, ...right], index) => right.includes(ranks[index]?.ranked[0] ?? ''));
  expect(first.length).toBeGreaterThanOrEqual(QUERIES.length - 2);
});
