import type { Edited } from '../byline.tsx';

/** What the viewer may do with a post; decided by the caller, shown here. */
export type PostPermissions = {
  canEdit: boolean;
  canDelete: boolean;
  /** only the asker, on the answers of the own question */
  canMarkHelpful: boolean;
  canReact: boolean;
  canReport: boolean;
  edited: Edited | null;
  /** visible to the author and the desk only, until the desk has decided */
  held: Held | null;
};

/** `waiting`: its author disputes a finding; `hidden`: somebody reported it. */
export type Held = 'waiting' | 'hidden';

export type PostKind = 'question' | 'answer' | 'comment';

/** A post as its acts name it. */
export type PostRef = { kind: PostKind; id: string };
