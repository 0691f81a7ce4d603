import type { LintOptions } from '#lint/options.ts';
import type { PostState } from '../state-mark.tsx';
import type { Decisions, FieldFinding, UnfitKeep } from './decisions.ts';

/** The boxes that are checked, in the order in which people read them. */
export const FIELD_NAMES = ['title', 'body', 'tags'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** What the boxes hold; a composer without titles or tags has none here. */
export type FieldTexts = Partial<Record<FieldName, string>>;

/** A composer among other content of a page begins one heading lower. */
export type HeadingTag = 'h2' | 'h3';

/** Why the server sent a post back. No findings: the author only asked, and there is nothing to change. */
export interface Refusal {
  /** Offsets count UTF-16 code units of `ComposerProps.values` with LF line ends. */
  findings: FieldFinding[];
  decisions: Decisions;
  unfit: UnfitKeep[];
}

/** A question that may be the same as the one being written. */
export interface Near {
  id: string;
  title: string;
  state: PostState;
  answerCount: number;
}

/** The fields of a note that are checked by the server alone. */
export type NoteField = 'programmes' | 'purpose';

export interface NoteProps {
  programmes: Array<{ slug: string; name: string; chosen: boolean }>;
  /** The meetings that it may have grown from. */
  meetings: Array<{ slug: string; title: string; day: string; chosen: boolean }>;
  /** null for a new note, which is for nothing but itself */
  purpose: string | null;
}

/** All that a composer needs; plain JSON, because it travels to the browser beside the form. */
export interface ComposerProps {
  kind: 'question' | 'answer' | 'comment' | 'note';
  /** Where the form is posted to. */
  action: string;
  /** Random, one per form shown: the server makes one post of everything sent with it. Also prefixes ids. */
  submissionKey: string;
  /** What the network knows and has decided; the browser checks with it, as the server does. */
  check: Pick<
    LintOptions,
    | 'profile'
    | 'authorName'
    | 'memberNames'
    | 'membersOf'
    | 'notNames'
    | 'disabledRules'
    | 'severities'
    | 'forbiddenWords'
    | 'publicNumbers'
  >;
  /** A field that is absent is not shown; `case` tells that the body already holds the case template. */
  values: { title?: string; body: string; programme?: string; tags?: string; case?: boolean };
  programmes?: Array<{ slug: string; name: string }>;
  /** What a note asks besides: its programmes, several, and what an edit was for. */
  note?: NoteProps;
  /** Letters, full width, that stand for somebody in the thread already. */
  takenLetters: string[];
  /** Id of the thread that is written for, null where one is begun; what it says is checked together with the text. */
  thread: string | null;
  /** The part of the thread that is written anew: `answer:` and its id. */
  replaced: string | null;
  /** Most UTF-16 code units each box may hold. */
  limits: { title: number; body: number; tags: number };
  /** Key in the browser's localStorage; null keeps no draft. */
  draftKey: string | null;
  /** Who posts, as others will read it: 空知くらしサポートセンター 高橋. */
  as: string;
  labels: { body: string; help: string; submit: string; cancelHref?: string };
  refusal: Refusal | null;
  /** Sent back because the check came to no end in time. */
  unchecked: boolean;
  /** Height of the empty body box, in lines. */
  rows: number;
  fieldErrors: Partial<Record<FieldName | 'programme' | NoteField, string>>;
  hidden?: Array<[name: string, value: string]>;
  /** Questions near the title, where a question is begun. */
  near?: Near[];
}

/** The texts of the values, with the line ends that boxes have: forms post CRLF, boxes hold LF. */
export function textsOf(values: ComposerProps['values']): FieldTexts {
  const texts: FieldTexts = {};
  for (const field of FIELD_NAMES) {
    const value = values[field];
    if (value !== undefined) texts[field] = value.replace(/\r\n/g, '\n');
  }
  return texts;
}

/** Id of a field's control; composers on one page have different keys. */
export function fieldId(submissionKey: string, field: string): string {
  return `write-${submissionKey}-${field}`;
}

/** Id of a finding in the list of a refused form. */
export function findingId(submissionKey: string, number: number): string {
  return `write-${submissionKey}-finding-${number}`;
}
