import { useMemo, useRef, useState } from 'react';
import { offeredLetters } from '#lint/offered-letters.ts';
import { fieldMessage } from '../../messages.ja.ts';
import { applyEdit } from './apply-edit.ts';
import { AskedBefore, AskedBeforeLive } from './asked-before.tsx';
import { decisionFields, NO_DECISIONS } from './decisions.ts';
import type { Edit } from './edits.ts';
import type { FindingActs } from './finding-detail.tsx';
import { FindingList } from './finding-list.tsx';
import { FindingSheet } from './finding-sheet.tsx';
import { lookOf } from './finding-words.ts';
import type { MarkLook } from './marks.tsx';
import { findLacks, lackMessages, lackWords } from './missing.ts';
import { NoteMeetings, NoteProgrammes, NotePurpose } from './note-fields.tsx';
import { pasteClean } from './paste-clean.ts';
import { ProgrammeField } from './programme-field.tsx';
import { type ComposerProps, FIELD_NAMES, type FieldName, fieldId, textsOf } from './props.ts';
import { RefusalHead } from './refusal-head.tsx';
import { SendBar } from './send-bar.tsx';
import { wasSent } from './sent.ts';
import { decisionsAbout, isBlocking, numbered } from './standing.ts';
import { TextBox } from './text-box.tsx';
import { Toolbar } from './toolbar.tsx';
import { TroubleNotice } from './trouble-notice.tsx';
import { unseenOf } from './unseen.ts';
import { useBoxes } from './use-boxes.ts';
import { useDecisions } from './use-decisions.ts';
import { useDraft } from './use-draft.ts';
import { useFindings } from './use-findings.ts';
import { useGrowth } from './use-growth.ts';
import { useKeyboardInset } from './use-keyboard.ts';
import { useLead } from './use-lead.ts';
import { useRewrites } from './use-rewrites.ts';
import { useSending } from './use-sending.ts';
import { type BrowserParts, useTakeover } from './use-takeover.ts';

/**
 * The form in which everything is written.
 *
 * Rendered by the server it is a plain form that works without scripts. In the browser the same tree marks what
 * names somebody, while it is being written.
 */
export function Composer({ browser, ...props }: ComposerProps & { browser?: BrowserParts }) {
  const { kind, submissionKey, values, refusal, limits, labels, draftKey } = props;
  const page = kind === 'question' || kind === 'note';
  const Heading = page ? 'h2' : 'h3';
  const initial = useMemo(() => textsOf(values), [values]);

  const form = useRef<HTMLFormElement>(null);
  const bar = useRef<HTMLElement>(null);
  const programme = useRef<HTMLSelectElement>(null);
  const composing = useRef(false);
  const letters = useRef(new Map<string, string>());
  const boxes = useBoxes(initial);
  const [scripted, setScripted] = useState(false);
  const [errors, setErrors] = useState(props.fieldErrors);
  const [restored, setRestored] = useState(false);
  /** Slug; null where the form asks for none. */
  const [chosen, setChosen] = useState(props.programmes ? (values.programme ?? '') : null);

  const lint = useFindings(
    {
      texts: boxes.texts,
      composing,
      limits,
      place: props,
      found: refusal?.findings ?? [],
    },
    { ...props.check, takenLetters: props.takenLetters, letters: letters.current },
    browser?.loadEngine,
  );
  const {
    decisions,
    set: setDecisions,
    acts: decide,
  } = useDecisions(refusal?.decisions, (item, next) => {
    draft.saveSoon();
    lead.leadOn(numbered(lint.findings, next).filter(isBlocking), item.number);
  });
  const live = lint.state === 'ready';
  const items = useMemo(() => numbered(lint.findings, decisions), [lint.findings, decisions]);
  const blocking = items.filter(isBlocking);
  const rewritable = blocking.filter(({ group }) => group.suggestions.length > 0);
  const lead = useLead(form, bar, boxes, items);
  const current = lead.current;
  const rewrites = useRewrites(
    boxes,
    letters.current,
    () => offeredLetters(lint.findings),
    (from) => lead.leadOn(numbered(lint.check(), decisions).filter(isBlocking), from),
  );
  const draft = useDraft(draftKey, () => ({
    texts: boxes.texts.current,
    programme: programme.current?.value ?? '',
    decisions,
  }));
  const sending = useSending((intent) => {
    draft.flush();
    return intent === 'check' || mayGo();
  });
  useGrowth(bar, lead.uncover);
  useKeyboardInset(form, lead.uncover);

  useTakeover(
    browser,
    { initial, draftKey: refusal === null ? draftKey : null },
    boxes,
    lint,
    (typed, stored) => {
      setScripted(true);
      choose(typed.programme ?? stored?.programme ?? values.programme);
      if (stored) setDecisions(stored.decisions);
      const shown = { ...initial, ...typed.texts };
      setRestored(FIELD_NAMES.some((field) => boxes.texts.current[field] !== shown[field]));
      if (Object.keys(typed.texts).length > 0 && !wasSent()) draft.saveSoon();
    },
  );

  function choose(slug = '') {
    if (!programme.current) return;
    programme.current.value = slug;
    setChosen(programme.current.value);
  }

  function changed(field: FieldName) {
    const [before, after] = boxes.read(field);
    lint.follow(field, before, after);
    draft.saveSoon();
    setErrors(({ [field]: _mended, ...others }) => others);
    if (rewrites.running.current) return;
    rewrites.forget();
    if (!composing.current) lint.checkSoon();
  }

  function mayGo(): boolean {
    const missing = findLacks(boxes.texts.current, programme.current?.value ?? null, limits);
    setErrors(lackMessages(missing, limits));
    const [first] = missing;
    if (first) {
      document.getElementById(fieldId(submissionKey, first.field))?.focus();
      return false;
    }
    const open = numbered(lint.check(), decisions).filter(isBlocking);
    if (open.length > 0) lead.leadOn(open, 1);
    return open.length === 0;
  }

  const acts: FindingActs = {
    ...decide,
    rewrite: (item, suggestion) => rewrites.rewrite([item], suggestion),
    noteProblem: (note) => (lint.findsError(note) ? fieldMessage('reason', 'names-somebody') : undefined),
  };

  function edit(change: (text: string, from: number, to: number) => Edit) {
    const box = boxes.get('body');
    if (box) applyEdit(box, change(box.value, box.selectionStart, box.selectionEnd), true);
  }

  function showAtCaret(field: FieldName) {
    const caret = boxes.get(field)?.selectionStart ?? 0;
    for (const item of items) {
      const place = item.group.places.findIndex(
        (place) => place.field === field && place.start <= caret && caret <= place.end,
      );
      if (place >= 0) return lead.lead(item, 'nothing', place);
    }
  }

  function discardDraft() {
    draft.discard();
    setRestored(false);
    setDecisions(NO_DECISIONS);
    choose(values.programme);
    boxes.fill(initial);
    lint.check();
  }

  const unfit = refusal?.unfit ?? [];
  const unseen = unseenOf(refusal, live ? { texts: boxes.shown, items } : null);
  const written = Object.values(boxes.shown).some((text) => text.trim() !== '');
  const lacking = lackWords(findLacks(boxes.shown, chosen, limits));
  // What was decided about a text that could not be checked still holds; without scripts there is no list to show it.
  const carried = props.unchecked && !live ? decisions : decisionsAbout(items, { ...decisions, fixes: [] });
  const looks = new Map<string, MarkLook>(
    items.map((item) => [
      item.group.key,
      { number: item.number, tone: lookOf(item).tone, current: item === current },
    ]),
  );

  function box(field: FieldName, label: string, rows: number) {
    const text = initial[field];
    if (text === undefined) return null;
    const id = fieldId(submissionKey, field);
    const body = field === 'body';
    return (
      <TextBox
        id={id}
        name={field}
        label={label}
        need={field === 'tags' ? 'optional' : page ? 'required' : 'only'}
        help={body ? labels.help : undefined}
        wrong={errors[field]}
        rows={rows}
        limit={limits[field]}
        initial={text}
        text={boxes.shown[field] ?? ''}
        findings={lint.findings.filter((finding) => finding.field === field)}
        looks={looks}
        saved={body ? draft.saved : undefined}
        tools={body && scripted && <Toolbar boxId={id} withCase={kind === 'question'} onEdit={edit} />}
        box={(element) => boxes.register(field, element)}
        events={{
          onInput: () => changed(field),
          onCompositionStart() {
            composing.current = true;
            lint.hold();
          },
          onCompositionEnd() {
            composing.current = false;
            changed(field);
          },
          onFocus: lint.wake,
          onPaste: (event) => pasteClean(event, rows === 1),
          onClick: () => showAtCaret(field),
        }}
      />
    );
  }

  return (
    <form
      className={`composer composer--${page ? 'page' : 'inline'}`}
      method="post"
      action={props.action}
      noValidate
      ref={form}
      onSubmit={sending.onSubmit}
    >
      <input type="hidden" name="key" value={submissionKey} />
      {[...(props.hidden ?? []), ...decisionFields(carried)].map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}

      <RefusalHead
        form={props}
        as={Heading}
        items={items}
        unseen={unseen}
        errors={errors}
        texts={initial}
        lacking={lacking}
        onLead={(item) => lead.lead(item, 'finding')}
      />

      <div className="composer__cols">
        <div className="composer__write">
          {page && unseen.length > 0 && (
            <div className="sec__head">
              <Heading>書いた文章</Heading>
            </div>
          )}
          {restored && (
            <p className="composer__restored" role="status">
              下書きを戻しました。
              <button type="button" className="btn btn--quiet" onClick={discardDraft}>
                捨てる
              </button>
            </p>
          )}
          {kind === 'question' && !values.case && !refusal && (
            <noscript>
              <p className="composer__case">
                <a href="?case=1">ケースの型を使って書く</a>
                <span className="small quiet">（書きはじめる前に選んでください）</span>
              </p>
            </noscript>
          )}
          {box('title', kind === 'note' ? '題名' : 'ひとことで言うと', 1)}
          {props.near &&
            (scripted ? (
              <AskedBeforeLive
                title={boxes.shown.title ?? ''}
                first={props.near}
                id={`write-${submissionKey}`}
              />
            ) : (
              <AskedBefore near={props.near} id={`write-${submissionKey}`} />
            ))}
          {props.programmes && (
            <ProgrammeField
              id={fieldId(submissionKey, 'programme')}
              programmes={props.programmes}
              initial={values.programme ?? ''}
              wrong={errors.programme}
              select={programme}
              onChange={() => {
                setChosen(programme.current?.value ?? null);
                draft.saveSoon();
                setErrors(({ programme: _mended, ...others }) => others);
              }}
            />
          )}
          {props.note && (
            <NoteProgrammes
              submissionKey={submissionKey}
              programmes={props.note.programmes}
              wrong={errors.programmes}
            />
          )}
          {box('body', labels.body, props.rows)}
          {box('tags', 'タグ', 1)}
          {props.note && <NoteMeetings submissionKey={submissionKey} meetings={props.note.meetings} />}
          {props.note && props.note.purpose !== null && (
            <NotePurpose submissionKey={submissionKey} purpose={props.note.purpose} wrong={errors.purpose} />
          )}
        </div>
        {(items.length > 0 || (page && unseen.length === 0)) && (
          <div className={`composer__findings${items.length === 0 ? ' is-empty' : ''}`}>
            <FindingList
              id={`write-${submissionKey}-findings`}
              as={Heading}
              items={items}
              keeps={decisions.keeps}
              unfit={unfit}
              current={current}
              rewritable={rewritable.length}
              acts={acts}
              onShow={(item) => lead.show(item, page && !matchMedia('(min-width: 70rem)').matches)}
              onRewriteAll={() => rewrites.rewrite(rewritable, 0)}
            />
          </div>
        )}
      </div>

      <SendBar
        bar={bar}
        onEnter={lead.uncover}
        stateId={`write-${submissionKey}-state`}
        items={live && written ? items : null}
        lacking={lacking}
        as={props.as}
        submit={refusal ? 'もう一度送る' : labels.submit}
        offerCheck={lint.state === 'failed' ? 'always' : 'without-script'}
        busy={sending.busy}
        notice={sending.trouble && <TroubleNotice trouble={sending.trouble} kept={draftKey !== null} />}
        onUndo={rewrites.canUndo ? rewrites.undo : null}
        onNext={() => lead.leadOn(blocking, (current?.number ?? 0) + 1)}
        sheet={
          page && current ? (
            <FindingSheet
              id={`write-${submissionKey}-sheet`}
              item={current}
              of={items.length}
              keeps={decisions.keeps}
              unfit={unfit}
              rewritable={rewritable.length}
              acts={acts}
              onRewriteAll={() => rewrites.rewrite(rewritable, 0)}
              onClose={lead.close}
            />
          ) : null
        }
      />
      {labels.cancelHref !== undefined && (
        <a className="btn btn--quiet composer__cancel" href={labels.cancelHref}>
          やめる
        </a>
      )}
    </form>
  );
}
