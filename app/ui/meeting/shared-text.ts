import { hasMergeMarks, mergeTexts } from '../../domain/text/merge.ts';
import { showClock } from '../time.ts';
import { carryCaret } from './caret.ts';
import { forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved-text.ts';

/** Milliseconds after the last letter, and at most after the first, until it is saved. */
const PAUSE = 2_500;
const LONGEST = 8_000;
/** Milliseconds between two looks at what others wrote. */
const LOOK = 4_000;
/** Milliseconds after which the server is taken not to answer. */
const PATIENCE = 10_000;

/** What the endpoint answers; see app/routes/meetings.$slug.groups.$no.text.ts. */
type Answer =
  | { kind: 'kept'; version: number; text: string }
  | { kind: 'conflict'; version: number; text: string; current: string }
  | { kind: 'refused'; findings: Array<{ shown: string; message: string }> };

/**
 * Keeps the box by itself, and brings in what others write meanwhile without moving the caret. What cannot be kept
 * stays in this browser. Sending the form does the same as without a script.
 */
export function bringSharedTextToLife(root: HTMLElement): void {
  const box = root.querySelector('textarea');
  const version = root.querySelector<HTMLInputElement>('input[name=base]');
  const state = root.querySelector<HTMLElement>('[data-shared-state]');
  const list = root.querySelector<HTMLElement>('[data-shared-findings]');
  if (!box || !version || !state || !list) return;
  const endpoint = root.dataset.sharedText ?? '';
  const key = `shared ${endpoint}`;
  let base = box.dataset.base ?? '';
  let composing = false;
  let busy = false;
  let first = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (words: string) => {
    if (state.textContent !== words) state.textContent = words;
  };
  const isKept = () => box.value === base;

  /** Puts another text in the box, with the caret at the letters where it was. */
  function fill(text: string): void {
    if (!box || box.value === text) return;
    const [from, to] = [box.selectionStart, box.selectionEnd].map((at) => carryCaret(box.value, text, at));
    const { scrollTop } = box;
    box.value = text;
    box.setSelectionRange(from ?? 0, to ?? 0);
    box.scrollTop = scrollTop;
  }

  /** Takes what stands on the server now. `seen`: what the box held when the server was asked. */
  function take(answer: { version: number; text: string }, seen: string): void {
    if (!box || !version) return;
    const { text, conflicts } = mergeTexts(seen, answer.text, box.value, 'keep');
    // Somebody has changed the very line that is being written: the server will say so when it is saved.
    if (conflicts > 0) return;
    fill(text);
    base = answer.text;
    version.value = String(answer.version);
  }

  function settle(): void {
    list?.replaceChildren();
    if (isKept()) {
      forgetUnsaved(key);
      tell(`保存しました ${showClock(new Date())}`);
    } else saveSoon();
  }

  function saveSoon(): void {
    clearTimeout(timer);
    first ||= Date.now();
    timer = setTimeout(save, Math.max(0, Math.min(PAUSE, first + LONGEST - Date.now())));
  }

  async function save(): Promise<void> {
    if (!box || !version) return;
    clearTimeout(timer);
    if (composing || busy) return saveSoon();
    first = 0;
    if (isKept()) return;
    if (hasMergeMarks(box.value)) {
      tell('同じところを、ほかの人も直していました。残す文章を選んで、印の行を消してください。');
      return;
    }
    busy = true;
    const sent = box.value;
    try {
      const body = new URLSearchParams({ base: version.value, text: sent });
      const answer = await ask({ method: 'POST', body });
      if (answer?.kind === 'kept') {
        take(answer, sent);
        settle();
      } else if (answer?.kind === 'conflict') {
        take(answer, sent);
        base = answer.current;
        tell('同じところを、ほかの人も直していました。残す文章を選んで、印の行を消してください。');
      } else if (answer?.kind === 'refused') showFindings(answer.findings);
    } catch {
      tell('つながりません。書いた文章は、この端末に残しています。');
      timer = setTimeout(save, LONGEST);
    } finally {
      busy = false;
    }
  }

  async function look(): Promise<void> {
    if (!version || document.hidden || composing || busy) return;
    busy = true;
    try {
      const answer = await ask({ method: 'GET' }, `?since=${version.value}`);
      if (answer?.kind === 'kept') {
        const before = base;
        take(answer, before);
        if (base !== before && isKept()) tell(`ほかの人が書きました ${showClock(new Date())}`);
      }
    } catch {
      // Saving tells of it; who only reads looks again soon.
    } finally {
      busy = false;
    }
  }

  /** @returns null where nothing is new */
  async function ask(init: RequestInit, query = ''): Promise<Answer | null> {
    const response = await fetch(endpoint + query, { ...init, signal: AbortSignal.timeout(PATIENCE) });
    if (response.status === 204) return null;
    if (response.status === 401 || response.redirected) {
      tell('ログインが切れました。書いた文章は、この端末に残しています。ログインし直してください。');
      return null;
    }
    if (!response.ok && response.status !== 409 && response.status !== 422)
      throw new Error(`The shared text answered ${response.status}`);
    return (await response.json()) as Answer;
  }

  function showFindings(findings: Array<{ shown: string; message: string }>): void {
    tell(`まだ保存していません：直すところが${findings.length}件あります。この端末に残しています。`);
    const shown = document.createElement('div');
    shown.className = 'shared__findings';
    const items = document.createElement('ul');
    for (const { shown: passage, message } of findings) {
      const item = document.createElement('li');
      const mark = document.createElement('b');
      mark.textContent = passage === '' ? '' : `「${passage}」`;
      item.append(mark, message);
      items.append(item);
    }
    const help = document.createElement('p');
    help.className = 'small';
    help.textContent = '言い換えると、自動で保存します。下の「保存する」を押すと、言い換えの案が出ます。';
    shown.append(items, help);
    list?.replaceChildren(shown);
  }

  box.addEventListener('input', () => {
    if (!keepUnsaved(key, { base, text: box.value })) tell('書いています…');
    else tell('書いています…（この端末に残しています）');
    saveSoon();
  });
  box.addEventListener('compositionstart', () => {
    composing = true;
  });
  box.addEventListener('compositionend', () => {
    composing = false;
    saveSoon();
  });
  document.addEventListener('visibilitychange', () => void (document.hidden ? save() : look()));

  const unsaved = readUnsaved(key);
  if (unsaved && isKept()) {
    const { text } = mergeTexts(unsaved.base, base, unsaved.text, 'keep');
    fill(text);
    if (isKept()) forgetUnsaved(key);
    else {
      tell('この端末に残っていた文章を戻しました。');
      saveSoon();
    }
  }
  setInterval(look, LOOK);
}
