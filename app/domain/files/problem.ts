import type { UnreadableReason } from '../documents/unreadable.ts';

/** Why a file is not taken; the Japanese text for each stands in app/ui/files/words.ts. */
export type FileProblem =
  | Exclude<UnreadableReason, 'no-text'>
  | 'empty'
  /** More bytes than the setting allows. */
  | 'too-heavy'
  /** The bytes are of another kind than the name's ending. */
  | 'not-what-it-says'
  | 'macros'
  /** Holds another file that cannot be looked into. */
  | 'embedded'
  | 'too-many-pixels'
  /** More text than is checked. */
  | 'too-long'
  | 'infected'
  | 'scanner-away'
  /** A picture, or pages that are pictures: nobody but the member can look at them. */
  | 'unseen'
  /** The check came to no end. */
  | 'unchecked'
  | 'too-many';

/** A passage in a file that was found, and where: 3ページ, スライド2, 名簿!B3, ファイル名. */
export interface FilePassage {
  place: string;
  shown: string;
  /** Title of the rule: 個人名. */
  what: string;
}

/** What became of one file. */
export type FileOutcome =
  | { ok: true; name: string; id: string; warnings: FilePassage[] }
  | { ok: false; name: string; problem: FileProblem }
  | { ok: false; name: string; problem: 'not-anonymous'; passages: FilePassage[]; more: number };

/** Thrown where a file is looked into. */
export class FileRefused extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(`The file is not taken: ${problem}`);
    this.problem = problem;
  }
}
