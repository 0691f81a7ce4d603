// Learns weights.bin from the samples of lint/samples and from further documents whose names are marked. Run:
//   node lint/persons/tagger/train.ts <file.jsonl …>
// Each line is {"text": …, "spans": [{"start", "end", "type"}, …]}, offsets in UTF-16 code units; spans of the type
// person-name are names, and a line without spans has none. What weights.bin was learned from: weights.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { dictionaryFrom, unpack } from '#morphology/dictionary.server.ts';
import { wordsOf } from '../../full.server.ts';
import { normalize } from '../../text/normalize.ts';
import { featuresOf } from './features.ts';
import { type Lesson, learn } from './learn.ts';
import { BEGIN, INSIDE, OUTSIDE } from './model.ts';
import { writeWeights } from './weights-file.ts';

interface Document {
  text: string;
  spans?: Array<{ start: number; end: number; type: string }>;
}

const dictionary = dictionaryFrom(unpack());

/** @returns the document as the tagger sees it, and the tags of its words */
export function lessonOf({ text, spans = [] }: Document): Lesson {
  const normalized = normalize(text);
  const words = wordsOf(dictionary, normalized.text);
  const names = spans.filter(({ type }) => type === 'person-name');
  const nameAt = words.map(({ start, end }) => {
    const typed = normalized.original(start, end);
    return names.findIndex((name) => typed.start < name.end && name.start < typed.end);
  });
  const features = featuresOf(normalized.text, words);
  // A word of which nothing can be said is never part of a name (the と of とも子): the name begins after it.
  const name = (at: number) => (features[at]?.length ? (nameAt[at] ?? -1) : -1);
  const tags = words.map((_, at) => (name(at) < 0 ? OUTSIDE : name(at - 1) === name(at) ? INSIDE : BEGIN));
  return { features, tags };
}

const HONORIFIC = /^(?:さん|さま|様|氏|くん|君|ちゃん)/;

/** A document of which no name has an honorific: members know whom they mean, and leave it out. */
export function withoutHonorifics({ text, spans = [] }: Document): Document {
  const names = spans.filter(({ type }) => type === 'person-name').sort((a, b) => a.start - b.start);
  let bare = '';
  let from = 0;
  const moved: Document['spans'] = [];
  for (const { start, end, type } of names) {
    if (start < from) continue;
    bare += text.slice(from, start);
    moved.push({ start: bare.length, end: bare.length + end - start, type });
    bare += text.slice(start, end);
    // A name of one character would be any word.
    const honorific = end - start > 1 ? HONORIFIC.exec(text.slice(end, end + 3)) : null;
    from = end + (honorific?.[0].length ?? 0);
  }
  return { text: bare + text.slice(from), spans: moved };
}

if (import.meta.main) {
  const own = ['documents', 'names', 'prose'].map(
    (name) => new URL(`../../samples/${name}.jsonl`, import.meta.url),
  );
  const documents = [...own, ...process.argv.slice(2)]
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Document);
  const bare = documents.map(withoutHonorifics).filter(({ text }, at) => text !== documents[at]?.text);
  const lessons = [...documents, ...bare].map(lessonOf);
  const { rows, transitions } = learn(lessons);
  const file = writeWeights(rows, transitions);
  writeFileSync(new URL('weights.bin', import.meta.url), file);
  process.stdout.write(`${lessons.length} documents, ${rows.size} features, ${file.length} bytes\n`);
}
