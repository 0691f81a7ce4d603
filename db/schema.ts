import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { AnonymizedText } from '#lint/gate.ts';
import type { Profile } from '#lint/rule.ts';

/** ISO 8601, UTC, milliseconds (`Date.toISOString`); shown in Asia/Tokyo, never stored so. */
export type UtcTimestamp = string;

/** Text that others will see: read as plain text, written only as text that passed the anonymization check. */
export type PostText = ColumnType<string, AnonymizedText, AnonymizedText>;

/** HTML made from checked Markdown; see app/domain/posts/markdown.server.ts, its only maker. */
declare const sanitized: unique symbol;
export type SafeHtml = string & { readonly [sanitized]: true };
export type PostHtml = ColumnType<string, SafeHtml, SafeHtml>;

export type Role = 'counselor' | 'officer' | 'facilitator' | 'secretariat';

/**
 * Who may see a post. `waiting`: its author objected to a finding, the desk has yet to decide.
 * `hidden`: reported as holding personal data. `deleted`: gone for everybody.
 */
export type PostStatus = 'visible' | 'waiting' | 'hidden' | 'deleted';
export type QuestionState = 'open' | 'answered' | 'solved';
export type PostKind = 'question' | 'answer' | 'comment';
/** Texts that are checked and are no posts of a thread; `member` is a self-introduction, `file` an attached file. */
export type PaperKind = 'note' | 'meeting' | 'meeting-report' | 'member' | 'file' | 'survey';
/** Everything that others read and the anonymization check looks at. */
export type TextKind = PostKind | PaperKind;
/** What a file is by its bytes; see app/domain/files/kinds.ts. */
export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'jpeg' | 'png' | 'webp' | 'csv' | 'txt';
/** same: うちも同じ (questions). thanks: 助かりました, try: やってみる (answers). */
export type ReactionKind = 'same' | 'thanks' | 'try';

/** Who may read a note or a meeting's report: everybody who is logged in, or anybody at all. */
export type Audience = 'members' | 'everyone';
/**
 * verify: a year has passed, does it still hold? suggested: somebody proposes an edit (to the keeper).
 * accepted, declined: what became of one's own. released, returned: what the desk decided of a text that waited for it.
 */
export type NoteNoticeKind = 'verify' | 'suggested' | 'accepted' | 'declined' | 'released' | 'returned';

/**
 * How a member is told by mail. usual: of answers to their questions at once, of the rest once a day.
 * digest: of everything once a day. at-once: of everything at once. none: of nothing.
 */
export type MailWay = 'usual' | 'at-once' | 'digest' | 'none';

/** What a conversation of the LINE chat becomes: a question with answers, a note, nothing. */
export type LineTalkKind = 'thread' | 'note' | 'out';
/** 情報交換会, シンポジウム, 報告会, 研修. */
export type MeetingKind = 'exchange' | 'symposium' | 'report-meeting' | 'training';
/** planning: its day is being found, members only. */
export type MeetingStatus = 'planning' | 'announced' | 'cancelled';
/** How the network counts participants: 団体, 自治体, 厚労省（国）, 道, 道外ほか. */
export type MeetingSide = 'organization' | 'municipality' | 'ministry' | 'prefecture' | 'outside';
export type SignupStatus = 'attending' | 'waiting' | 'cancelled';
/** 当日のようす: own device, one screen of the work place, by voice only, at the place itself. */
export type SignupManner = 'own' | 'shared' | 'voice' | 'there';
/** Groups of like experience, of all, or it does not matter. */
export type Experience = 'together' | 'mixed' | 'any';
/** date-fixed: the day is found. groups-shown: one can see one's group. */
export type MeetingNoticeKind = 'date-fixed' | 'groups-shown';
/** One choice, several, a number from 1 to 5, free text. */
export type SurveyQuestionKind = 'single' | 'multiple' | 'scale' | 'text';
/** ○ △ × */
export type DateAnswer = 'yes' | 'maybe' | 'no';

/** A column that the database fills where an INSERT leaves it out. */
type Defaulted<Column> =
  Column extends ColumnType<infer Read, infer Insert, infer Update>
    ? ColumnType<Read, Insert | undefined, Update>
    : never;

export interface Schema {
  setting: { name: string; value: string };
  programme: { slug: string; name: string; aliases: string; position: number };
  organization: {
    id: string;
    name: string;
    office: string | null;
    /** As it stands before a family name; see app/domain/organizations/label.ts. */
    label: string;
    kind: string;
    /** 振興局, or 全道 when the organization serves all of Hokkaido; null when nobody has told. */
    area: string | null;
    /** Slugs of programmes, JSON array. */
    programmes: string;
  };
  member: {
    id: string;
    organization_id: string;
    family_name: PostText;
    email: string;
    password_hash: string;
    role: Role;
    introduction: PostText;
    joined_at: UtcTimestamp;
    /** 1: stands for people of the LINE chat who have no account; nobody can log in as it, and no list shows it. */
    from_chat: Generated<0 | 1>;
    mail_way: Generated<MailWay>;
    /** 1: answers and replies stand in the mail in full. */
    mail_text: Generated<0 | 1>;
    /** Up to when their daily mail has told of things; null before the first. */
    digested_at: UtcTimestamp | null;
  };
  /** The organization that a member asks to be moved to, until the desk decides. */
  organization_wish: {
    member_id: string;
    /** null where the organization is a new one. */
    organization_id: string | null;
    /** Blank where it is known. */
    new_organization: string;
    asked_at: UtcTimestamp;
  };
  member_programme: { member_id: string; programme: string };
  login_session: { id_hash: string; member_id: string; expires_at: UtcTimestamp };
  /** Failed logins by the hash of what they were counted for (address or mail). */
  login_throttle: {
    key_hash: string;
    failures: number;
    blocked_until: UtcTimestamp | null;
    last_at: UtcTimestamp;
  };
  invitation: {
    token_hash: string;
    organization_id: string;
    family_name: PostText;
    role: Role;
    invited_by: string;
    created_at: UtcTimestamp;
    expires_at: UtcTimestamp;
    accepted_at: UtcTimestamp | null;
  };
  /** Links by which a member sets a new password, made by the desk. */
  password_reset: {
    token_hash: string;
    member_id: string;
    made_by: string;
    created_at: UtcTimestamp;
    expires_at: UtcTimestamp;
    used_at: UtcTimestamp | null;
  };
  question: {
    id: string;
    author_id: string;
    programme: string;
    title: PostText;
    body: PostText;
    body_html: PostHtml;
    /** The first 100 characters or so, without Markdown. */
    lead: PostText;
    status: PostStatus;
    state: QuestionState;
    asked_at: UtcTimestamp;
    /** When the thread last gained a question, answer or comment. */
    active_at: UtcTimestamp;
    answer_count: number;
    solved_at: UtcTimestamp | null;
    /** その後: what became of it, by the asker; empty until said. */
    outcome: PostText;
    edit_count: number;
    /** Grows with every change that any reader of the thread may see; a cache key. */
    version: number;
    submission_key: string;
  };
  question_tag: { question_id: string; tag: PostText; asked_at: UtcTimestamp };
  /** Number of visible questions by topic and state; `topic` is `all`, `programme:<slug>` or `tag:<tag>`. */
  question_tally: { topic: string; state: QuestionState; questions: number };
  /** Questions near another in their words, nearest first; found when a question is indexed. */
  question_similar: { question_id: string; position: number; similar_id: string };
  /** The same for notes. */
  question_note: { question_id: string; position: number; note_id: string };
  /** Organizations that an asker has told of a question, because they may know an answer. */
  asked_organization: {
    question_id: string;
    organization_id: string;
    asked_by: string;
    asked_at: UtcTimestamp;
  };
  answer: {
    id: string;
    question_id: string;
    author_id: string;
    asker_id: string;
    body: PostText;
    body_html: PostHtml;
    status: PostStatus;
    answered_at: UtcTimestamp;
    helpful_at: UtcTimestamp | null;
    edit_count: number;
    submission_key: string;
  };
  comment: {
    id: string;
    question_id: string;
    answer_id: string;
    author_id: string;
    body: PostText;
    body_html: PostHtml;
    status: PostStatus;
    commented_at: UtcTimestamp;
    edit_count: number;
    submission_key: string;
  };
  /** What a post said before an edit. */
  revision: {
    id: string;
    kind: PostKind;
    post_id: string;
    title: PostText;
    body: PostText;
    body_html: PostHtml;
    replaced_at: UtcTimestamp;
  };
  reaction: {
    kind: ReactionKind;
    post_id: string;
    question_id: string;
    member_id: string;
    reacted_at: UtcTimestamp;
  };
  /** Warnings that stayed, with the author's reason. */
  kept_warning: {
    post_id: string;
    rule_id: string;
    passage: PostText;
    reason: 'public' | 'unlinked' | 'other';
    note: PostText;
  };
  /** Errors that the author disputes; the post waits until the desk decides. */
  objection: {
    /** The post; the note, where it is new; the suggestion that holds an edit of a note. */
    post_id: string;
    kind: PostKind | 'note';
    rule_id: string;
    passage: PostText;
    raised_at: UtcTimestamp;
  };
  /** Who reported a post and why; gone with the post. */
  report: {
    post_id: string;
    kind: PostKind;
    member_id: string;
    reason: 'named' | 'recognizable' | 'other';
    reported_at: UtcTimestamp;
    /** When the desk let the post through all the same; null while it is hidden. */
    decided_at: UtcTimestamp | null;
  };
  /** Words the desk has declared to be no names, for the whole network. */
  allowed_word: { word: PostText; reason: PostText; allowed_by: string; allowed_at: UtcTimestamp };
  /** Words that the network asks not to write. */
  forbidden_word: { word: PostText; reason: PostText; forbidden_by: string; forbidden_at: UtcTimestamp };
  /** What the desk has decided about rules, oldest first: the last word about a rule holds. */
  rule_decision: {
    position: number;
    rule_id: string;
    /** The kind of post for which the rule has another level; null for the number of people of the estimate. */
    profile: Profile | null;
    /** error, warning, info or off; a number in digits for the estimate. */
    value: string;
    reason: PostText;
    /** null for what an update has brought along. */
    decided_by: string | null;
    decided_at: UtcTimestamp;
  };
  /** Help lines and desks of organizations: numbers that may be written anywhere. */
  public_number: {
    /** As dialled in Japan; see lint/public-numbers.ts. */
    digits: string;
    /** As it is printed. */
    number: string;
    /** Whose it is. */
    name: PostText;
    reason: PostText;
    /** null for the numbers that every network starts with. */
    added_by: string | null;
    added_at: UtcTimestamp;
  };
  /** Words that the desk has added to the dictionary of search. */
  search_name: {
    word: PostText;
    /** JSON array. */
    meanings: PostText;
    added_by: string;
    added_at: UtcTimestamp;
  };
  /** A walk over everything that was posted, after the rules have changed; the oldest unfinished one is under way. */
  recheck: {
    id: string;
    asked_by: string;
    asked_at: UtcTimestamp;
    /** LintSettings before and after the change, as JSON; no old ones: everything found is new. null when finished. */
    old_settings: string | null;
    new_settings: string | null;
    /** Where the walk is: the kind of text, and the id after which it goes on. */
    kind: TextKind;
    after_id: string;
    total: number;
    checked: number;
    /** Texts on which the check itself failed. */
    failed: number;
    finished_at: UtcTimestamp | null;
  };
  /** What a recheck found; the desk hides the text or says why it may stay. */
  recheck_hit: {
    kind: TextKind;
    text_id: string;
    rule_id: string;
    passage: string;
    found_at: UtcTimestamp;
    decided_by: string | null;
    decided_at: UtcTimestamp | null;
    /** Why the passage may stay; empty until decided, and where the text was hidden. */
    reason: PostText;
  };
  /** Notes, meetings, introductions and files that are out of sight. */
  hidden_text: {
    kind: PaperKind;
    text_id: string;
    /** The desk; the author of a note that waits for it. */
    hidden_by: string;
    hidden_at: UtcTimestamp;
    /** waiting: a note whose author disputes a finding. returned: the desk did not let it through; its text is gone. */
    why: Generated<'hidden' | 'waiting' | 'returned'>;
  };
  note: {
    id: string;
    slug: string;
    title: PostText;
    /** The first of its programmes, under which lists show it. */
    programme: string;
    /** JSON array. */
    tags: PostText;
    body: PostText;
    body_html: PostHtml;
    lead: PostText;
    keeper_id: string;
    /** Number of the newest edition, from 1. */
    edition: number;
    updated_at: UtcTimestamp;
    /** When somebody last said that it still holds. */
    verified_at: UtcTimestamp;
    audience: Generated<Audience>;
    /** How many found it useful; the rows of note_useful. */
    useful: Generated<number>;
    /** When its keeper was last asked whether it still holds; null since it was verified. */
    asked_at: UtcTimestamp | null;
    /** Of the form that it came with; null for what came otherwise. */
    submission_key: string | null;
  };
  /** Addresses that a note had before. */
  note_slug: { slug: string; note_id: string };
  note_programme: { note_id: string; programme: string };
  /** The tags of `note.tags` one by one, to find notes by. */
  note_tag: { note_id: string; tag: PostText };
  /** The threads and meetings that a note grew from. */
  note_source: {
    note_id: string;
    kind: 'question' | 'meeting';
    /** Id of the question, slug of the meeting. */
    subject: string;
    added_at: UtcTimestamp;
  };
  /** What each edition of a note says in full, the newest included. */
  note_edition: {
    note_id: string;
    number: number;
    title: PostText;
    body: PostText;
    /** JSON arrays; programmes are slugs. */
    tags: PostText;
    programmes: string;
    author_id: string;
    /** 何を直したか; may be empty. */
    purpose: PostText;
    written_at: UtcTimestamp;
  };
  /** 提案: an edit that waits until the keeper or another established member takes it. */
  note_suggestion: {
    id: string;
    note_id: string;
    author_id: string;
    /** The edition that it was written over. */
    edition: number;
    title: PostText;
    body: PostText;
    tags: PostText;
    programmes: string;
    purpose: PostText;
    suggested_at: UtcTimestamp;
    /** waiting: an edit or a suggestion whose author disputes a finding; only they and the desk see it. */
    status: 'waiting' | 'open' | 'accepted' | 'declined';
    /** Of an edit that waits: the thread that it was gathered from, as JSON. */
    gathered: string | null;
    decided_by: string | null;
    decided_at: UtcTimestamp | null;
  };
  note_useful: { note_id: string; member_id: string; at: UtcTimestamp };
  /** What a member is told about a note. */
  note_notice: {
    id: string;
    member_id: string;
    note_id: string;
    kind: NoteNoticeKind;
    /** The suggestion; empty where it is about the note itself. */
    anchor: string;
    /** null where nobody did it: a year has passed. */
    actor_id: string | null;
    noticed_at: UtcTimestamp;
    read_at: UtcTimestamp | null;
  };
  note_contributor: { note_id: string; organization_id: string };
  /** A file of the LINE chat that was taken in. */
  line_import: {
    id: string;
    room: string;
    imported_by: string;
    imported_at: UtcTimestamp;
    /** Messages that an earlier file had already. */
    known: number;
    /** Rows of LINE's own, pictures and the like. */
    left_out: number;
    /** Rows that were not understood: JSON array of {line, text}; emptied when the desk has seen them. */
    unknown: string;
  };
  /** A conversation of the chat, and what is to be made of it. */
  line_talk: {
    id: string;
    import_id: string;
    position: number;
    begins_at: UtcTimestamp;
    kind: LineTalkKind;
    /** Not checked yet, as all texts of the bench; read by the desk only. */
    title: string;
    programme: string;
    status: 'open' | 'published' | 'left';
    /** 1: the check has been over it, and its rewrites are in the texts. */
    checked: 0 | 1;
    /** Passages that were rewritten, and findings that are left. */
    rewritten: number;
    errors: number;
    warnings: number;
    /** Address of the question or note that it has become. */
    published: string | null;
  };
  line_message: {
    id: string;
    talk_id: string;
    position: number;
    /** Its row in line_seen. */
    fingerprint: string;
    /** As the chat shows it. */
    name: string;
    said_at: UtcTimestamp;
    /** As it was typed; emptied when the talk is published. */
    typed: string;
    /** As it is to be published. */
    text: string;
    /** 1: not to be published. */
    left_out: 0 | 1;
  };
  /** Hashes of messages that were taken in, so that none is taken in twice. */
  line_seen: { fingerprint: string };
  /** Who is who: names of the chat, as the desk has told them. */
  line_person: { name: string; member_id: string | null; organization_id: string | null };
  meeting: {
    slug: string;
    kind: Generated<MeetingKind>;
    series: string;
    number: number | null;
    title: PostText;
    /** What it is about, in a sentence or two. */
    lead: Defaulted<PostText>;
    /** Day in Asia/Tokyo, YYYY-MM-DD; null while it is being found. */
    day: string | null;
    /** HH:MM in Asia/Tokyo. */
    starts_at: string | null;
    ends_at: string | null;
    place: PostText;
    /** Where it is held online; shown only to those who are signed up. Empty where there is none. */
    online_url: Generated<string>;
    /** JSON array of strings. */
    themes: PostText;
    programme: string | null;
    /** JSON array of {at: HH:MM, what, speaker}. */
    timetable: Defaulted<PostText>;
    capacity: number | null;
    /** Until when one may sign up. */
    closes_at: UtcTimestamp | null;
    /** 主催: who holds the baton. */
    host_organization_id: string | null;
    audience: Generated<Audience>;
    status: Generated<MeetingStatus>;
    /** Why it was cancelled, for everybody who reads the page. */
    cancel_reason: Defaulted<PostText>;
    /** SEQUENCE of its calendar entry: grows when time, place or status change. */
    sequence: Generated<number>;
    /** Grows with every edit; tells two people who edit at once apart. */
    version: Generated<number>;
    changed_at: UtcTimestamp | null;
    participants: number | null;
    organizations: number | null;
    /** The line of numbers as the network prints it. */
    numbers_line: PostText | null;
    /** Whether groups are of like experience. */
    experience: Generated<Experience>;
    /** Grows when the groups' themes or limits are edited. */
    groups_version: Generated<number>;
    /** Since when those who take part see who is in which group; null before. */
    groups_shown_at: UtcTimestamp | null;
  };
  /** A breakout group of a meeting. */
  meeting_group: {
    meeting_slug: string;
    no: number;
    theme: PostText;
    lead: PostText;
    facilitator_id: string | null;
    /** What the group writes together during the meeting, in Markdown. */
    text: PostText;
    text_version: Generated<number>;
    /** How many people it should have. */
    least: Generated<number>;
    most: Generated<number>;
  };
  /** What a group's text said in each of its versions, from 1; the newest included. */
  meeting_group_edition: {
    meeting_slug: string;
    no: number;
    version: number;
    text: PostText;
    author_id: string;
    written_at: UtcTimestamp;
  };
  /** 開催報告: what is told of a meeting afterwards. Its words stand in its editions. */
  meeting_report: {
    id: string;
    meeting_slug: string;
    /** Number of the newest edition, from 1: what the desk is working on. */
    version: number;
    /** The edition that readers see; null while there is none. */
    published_version: number | null;
    audience: Audience;
    /** When readers first saw it. */
    published_at: UtcTimestamp | null;
    /** When what they see was last corrected. */
    corrected_at: UtcTimestamp | null;
  };
  /** Each state of a report that was saved. */
  meeting_report_edition: {
    report_id: string;
    version: number;
    /** One or two sentences, for lists and for whoever links to it. */
    lead: PostText;
    /** The line of numbers as the network prints it; may be empty. */
    numbers_line: PostText;
    body: PostText;
    body_html: PostHtml;
    /** JSON array of {no, summary}: what was talked about in each group. */
    summaries: PostText;
    /** JSON array of {url, title, length}. */
    films: PostText;
    /** Who may see the films: perhaps fewer people than may read the report. */
    films_audience: Audience;
    author_id: string;
    written_at: UtcTimestamp;
    /** Whom it was published to; null for states between. */
    published_to: Audience | null;
    published_at: UtcTimestamp | null;
    /** 何を直したか, where it corrects what was published before. */
    correction: PostText;
  };
  /** Somebody who takes part in a meeting, or waits for a place: a member, a colleague or a guest. */
  meeting_signup: {
    id: string;
    meeting_slug: string;
    /** null for colleagues without an account and for guests. */
    member_id: string | null;
    organization_id: string | null;
    /** Of guests from elsewhere; empty where organization_id says it. */
    guest_organization: PostText;
    family_name: PostText;
    side: MeetingSide;
    /** Of guests and colleagues, for the reminder; members have theirs. */
    email: string | null;
    /** Of the link by which a guest changes or cancels. */
    token_hash: string | null;
    status: SignupStatus;
    manner: SignupManner;
    /** Years of experience; null where not told. */
    years: number | null;
    programme: string | null;
    /** The member who did it; null where guests did it themselves. */
    signed_up_by: string | null;
    signed_up_at: UtcTimestamp;
    attended_at: UtcTimestamp | null;
    /** The group that the secretariat placed them in. */
    group_no: number | null;
    /** 1: placed by hand, and stays there when the rest is computed anew. */
    group_pinned: Generated<0 | 1>;
    /** Why they were placed there; a code of the grouping. */
    group_reason: Generated<string>;
  };
  /** 事前質問: asked before the meeting, it becomes a part of the agenda. */
  meeting_question: {
    id: string;
    meeting_slug: string;
    /** null where it is for all. */
    group_no: number | null;
    member_id: string;
    body: PostText;
    asked_at: UtcTimestamp;
    submission_key: string;
  };
  /** 聞きたい */
  meeting_question_vote: { question_id: string; member_id: string };
  /** Links by which guests of one side sign up without an account. */
  meeting_guest_link: {
    id: string;
    meeting_slug: string;
    side: MeetingSide;
    token_hash: string;
    made_by: string;
    made_at: UtcTimestamp;
  };
  /** The secret that the QR code at the entrance holds. */
  meeting_entrance: { meeting_slug: string; code: string };
  /** Organizations that offer to hold the next meeting. */
  meeting_host_offer: { organization_id: string; offered_by: string; offered_at: UtcTimestamp };
  /** The address of a member's own calendar; whoever has it reads the calendar without a login. */
  meeting_feed_token: { member_id: string; token_hash: string; made_at: UtcTimestamp };
  /** First to third wish for a group. */
  meeting_wish: { signup_id: string; rank: number; group_no: number };
  /** A day on which a meeting might be. */
  meeting_date: {
    id: string;
    meeting_slug: string;
    /** YYYY-MM-DD and HH:MM in Asia/Tokyo. */
    day: string;
    starts_at: string;
    ends_at: string;
  };
  meeting_date_answer: {
    date_id: string;
    member_id: string;
    answer: DateAnswer;
    answered_at: UtcTimestamp;
  };
  /** What a member is told about a meeting. */
  meeting_notice: {
    id: string;
    member_id: string;
    meeting_slug: string;
    kind: MeetingNoticeKind;
    noticed_at: UtcTimestamp;
    read_at: UtcTimestamp | null;
  };
  /** What a member adds to their answers. */
  meeting_date_remark: { meeting_slug: string; member_id: string; remark: PostText };
  survey: {
    id: string;
    /** null where the whole network is asked. */
    meeting_slug: string | null;
    title: PostText;
    lead: PostText;
    /** Where results that were not given here were printed; empty for those given here. */
    source: Defaulted<PostText>;
    /** 1: nobody can find out who gave which answer. */
    anonymous: 0 | 1;
    /** Who may read the results once it is closed, besides the desk. */
    audience: Audience;
    made_at: UtcTimestamp;
    /** null while the desk writes it. */
    opened_at: UtcTimestamp | null;
    closes_at: UtcTimestamp | null;
    /** When the desk showed the results before it closed. */
    shown_at: UtcTimestamp | null;
    /** How many people have answered. */
    answers: Generated<number>;
    /** Grows with every edit; tells two people who edit at once apart. */
    version: Generated<number>;
  };
  survey_question: {
    id: string;
    survey_id: string;
    position: number;
    kind: SurveyQuestionKind;
    body: PostText;
    /** How many have answered this one: n. */
    answered: Generated<number>;
  };
  survey_choice: {
    question_id: string;
    /** From 1. */
    no: number;
    label: PostText;
    /** How many have chosen it. */
    chosen: Generated<number>;
  };
  /** Who has answered: `member:<id>`, or `signup:<id>` for guests. Says neither when nor what. */
  survey_respondent: { survey_id: string; respondent: string };
  /** What somebody chose, where the survey is not anonymous. `choices`: JSON array of numbers. */
  survey_reply: { question_id: string; respondent: string; choices: string };
  survey_text: {
    /** Random, and the order in which they are stored and shown. */
    id: string;
    question_id: string;
    /** null where the survey is anonymous. */
    respondent: string | null;
    body: PostText;
    /** 1: whoever wrote it lets it stand in a public report. */
    quotable: 0 | 1;
  };
  notice: {
    id: string;
    member_id: string;
    /**
     * To the author: hidden, then released or returned. To whoever reported: report-released, report-deleted.
     * To an organization's members that an asker hopes to hear from: asked.
     */
    kind:
      | 'answer'
      | 'comment'
      | 'asked'
      | 'solved'
      | 'hidden'
      | 'released'
      | 'returned'
      | 'report-released'
      | 'report-deleted';
    question_id: string;
    /** Anchor within the thread: an answer's or comment's id; empty for the question itself. */
    anchor: string;
    actor_id: string;
    noticed_at: UtcTimestamp;
    read_at: UtcTimestamp | null;
  };
  /** Side effects to be carried out after commit, at least once. */
  outbox: {
    id: string;
    job: 'index' | 'unindex' | 'relate' | 'mail';
    /** What it is about: `question:<id>` and the like, `mail:<id>`. */
    subject: string;
    created_at: UtcTimestamp;
    attempts: number;
    try_after: UtcTimestamp;
    /** Set when the job was given up; the desk sees it. */
    dead_at: UtcTimestamp | null;
    last_error: string | null;
  };
  /**
   * Mail that is to be sent, or was: what it is about and whom it is for, never what it says; that is written when it
   * is sent. Kept for a while so that nothing is told twice.
   */
  mail: {
    /** The first part of its Message-ID. */
    id: string;
    /** What it must not be sent twice for; null where that cannot happen. */
    occasion: string | null;
    /** A name of app/domain/mail/kinds.server.ts. */
    kind: string;
    /** Ids, as the kind reads them; may hold the token of a link. Emptied when done. */
    about: string;
    /** null for people without an account, who have an address instead. */
    member_id: string | null;
    /** Taken out when done. */
    address: string | null;
    /** When it is to be sent, which is also its date. */
    due_at: UtcTimestamp;
    /** When it was sent, or found to be needless. */
    done_at: UtcTimestamp | null;
  };
  /** The address of a member's own feed; whoever has it reads the feed without a login. */
  feed_link: {
    member_id: string;
    token_hash: string;
    /** 1: what was written is in it, not just its title. */
    with_text: 0 | 1;
    made_at: UtcTimestamp;
  };
  /** What lies in the folder of files, by the SHA-256 of its bytes. */
  stored_file: { hash: string; bytes: number; stored_at: UtcTimestamp };
  attachment: {
    id: string;
    /** What it belongs to: `note:<id>`. Whoever may read that may read the file, unless it is locked. */
    owner: string;
    name: PostText;
    kind: FileKind;
    hash: string;
    /** Small picture of an image or of a PDF's first page. */
    preview_hash: string | null;
    /** What the file says, for the search. */
    text: PostText;
    added_by: string;
    added_at: UtcTimestamp;
  };
  /** A handout that not everybody gets who may see what it belongs to. */
  attachment_lock: {
    attachment_id: string;
    /** As passwords of members are kept; null where none is asked for. */
    password_hash: string | null;
    /** YYYY-MM-DD in Asia/Tokyo: the last day on which it is given out; null for ever. */
    last_day: string | null;
    set_by: string;
    set_at: UtcTimestamp;
  };
  /** What the desk and the members did that must be accountable; never any text. */
  audit: { id: string; at: UtcTimestamp; actor_id: string | null; action: string; subject: string };
}

export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;
