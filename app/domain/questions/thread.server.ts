import { prepared } from '#db/prepared.server.ts';
import type { Db, PostStatus, QuestionState, ReactionKind, Role } from '#db/schema.ts';
import { DELETE_WITHIN } from '../posts/limits.ts';
import { tagsOf } from './tags.server.ts';

export interface Viewer {
  id: string;
  role: Role;
}

export interface PostView {
  id: string;
  html: string;
  author: { id: string; organization: string; familyName: string };
  at: string;
  editCount: number;
  /** Why only its author and the desk see it. */
  held: 'waiting' | 'hidden' | null;
}

export interface AnswerView extends PostView {
  /** Its words are gone; the replies to it are not. */
  deleted: boolean;
  helpful: boolean;
  thanks: number;
  tries: number;
  comments: PostView[];
}

export interface Thread extends PostView {
  title: string;
  programme: { slug: string; name: string };
  tags: string[];
  state: QuestionState;
  solvedAt: string | null;
  outcome: string;
  same: number;
  answers: AnswerView[];
}

/**
 * What distinguishes this reader's view of a thread from another's. Most readers have written, marked and
 * may change nothing in it, so they share one rendered page.
 */
export interface Standpoint {
  isAsker: boolean;
  isDesk: boolean;
  /** Own posts, and those of them that can still be taken back. */
  own: string[];
  deletable: string[];
  /** `kind:post` of own reactions. */
  reactions: string[];
}

export interface ThreadHead {
  id: string;
  version: number;
  authorId: string;
  status: PostStatus;
  title: string;
  state: QuestionState;
}

/**
 * Whether this reader may open the thread, and what is needed to tell if their page is at hand already.
 *
 * @returns undefined when there is no such thread for this reader
 */
export async function findThread(
  db: Db,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<{ head: ThreadHead; standpoint: Standpoint } | undefined> {
  const [head] = await headById(db, { id });
  if (!head) return undefined;
  const isAsker = head.authorId === viewer.id;
  const isDesk = viewer.role === 'secretariat';
  if (!isOpenTo({ isDesk, own: isAsker ? [id] : [] }, head.status, id)) return undefined;
  const own = await ownTraces(db, { readerId: viewer.id, questionId: id });
  const posts = own.filter(({ what }) => what === 'post');
  if (isAsker) posts.unshift({ what: 'post', id, at: head.asked_at });
  const standpoint: Standpoint = {
    isAsker,
    isDesk,
    own: posts.map((post) => post.id),
    deletable: posts
      .filter((post) => now.getTime() - Date.parse(post.at) < DELETE_WITHIN)
      .map((post) => post.id),
    reactions: own.filter(({ what }) => what !== 'post').map(({ what, id: postId }) => `${what}:${postId}`),
  };
  return { head, standpoint };
}

const headById = prepared((db, { id }: { id: string }) =>
  db
    .selectFrom('question')
    .select(['id', 'version', 'author_id as authorId', 'status', 'title', 'state', 'asked_at'])
    .where('id', '=', id),
);

/** What a reader has left in a thread: posts, and reactions under the name of their kind. */
const ownTraces = prepared((db, { readerId, questionId }: { readerId: string; questionId: string }) =>
  db
    .selectFrom('answer')
    .select(({ val }) => [val<'post' | ReactionKind>('post').as('what'), 'id', 'answered_at as at'])
    .where('question_id', '=', questionId)
    .where('author_id', '=', readerId)
    .unionAll(
      db
        .selectFrom('comment')
        .select(({ val }) => [val<'post' | ReactionKind>('post').as('what'), 'id', 'commented_at as at'])
        .where('question_id', '=', questionId)
        .where('author_id', '=', readerId),
    )
    .unionAll(
      db
        .selectFrom('reaction')
        .select(['kind as what', 'post_id as id', 'reacted_at as at'])
        .where('question_id', '=', questionId)
        .where('member_id', '=', readerId),
    ),
);

/** Who may see a post: everybody the visible ones; the author and the desk those that wait or are hidden. */
function isOpenTo(
  { isDesk, own }: Pick<Standpoint, 'isDesk' | 'own'>,
  status: PostStatus,
  postId: string,
): boolean {
  if (status === 'visible') return true;
  return status !== 'deleted' && (isDesk || own.includes(postId));
}

/**
 * Everything that stands on a thread's page for whoever has this standpoint, and nothing else: what is made of it is
 * shared by all who have the same. A post that came between the standpoint and now is in neither.
 *
 * @returns undefined when the thread was taken out of their sight meanwhile
 */
export async function readThread(db: Db, standpoint: Standpoint, id: string): Promise<Thread | undefined> {
  const question = await db
    .selectFrom('question')
    .innerJoin('member', 'member.id', 'question.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .innerJoin('programme', 'programme.slug', 'question.programme')
    .selectAll('question')
    .select(['programme.name as programmeName', 'organization.label as organization', 'member.family_name'])
    .where('question.id', '=', id)
    .executeTakeFirst();
  if (!question || !isOpenTo(standpoint, question.status, id)) return undefined;
  const answers = await db
    .selectFrom('answer')
    .innerJoin('member', 'member.id', 'answer.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .selectAll('answer')
    .select(['organization.label as organization', 'member.family_name'])
    .where('answer.question_id', '=', id)
    .orderBy('answer.answered_at')
    .execute();
  const comments = await db
    .selectFrom('comment')
    .innerJoin('member', 'member.id', 'comment.author_id')
    .innerJoin('organization', 'organization.id', 'member.organization_id')
    .selectAll('comment')
    .select(['organization.label as organization', 'member.family_name'])
    .where('comment.question_id', '=', id)
    .orderBy('comment.commented_at')
    .execute();
  const counts = await countReactions(db, id);

  const commentsOf = new Map<string, PostView[]>();
  for (const comment of comments) {
    if (!isOpenTo(standpoint, comment.status, comment.id)) continue;
    const view = postView(comment, comment.commented_at);
    commentsOf.set(comment.answer_id, [...(commentsOf.get(comment.answer_id) ?? []), view]);
  }
  return {
    ...postView(question, question.asked_at),
    title: question.title,
    programme: { slug: question.programme, name: question.programmeName },
    tags: await tagsOf(db, id),
    state: question.state,
    solvedAt: question.solved_at,
    outcome: question.outcome,
    same: counts.get(`same:${id}`) ?? 0,
    answers: answers
      .filter(
        ({ id: answerId, status }) =>
          isOpenTo(standpoint, status, answerId) || (status === 'deleted' && commentsOf.has(answerId)),
      )
      .map((answer) => ({
        ...postView(answer, answer.answered_at),
        deleted: answer.status === 'deleted',
        helpful: answer.helpful_at !== null,
        thanks: counts.get(`thanks:${answer.id}`) ?? 0,
        tries: counts.get(`try:${answer.id}`) ?? 0,
        comments: commentsOf.get(answer.id) ?? [],
      })),
  };
}

interface PostRow {
  id: string;
  author_id: string;
  body_html: string;
  status: PostStatus;
  edit_count: number;
  organization: string;
  family_name: string;
}

function postView(row: PostRow, at: string): PostView {
  return {
    id: row.id,
    html: row.body_html,
    author: { id: row.author_id, organization: row.organization, familyName: row.family_name },
    at,
    editCount: row.edit_count,
    held: row.status === 'waiting' || row.status === 'hidden' ? row.status : null,
  };
}

async function countReactions(db: Db, questionId: string): Promise<Map<`${ReactionKind}:${string}`, number>> {
  const rows = await db
    .selectFrom('reaction')
    .select(({ fn }) => ['kind', 'post_id', fn.countAll<number>().as('reactions')])
    .where('question_id', '=', questionId)
    .groupBy(['kind', 'post_id'])
    .execute();
  return new Map(
    rows.map(({ kind, post_id, reactions }) => [`${kind}:${post_id}` as const, Number(reactions)]),
  );
}
