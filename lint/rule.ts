import type { Reading } from './reading.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The kind of post a text belongs to; `profile` is a member's self-introduction. */
export type Profile = 'question' | 'answer' | 'chat' | 'case' | 'note' | 'report' | 'profile';

/** `replacement` goes into [start, end); `label` is what a button shows (replacement Ａ, label Ａさん). */
export interface Suggestion {
  replacement: string;
  label: string;
  /** What stands right before the passage and changes with it: 母の佐藤花子 becomes Ａさんの母. */
  before?: Swap;
  /** What stands right after the passage and changes with it: 佐藤様 becomes Ａさん. */
  after?: Swap;
}

export interface Swap {
  was: string;
  becomes: string;
}

/** A passage that identifies someone, or helps to. */
export interface Finding {
  ruleId: string;
  severity: Severity;
  /** UTF-16 code units of the text as typed; `end` is exclusive. */
  start: number;
  end: number;
  /** `text.slice(start, end)` of the text as typed. */
  text: string;
  /** The passage as people read it: 佐藤さん for the span 佐藤. */
  shown: string;
  message: string;
  suggestions: Suggestion[];
  /** Certain findings know no objection: a mobile number is one whoever it belongs to. Names are judgement. */
  certain: boolean;
}

/** What a rule found. Offsets count UTF-16 code units of `Reading.text`, the normalized text. */
export interface Hit {
  start: number;
  end: number;
  suggestions: Suggestion[];
  /** End of the passage as people read it, where it goes past the span (さん after a name). */
  shownEnd?: number;
  /** Says why this passage and not another of the rule, where the rule's own sentence would be too general. */
  message?: string;
  certain?: boolean;
  /** Of two hits over one passage the one with more weight stays; 0 when absent. */
  weight?: number;
  /** For a name: who it stands for. Hits with the same person get the same letter. */
  person?: string;
}

export interface FlaggedExample {
  text: string;
  /** The passage the rule must find first, as typed. */
  hit: string;
  /** The first replacement the rule must propose. */
  suggestion: string;
}

/** One kind of identifier; its id is the name of its file and of its type in the annotation spec. */
export interface Rule {
  id: string;
  severity: Severity;
  title: string;
  find(reading: Reading): Hit[];
  /** One kind, plain sentence that says why. */
  message: string;
  examples: { flagged: FlaggedExample[]; clean: string[] };
}
